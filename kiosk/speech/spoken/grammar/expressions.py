"""Amounts in a row: spans, dimensions, doses, pressures, ratios; and a number that nothing explains."""

from __future__ import annotations

import re

from kiosk.speech.spoken.grammar.amounts import Amount, amount, said
from kiosk.speech.spoken.grammar.numbers import literal, number, value
from kiosk.speech.spoken.grammar.token import DASHES, Kind, Said, Tokens, glued, is_number, is_word, longest
from kiosk.speech.spoken.guess import Doubt
from kiosk.speech.spoken.tables.table import Table

LEAST_DIALLED = 7
"""Digits that may be a telephone number."""
_NOON = 12
_MOST_SIDES = 4
SCALES = frozenset({"5", "10", "100"})
"""What pain and the like are rated out of."""
_LONGEST_JOINED = 8
_TIMES = frozenset({"x", "×", "X"})
_COMPARED = {"<": "less than", ">": "more than", "<=": "at most", ">=": "at least", "~": "about"}
_UNIT_LIKE = re.compile(r"(?![A-Z]+$)[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{2,4}|[A-Za-zµ]{1,5}")


def spans(tokens: Tokens, i: int, table: Table) -> Said | None:
    """5–10 mg, $5–10, 10%–20%, 2–3-week."""
    low = amount(tokens, i, table)
    if low is None or tokens[low.end].text not in DASHES or in_chain(tokens, i):
        return None
    high = amount(tokens, low.end + 1, table)
    if high is None or high.written[:1] in DASHES:
        return None
    if tokens[low.end].text == "-" and _names_room(tokens, i, table) and not (low.unit or high.unit):
        return Said(f"{said(low, table)}, {said(high, table)}", high.end)
    if low.fraction or high.fraction:
        return Said(f"{said(low, table)} {table.say['to']} {said(high, table)}", high.end)
    if re.match(r"[-−–]?0[0-9]", low.written) or not (
        value(low.written) < value(high.written)
        or _past_noon(low.written, high.written)
        or _later_year(low.written, high.written)
    ):
        return None
    if not (high.unit or high.money) and _goes_on(tokens, high.end):
        return _scored_span(tokens, low, high, table)
    same = low.unit is None or (high.unit and low.unit.many == high.unit.many and low.per == high.per)
    with_unit = not same or (low.money is not None and high.money not in (None, low.money))
    if low.money is not None and high.money is None:
        scale = table.scales.get(tokens[high.end].text, "")
        high = high._replace(money=low.money, scale=f" {scale}".rstrip(), end=high.end + bool(scale))
    if high.unit is None and high.money is None and low.unit is not None:
        high, with_unit = high._replace(unit=low.unit, per=low.per), False
    return Said(f"{said(low, table, with_unit=with_unit)} {table.say['to']} {said(high, table)}", high.end)


def _scored_span(tokens: Tokens, low: Amount, high: Amount, table: Table) -> Said | None:
    """7–8/10."""
    most = tokens[high.end + 1]
    if tokens[high.end].text != "/" or most.text not in SCALES or low.unit or low.money:
        return None
    words = f"{said(low, table)} {table.say['to']} {said(high, table)} {table.say['out of']} {most.text}"
    return Said(words, high.end + 2)


def in_chain(tokens: Tokens, i: int) -> bool:
    """Behind a number and its sign, as the 2 of 1-2-3."""
    return i > 1 and tokens[i - 1].text in DASHES | {"/"} and not tokens[i].gap and is_number(tokens[i - 2])


def _goes_on(tokens: Tokens, k: int) -> bool:
    """Whether the number before `k` is part of something longer."""
    token = tokens[k]
    if not glued(token):
        return False
    if token.kind is not Kind.SIGN:
        return True
    return token.text in DASHES | {"/", ":"} and is_number(tokens[k + 1]) and glued(tokens[k + 1])


def _past_noon(low: str, high: str) -> bool:
    """Open 9–5."""
    return low.isdigit() and high.isdigit() and 0 < int(high) < int(low) <= _NOON


def _names_room(tokens: Tokens, i: int, table: Table) -> bool:
    """Whether the numbers at `i` are one name: room 4-210."""
    before = tokens[i - 1 - (tokens[i - 1].text in (".", "#") and i > 1)] if i else tokens[i]
    return before.text.lower() in table.rooms


