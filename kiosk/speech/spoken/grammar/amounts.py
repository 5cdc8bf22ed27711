"""An amount: a number, perhaps a fraction or a power, with what is measured or paid with it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kiosk.speech.spoken.grammar.numbers import RAISED, before_noun, literal, number
from kiosk.speech.spoken.grammar.token import DASHES, Kind, Tokens, glued, is_number, is_word
from kiosk.speech.spoken.grammar.units import money_before, money_behind, per_at, unit_at
from kiosk.speech.spoken.tables.table import Money, Table, Unit

_COINS = re.compile(r"(?P<whole>.*)[.,](?P<coins>[0-9]{2})")


class Amount(NamedTuple):
    """A number and what it counts."""

    written: str
    """The number without spaces, perhaps with its minus."""
    end: int
    unit: Unit | None = None
    per: str = ""
    """What it is by, with a space before it."""
    money: Money | None = None
    scale: str = ""
    """Such as million, with a space before it."""
    power: str = ""
    """The power that it is raised to, as it is said, with a space before it."""
    fraction: str = ""
    """The whole number and the fraction, as they are said."""
    hyphened: bool = False
    """Whether a hyphen stands before the unit."""


def amount(tokens: Tokens, i: int, table: Table) -> Amount | None:
    """Return the amount that begins at token `i`; it is read once, however many rules ask."""
    if i not in tokens.amounts:
        tokens.amounts[i] = _amount(tokens, i, table)
    return tokens.amounts[i]


def _amount(tokens: Tokens, i: int, table: Table) -> Amount | None:
    k, minus = i, ""
    if tokens[i].text in DASHES:
        if glued(tokens[i + 1]) is False or not _may_begin(tokens, i):
            return None
        k, minus = i + 1, tokens[i].text
    before = money_before(tokens, k, table)
    if before is not None:
        k = before[1]
    if found := fraction(tokens, k, table):
        return _with_unit(tokens, Amount("", found[1], fraction=found[0], money=before and before[0]), table)
    read = literal(tokens, k, table)
    if read is None:
        return None
    power, end = _power(tokens, read[0], read[1], table)
    found_amount = Amount(minus + read[0], end, power=power, money=before and before[0])
    result = _with_unit(tokens, found_amount, table)
    if (
        minus == "–"
        and not (result.unit and result.unit.kind == "degree")
        and not _spans_degrees(tokens, result, table)
    ):
        return None  # the sign of a list
    return result


def _spans_degrees(tokens: Tokens, low: Amount, table: Table) -> bool:
    """Whether a span of degrees begins with `low`: –5 to –2 °C."""
    if tokens[low.end].text not in DASHES or tokens[low.end + 1].text == "–":
        return False
    high = amount(tokens, low.end + 1, table)
    return bool(high and high.unit and high.unit.kind == "degree")


def _may_begin(tokens: Tokens, i: int) -> bool:
    """A minus belongs to a number only at the start of a word."""
    if i == 0 or tokens[i].gap:
        return True
    before = tokens[i - 1].text
    return not before[-1].isalnum() and not (tokens[i].text == "-" and before == "-")


def _with_unit(tokens: Tokens, found: Amount, table: Table) -> Amount:
    k = found.end
    scale = table.scales.get(tokens[k].text) if is_word(tokens[k]) else None
    if found.money is not None:
        if scale and not (is_word(tokens[k + 1]) and glued(tokens[k + 1])):
            found, k = found._replace(scale=f" {scale}", end=k + 1), k + 1
        if coded := money_behind(tokens, k, table):
            return found._replace(money=coded[0], end=coded[1])  # $20 USD
        per = per_at(tokens, k, table)
        return found._replace(per=per.per, end=per.end) if per else found
    behind = money_behind(tokens, k, table) or (money_behind(tokens, k + 1, table) if scale else None)
    if behind is not None:
        of = f" {scale}" if scale and is_word(tokens[k]) and tokens[k].text not in table.money else ""
        per = per_at(tokens, behind[1], table)
        return found._replace(money=behind[0], end=per.end if per else behind[1], scale=of, per=per.per if per else "")
    hyphened = tokens[k].text == "-" and not tokens[k].gap and is_word(tokens[k + 1]) and glued(tokens[k + 1])
    unit = unit_at(tokens, k + hyphened, found.written, table)
    if hyphened and unit and (unit.unit.kind in ("noun", "degree") or (unit.end > k + 2 and tokens[k + 2].text == "/")):
        unit, hyphened = None, False
    if unit is None:
        unit, hyphened = per_at(tokens, k, table), False
    if unit is None:
        return found
    return found._replace(unit=unit.unit, per=unit.per, end=unit.end, hyphened=hyphened)


def _power(tokens: Tokens, base: str, k: int, table: Table) -> tuple[str, int]:
    """10^9, 10⁹, 10³."""
    token = tokens[k]
    if token.gap:
        return "", k
    if token.text == "^":
        minus = tokens[k + 1].text in ("-", "−")
        exponent = tokens[k + 1 + minus]
        if is_number(exponent) and not exponent.gap:
            return _raised(exponent.text, bool(minus), table), k + 2 + minus
        return "", k
    if token.text in ("e", "E"):
        return _scientific(tokens, k, base, table)
    raised = ""
    while tokens[k].kind is Kind.SIGN and tokens[k].text in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺" and not tokens[k].gap:
        raised += tokens[k].text.translate(RAISED)
        k += 1
    if not raised.strip("-+"):
        return "", k
    if base != "10" and raised not in "23":
        return "", k  # the sign of a note
    if raised in "23":
        return f" {table.say['squared' if raised == '2' else 'cubed']}", k
    return _raised(raised.strip("-+"), raised[0] == "-", table), k


def _scientific(tokens: Tokens, k: int, base: str, table: Table) -> tuple[str, int]:
    """1e6, 1.2E+3."""
    signed = tokens[k + 1].text in ("+", "-", "−") and not tokens[k + 1].gap
    exponent = tokens[k + 1 + signed]
    if not (is_number(exponent) and glued(exponent) and exponent.text.isdecimal()):
        return "", k
    if not (signed or tokens[k].text == "e"):
        return "", k  # room 5E3
    raised = _raised(str(int(exponent.text)), tokens[k + 1].text in ("-", "−"), table)
    return f" {table.say['times']} 10{raised}", k + 2 + signed


def _raised(exponent: str, minus: bool, table: Table) -> str:
    said = f"{table.say['minus']} {exponent}" if minus else exponent
    return " " + table.say["power"].format(n=said)


def fraction(tokens: Tokens, i: int, table: Table) -> tuple[str, int] | None:
    """½, 2½, 1 1/2, 1-1/2, 3/4."""
    whole, k = "", i
    if is_number(tokens[i]) and tokens[i].text.isdecimal() and len(tokens[i].text) <= 3:
        joint = tokens[i + 1].text == "-" and not tokens[i + 1].gap
        behind = i + 1 + joint
        if _sign(tokens, behind, table) and (joint or tokens[behind].gap or not is_number(tokens[behind])):
            whole, k = tokens[i].text, behind
    found = _sign(tokens, k, table)
    if found is None or _named_before(tokens, i, table):
        return None
    sign, end = found
    alone, after = table.fractions[sign]
    said = f"{whole} {after}" if whole else alone
    if table.half_feminine and is_word(tokens[end]) and re.search(r"as?$", tokens[end].text):
        said = said.replace(*table.half_feminine)
    return said, end


def _sign(tokens: Tokens, k: int, table: Table) -> tuple[str, int] | None:
    if tokens[k].kind is Kind.SIGN and tokens[k].text in table.fractions:
        return tokens[k].text, k + 1
    written = "".join(token.text for token in tokens[k : k + 3])
    if written not in table.fractions or tokens[k + 1].gap or tokens[k + 2].gap:
        return None
    if tokens[k + 3].text == "/" or (is_number(tokens[k + 3]) and glued(tokens[k + 3])):
        return None
    return written, k + 3


def _named_before(tokens: Tokens, i: int, table: Table) -> bool:
    """Whether two numbers with a slash belong to a name: CDK 4/6, grade 3/4, page 3/4."""
    before = tokens[i - 1 - (tokens[i - 1].text == ".")] if i > 1 else tokens[0]
    if not i or not is_word(before):
        return False
    return before.text.isupper() or before.text.lower() in table.staged | table.paged


def said(found: Amount, table: Table, *, with_unit: bool = True) -> str:
    """Return the words for an amount; without its unit where another one behind it has the same."""
    if found.money is not None and with_unit:
        return _paid(found, found.money, table) + found.per
    unit = found.unit if with_unit else None
    if found.fraction:
        count = found.fraction
        many = count[:1].isdecimal()
    else:
        gender = unit.gender if unit else ""
        count = before_noun(found.written, gender, table) + found.power
        many = found.written != "1" or bool(found.power)
    if not with_unit:
        return count
    if unit is None:
        return count + found.per
    single = not many or (found.hyphened and table.singular_after_hyphen)
    name = unit.one if single else unit.many
    return f"{count} {name}{found.per}" if name else count + found.per


def _paid(found: Amount, money: Money, table: Table) -> str:
    if found.fraction or found.scale:
        count = found.fraction or number(found.written, table)
        return f"{count}{found.scale} {money.many}"
    coins = _COINS.fullmatch(found.written)
    if coins is None:
        return _counted(found.written, money.one, money.many, money.gender, table)
    whole, n = coins["whole"] or "0", int(coins["coins"])
    small = _counted(str(n), money.coin, money.coins, "m", table)
    if not n:
        return _counted(whole, money.one, money.many, money.gender, table)
    if not whole.strip("0"):
        return small
    return f"{_counted(whole, money.one, money.many, money.gender, table)} {table.say['and']} {small}"


def _counted(written: str, one: str, many: str, gender: str, table: Table) -> str:
    return f"{before_noun(written, gender, table)} {one if written == '1' else many}"
