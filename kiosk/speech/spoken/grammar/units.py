"""What stands behind a number, or before it: units, units by units, degrees, money."""

from __future__ import annotations

import re
from typing import NamedTuple

from kiosk.speech.spoken.grammar.numbers import FEVERISH, literal, number, value
from kiosk.speech.spoken.grammar.token import Kind, Tokens, glued, is_number, is_word
from kiosk.speech.spoken.tables.table import Money, Table, Unit

_RAISED = {"²": 0, "2": 0, "³": 1, "3": 1}
_QUOTING = {sign: re.compile(f"(?<![0-9½¼¾⅓⅔⅛]){sign}") for sign in "'\""}
"""Marks that may open a quotation, where no number is before them."""
_CLOSING = frozenset(".,;:!?)+–")


class Measured(NamedTuple):
    """A unit in the text."""

    unit: Unit
    per: str
    """What it is by, with its words, and a space before it."""
    end: int


def unit_at(tokens: Tokens, k: int, written: str, table: Table) -> Measured | None:
    """Return the unit at token `k` of the number `written`, which is right before it."""
    found = (
        _percent(tokens, k, table)
        or _degrees(tokens, k, written, table)
        or _coins(tokens, k, table)
        or _fold(tokens, k, table)
        or _mark(tokens, k, table)
        or _single(tokens, k, table)
    )
    if found is None:
        return _scaled(tokens, k, table) or _noun(tokens, k, table)
    unit, end = found
    per, end = _per(tokens, end, table)
    return Measured(unit, per, end)


def _scaled(tokens: Tokens, k: int, table: Table) -> Measured | None:
    """Return the thousands or millions of 4.5 K/µL."""
    scale = table.scales.get(tokens[k].text, "").split(" ")[0]
    if not scale or len(tokens[k].text) > 1:
        return None
    per, end = _per(tokens, k + 1, table)
    return Measured(Unit(scale, scale), per, end) if per else None


def unit_and_per(tokens: Tokens, k: int, table: Table) -> Measured | None:
    """Return the unit at token `k`, with what it is by, where no number is before it."""
    found = _single(tokens, k, table)
    return Measured(found[0], *_per(tokens, found[1], table)) if found else None


def per_at(tokens: Tokens, k: int, table: Table) -> Measured | None:
    """Return what a number without a unit is by: 5/day, 10⁹/L."""
    if tokens[k].gap or not is_word(tokens[k + 1]):
        return None
    per, end = _per(tokens, k, table)
    return Measured(Unit("", ""), per, end) if per else None


def _per(tokens: Tokens, k: int, table: Table) -> tuple[str, int]:
    said = ""
    while tokens[k].text == "/":
        count = literal(tokens, k + 1, table)
        found = _single(tokens, count[1] if count else k + 1, table)
        if found is None:
            break
        unit, k = found
        said += f" {table.say['per']} " + (f"{number(count[0], table)} {unit.many}" if count else unit.one)
    return said, k


def _single(tokens: Tokens, k: int, table: Table) -> tuple[Unit, int] | None:
    token = tokens[k]
    if not is_word(token):
        return None
    text = token.text
    unit = table.units.get(text)
    if unit is None and text.isupper() and len(text) > 1:
        unit = table.units.get(text.lower())  # 500 MG
    end = k + 1
    if text == "mm" and tokens[end].text == "Hg":
        unit, end = table.units.get("mmHg"), end + 1
    if unit is None or (is_word(tokens[end]) and glued(tokens[end])):
        return None
    if unit.kind == "length" and not tokens[end].gap:
        power = end + (tokens[end].text == "^")
        if tokens[power].text in _RAISED and not tokens[power].gap:
            shape = table.raised[_RAISED[tokens[power].text]]
            plural = " ".join(
                word + ("s" if unit.many.endswith("s") and "{" not in word else "") for word in shape.split()
            )
            many = (plural if shape.startswith("{}") else shape).format(unit.many)
            return Unit(shape.format(unit.one), many, "area", unit.gender), power + 1
    if is_number(tokens[end]) and glued(tokens[end]):
        return None
    dotted = tokens[end].text == "." and not tokens[end].gap and text not in (unit.one, unit.many)
    behind = tokens[end + 1]
    small = behind.text[:1].lower() == behind.text[:1] != "" or behind.text.lower() in table.doses
    goes_on = dotted and bool(behind.gap) and small
    if text == "in" and not (goes_on or _behind_feet(tokens, k, table)):
        return None
    return unit, end + goes_on


def _behind_feet(tokens: Tokens, k: int, table: Table) -> bool:
    """5 ft 6 in."""
    before = tokens[k - 2].text if k > 1 else ""
    return bool(before) and table.units.get(before) == table.units.get("ft")


def _percent(tokens: Tokens, k: int, table: Table) -> tuple[Unit, int] | None:
    if tokens[k].text == "%":
        return Unit(table.say["percent"], table.say["percent"], "percent"), k + 1
    return None