def _later_year(first: str, last: str) -> bool:
    """The years 2025–26."""
    return bool(re.fullmatch("(?:19|20)[0-9]{2}", first) and re.fullmatch("[0-9]{2}", last)) and first[2:] < last


def products(tokens: Tokens, i: int, table: Table) -> Said | None:
    """2 x 3 cm, 2 cm × 3 cm, 2 × 500 mg, 1.5 × 10⁹/L."""
    parts: list[Amount] = []
    k = i
    while (
        len(parts) < _MOST_SIDES
        and (part := amount(tokens, k, table)) is not None
        and not (parts and part.written[:1] in DASHES)
    ):
        parts.append(part)
        k = part.end
        if tokens[k].text not in _TIMES or not (is_number(tokens[k + 1]) or tokens[k + 1].text == "."):
            break
        k += 1
    if len(parts) < 2:
        return None
    last = parts[-1]
    first_bare = parts[0].unit is None and parts[0].money is None
    flat = (last.unit is None and last.money is None) or (
        last.unit is not None and last.unit.kind in ("length", "area")
    )
    lasts = last.unit is not None and last.unit.kind == "duration" and not first_bare
    joint = "for" if lasts else "times" if last.power else "of" if first_bare and not flat else "by"
    return Said(f" {table.say[joint]} ".join(said(part, table) for part in parts), last.end)


def feet_and_inches(tokens: Tokens, i: int, table: Table) -> Said | None:
    """5'11"."""
    inches = tokens[i + 2]
    if tokens[i + 1].text not in ("'", "′") or tokens[i + 1].gap or not is_number(inches) or len(inches.text) > 2:
        return None
    if inches.gap and tokens[i + 3].text not in ('"', "”", "″"):
        return None
    end = i + 3
    while tokens[end].text in ("'", '"', "”", "″") and not tokens[end].gap:
        end += 1
    feet, inch = table.units["ft"], table.units["in"]
    parts = [said(Amount(tokens[i].text, 0, feet), table), said(Amount(inches.text, 0, inch), table)]
    return Said(" ".join(parts), end)


def measured(tokens: Tokens, i: int, table: Table) -> Said | None:
    """5 mg, $5, 38 °C, ½ cup, 10⁹."""
    found = amount(tokens, i, table)
    if found is None or not (found.unit or found.per or found.money or found.power or found.fraction):
        return None
    if found.fraction and glued(tokens[found.end]) and is_number(tokens[found.end]):
        return None
    return Said(said(found, table), found.end)


def or_more(tokens: Tokens, i: int, table: Table) -> Said | None:
    """65+, and 3+ as a result."""
    read = literal(tokens, i, table)
    if read is None or tokens[read[1]].text != "+" or tokens[read[1]].gap:
        return None
    behind = tokens[read[1] + 1]
    if glued(behind) and (behind.kind is not Kind.SIGN or behind.text in ("+", "-", "/")):
        return None
    before = tokens[i - 1 - (i > 1 and tokens[i - 1].text == "(")].text if i else ""
    scored = before in table.scored or before == "2"
    return Said(f"{number(read[0], table)} {table.say['plus' if scored else 'or more']}", read[1] + 1)


def compared(tokens: Tokens, i: int, table: Table) -> Said | None:
    """< 5, >= 3, ~5."""
    sign = tokens[i].text
    k = i + 1
    if tokens[k].text == "=" and not tokens[k].gap:
        sign, k = sign + "=", k + 1
    behind = tokens[k + (tokens[k].text in ("-", "−"))]
    if sign not in _COMPARED or not (is_number(behind) or behind.text in table.money):
        return None
    return Said(f"{table.say[_COMPARED[sign]]} ", k)


def numbered(tokens: Tokens, i: int, table: Table) -> Said | None:
    """#5."""
    read = literal(tokens, i + 1, table) if tokens[i].text == "#" else None
    return Said(f"{table.say['number']} {number(read[0], table)}", read[1]) if read else None


def lasting(tokens: Tokens, i: int, table: Table) -> Said | None:
    """X 7 days, as on a prescription."""
    if tokens[i].text not in ("x", "×") or (i and is_number(tokens[i - 1])) or not is_number(tokens[i + 1]):
        return None
    found = amount(tokens, i + 1, table)
    counted = found is not None and found.unit is not None and found.unit.kind == "duration"
    word = tokens[i + 2].text.lower()
    if not counted and word not in table.lasting:
        return None
    return Said(f"{table.say['for']} ", i + 1)


def marker_number(tokens: Tokens, i: int, table: Table) -> Said | None:
    """CA 27-29, CA 27.29; and the number of an isotope or of a name: Tc-99m."""
    before = tokens[i - 1].text if i else ""
    if before in table.hyphened:
        end = i + 1
        parts = re.findall("[0-9]+", tokens[i].text)
        while tokens[end].text == "-" and is_number(tokens[end + 1]):
            parts.append(tokens[end + 1].text)
            end += 2
        return Said(" ".join(parts), end) if len(parts) > 1 else None
    name = tokens[i - 2].text if i > 1 else ""
    if before == "-" and not (tokens[i].gap or tokens[i - 1].gap) and name.istitle() and 0 < len(name) <= 3:
        behind = tokens[i + 1]
        if is_word(behind) and glued(behind) and len(behind.text) == 1:
            return Said(f"{tokens[i].text} {behind.text}", i + 2)
    return None


def plain(tokens: Tokens, i: int, table: Table) -> Said | None:
    """A number by itself: a year, a list, or just a number."""
    if tokens[i].text in DASHES:
        found = amount(tokens, i, table)
        return Said(said(found, table), found.end) if found else None
    read = literal(tokens, i, table)
    if read is None:
        return None
    written, end = read
    behind = tokens[end]
    alone = not glued(behind) or (behind.kind is Kind.SIGN and not _goes_on(tokens, end))
    if table.years_in_pairs and alone and re.fullmatch("19[0-9]{2}", written) and end == i + 1:
        return Said(_year(written, table), end)
    if re.fullmatch(r"[0-9]{1,2}(?:,[0-9]{1,2}){2,9}", written):
        return Said(", ".join(written.split(",")), end)
    words = number(written, table)
    if written.isdecimal() and len(written) >= LEAST_DIALLED and end == i + 1:
        return Said(words, end, Doubt.NUMBER)
    if is_word(behind):
        beyond = _joined(tokens, end)
        if behind.text == "s" and glued(behind):
            decade = table.years_in_pairs and re.fullmatch("19[0-9]0", written)
            return Said(f"{_year(written, table) if decade else words}s", end + 1)
        if glued(behind) and (len(behind.text) > 1 or not behind.text.isupper()):
            return Said(words, end, Doubt.MIXED, beyond)
        if _UNIT_LIKE.fullmatch(behind.text) and _like_unit(tokens, end, table) and not _short(tokens, end, table):
            return Said(words, end, Doubt.UNIT, beyond)
    return Said(words, end)


def _short(tokens: Tokens, k: int, table: Table) -> bool:
    """Whether an abbreviation of the table is at `k`: 65 y/o."""
    found = longest(tokens, k, table.abbreviations)  # type: ignore[arg-type]
    return found is not None and not glued(tokens[found[1]])


def _like_unit(tokens: Tokens, k: int, table: Table) -> bool:
    """Whether something short behind a number looks like a unit: with a slash, or without a vowel."""
    text = tokens[k].text
    if tokens[k + 1].text == "/" and glued(tokens[k + 1]) and is_word(tokens[k + 2]) and len(tokens[k + 2].text) < 5:
        return (text not in table.units and text not in table.lasting) or tokens[k + 2].text not in table.units
    short = re.fullmatch(r"(?![A-Z]+$)[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{2,4}", text)
    return bool(short) and text not in table.units and text.lower() not in table.abbreviations


def _joined(tokens: Tokens, k: int) -> int:
    """How many tokens belong to the word at `k`."""
    end = k + 1
    while (
        end - k < _LONGEST_JOINED
        and glued(tokens[end])
        and (tokens[end].kind is not Kind.SIGN or tokens[end].text in ("-", "/"))
    ):
        end += 1
    return end - k


def _year(written: str, table: Table) -> str:
    """1998 → 19 98, as years are said in English; Spanish says them as numbers."""
    century, rest = written[:2], written[2:]
    if rest == "00":
        return f"{century} {table.say['hundred']}"
    return f"{century} {table.say['oh']} {rest[1]}" if rest[0] == "0" else f"{century} {rest}"