def _degrees(tokens: Tokens, k: int, written: str, table: Table) -> tuple[Unit, int] | None:
    """°C, ° C, º C; and 38C, which is said as degrees where it can be nothing else."""
    mark, scale = tokens[k], tokens[k + 1]
    has_scale = scale.text in FEVERISH and not (is_word(tokens[k + 2]) and glued(tokens[k + 2]))
    named = mark.text in ("deg", table.say["degrees"], table.say["degree"])
    if (
        mark.text == "°"
        or ((mark.text == "º" or named) and has_scale)
        or (mark.text == "º" and not written.isdecimal())
    ):
        if is_word(scale) and glued(scale) and not has_scale:
            return None
        return _degree(scale.text if has_scale else "", table), k + 1 + has_scale
    if mark.text in FEVERISH and (not glued(scale) or scale.text in _CLOSING):
        return _letter_degree(tokens, k, written, table)
    return None


def _letter_degree(tokens: Tokens, k: int, written: str, table: Table) -> tuple[Unit, int] | None:
    mark = tokens[k]
    low, high = FEVERISH[mark.text]
    if mark.gap and not low <= value(written) <= high:
        return None
    if not low <= value(written) <= high and _is_room(tokens, k, table):
        return None
    return _degree(mark.text, table), k + 1


def _is_room(tokens: Tokens, k: int, table: Table) -> bool:
    """Whether the number before the letter at `k` is of a room or the like: Unit 4C."""
    before = tokens[k - 2] if k > 1 else tokens[-1]
    return is_word(before) and (before.text.istitle() or before.text.lower() in table.before_number.values())


def _degree(scale: str, table: Table) -> Unit:
    behind = f" {table.say[scale]}" if scale else ""
    return Unit(table.say["degree"] + behind, table.say["degrees"] + behind, "degree", "m")


def _fold(tokens: Tokens, k: int, table: Table) -> tuple[Unit, int] | None:
    """2x a day."""
    token = tokens[k]
    one, many = table.fold
    if not many or token.text not in ("x", "×") or token.gap or is_number(tokens[k + 1]):
        return None
    if is_word(tokens[k + 1]) and glued(tokens[k + 1]):
        return None
    return Unit(one, many, "times", "f"), k + 1


def _mark(tokens: Tokens, k: int, table: Table) -> tuple[Unit, int] | None:
    """6', 2" x 3": feet and inches by their marks, where these do not close a quotation."""
    sign, behind = tokens[k].text, tokens[k + 1]
    if sign not in table.marks or tokens[k].gap or (glued(behind) and behind.kind is not Kind.SIGN):
        return None
    opened = len(_QUOTING[sign].findall(tokens.text, 0, tokens[k].start)) % 2 if sign in _QUOTING else 0
    if opened or (sign == "'" and behind.kind is Kind.SIGN):
        return None
    return table.units[table.marks[sign]], k + 1


def _coins(tokens: Tokens, k: int, table: Table) -> tuple[Unit, int] | None:
    if tokens[k].text != "¢":
        return None
    money = table.money["$"]
    return Unit(money.coin, money.coins, "money"), k + 1


def _noun(tokens: Tokens, k: int, table: Table) -> Measured | None:
    """What is counted, where it changes how the number is said: 21 años."""
    token = tokens[k]
    if table.ones is None or not is_word(token) or not token.gap:
        return None
    gender = table.ones.nouns.get(token.text.lower())
    if not gender or (glued(tokens[k + 1]) and tokens[k + 1].kind is not Kind.SIGN):
        return None
    per, end = _per(tokens, k + 1, table)
    return Measured(Unit(token.text, token.text, "noun", gender), per, end)


def money_before(tokens: Tokens, i: int, table: Table) -> tuple[Money, int] | None:
    """Return the currency whose sign or code begins at `i`, before a number, and the token of the number."""
    if tokens[i].text.isalpha() and tokens[i].text in table.money and tokens[i + 1].text in table.money:
        return (table.money[tokens[i].text], i + 2) if is_number(tokens[i + 2]) else None  # CAD $15
    joined, best = "", None
    for k in range(i, i + 3):
        if k > i and tokens[k].gap:
            break
        joined += tokens[k].text
        if joined in table.money:
            best = table.money[joined], k + 1
    if best is None or not (is_number(tokens[best[1]]) or tokens[best[1]].text == "."):
        return None
    return best


def money_behind(tokens: Tokens, k: int, table: Table) -> tuple[Money, int] | None:
    """Return the currency whose sign or code is at `k`, behind a number."""
    joined, best = "", None
    for end in range(k, k + 2):
        if end > k and tokens[end].gap:
            break
        joined += tokens[end].text
        if joined in table.money:
            best = table.money[joined], end + 1
    if best is None or (glued(tokens[best[1]]) and tokens[best[1]].kind is not Kind.SIGN):
        return None
    return best
