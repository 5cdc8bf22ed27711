"""Numbers and what is counted or measured with them: doses, ranges, blood pressure, money, fractions."""

from __future__ import annotations

import math
import re

from kiosk.speech.spoken.fractions import FRACTIONS
from kiosk.speech.spoken.guess import Doubt, Guessed
from kiosk.speech.spoken.ones import ONES, one_before_noun
from kiosk.speech.spoken.phone_like import LEAST_DIALLED, PHONE_LIKE, emergency
from kiosk.speech.spoken.rule import Match, Rule
from kiosk.speech.spoken.table import Table

_THOUSANDS = r"[0-9]{1,3}(?:[.,][0-9]{3}){1,4}(?![0-9])(?:[.,][0-9]{1,6})?"
_DECIMAL = r"[0-9]{1,18}(?:\.[0-9]{1,9}){0,4}(?:,[0-9]{1,9}(?!,?[0-9]))?|\.[0-9]{1,9}"
NUMBER = rf"{_THOUSANDS}|{_DECIMAL}"
SIGNED = rf"[-−]?(?:{NUMBER})"
_BELOW_ZERO = rf"[-−–]?(?:{NUMBER})"
"""Before degrees a dash is a minus; before a dose it is the sign of a list."""
_DASH = r"\s?[-–—−]\s?"
_LONGEST_SAID_AS_ONE = 9
"""Longer runs of digits are a card's or a file's number, and are said digit by digit."""
_NOON = 12
_GLUED = re.compile(r"[^\W\d_](?!\w)(?<![A-Z])\w*|[^\W\d_]\w+")
"""Letters right behind digits; a single capital, as in 3D, is said as it is."""
_UNIT_LIKE = re.compile(
    r"\s?(?P<unit>[A-Za-zµ]{1,5}/[A-Za-z]{1,4}|(?![A-Z]+\b)[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{2,4})(?![\w'])"
)
"""Short words behind a number that look like a unit: with a slash, or without a vowel."""
_SCORED = re.compile(r"(?:HER-?2|IHC)\b[\s:]*(?:score(?:\s+of)?|puntuación(?:\s+de)?)?\s*$")
"""Behind these, 3+ is a result."""


def number(written: str, table: Table) -> str:
    """One number, without unit: 1,000 → 1000, 100.4 → 100 point 4, −5 → minus 5."""
    if written[:1] in {"-", "−", "–"}:
        return f"{table.say['minus']} {number(written[1:], table)}"
    groups = r"[.,]" if table.dot_groups_thousands else ","
    if re.fullmatch(rf"[1-9][0-9]{{0,2}}(?:({groups})[0-9]{{3}})(?:\1[0-9]{{3}})*(?:[.,][0-9]+)?", written):
        return _grouped(written, table)
    whole, sign, part = re.fullmatch(r"([0-9]*)([.,]?)([0-9]*.*)", written).groups()  # type: ignore[union-attr]
    if not sign:
        return _whole(written, table)
    point = table.say.get("comma", table.say["point"]) if sign == "," else table.say["point"]
    parts = re.split(r"[.,]", part)  # more than one in the number of a version
    said = f" {table.say['point']} ".join(" ".join(piece) for piece in parts)
    return f"{_whole(whole or '0', table)} {point} {said}"


def _grouped(written: str, table: Table) -> str:
    """A number whose thousands are set apart."""
    mark = "," if re.match(r"[0-9]+,", written) else "."
    return number(written.replace(mark, ""), table)


def _whole(digits: str, table: Table) -> str:
    if len(digits) > _LONGEST_SAID_AS_ONE or (len(digits) > 1 and digits[0] == "0"):
        return table.digit_by_digit(digits)
    return digits


def _listed(match: Match, table: Table) -> str | None:
    """1,2,3 is a list."""
    return ", ".join(match.group().split(","))


def _spaced(match: Match, table: Table) -> str | None:
    """5 000, with a space between the thousands."""
    return match.group().replace(" ", "")


def _plain(match: Match, table: Table) -> str | None:
    said = number(match.group(), table)
    if match.group().isdecimal() and len(match.group()) >= LEAST_DIALLED:
        return Guessed(said, Doubt.NUMBER)
    if glued := _GLUED.match(match.string, match.end(), match.endpos):
        return Guessed(said, Doubt.MIXED, len(glued.group()))
    behind = _UNIT_LIKE.match(match.string, match.end(), match.endpos)
    if behind and any(part not in table.units for part in behind["unit"].split("/")):
        return Guessed(said, Doubt.UNIT, len(behind.group()))
    return said


def _year(match: Match, table: Table) -> str | None:
    """1998 → 19 98, as years are said in English; Spanish says them as numbers."""
    if not table.years_in_pairs:
        return None
    century, rest = match.group()[:2], match.group()[2:]
    if rest == "00":
        return f"{century} {table.say['hundred']}"
    return f"{century} {table.say['oh']} {rest[1]}" if rest[0] == "0" else f"{century} {rest}"


def _unit_words(unit: str, one: bool, table: Table) -> str | None:
    """The words for a unit or for two with a slash: mg/kg → milligrams per kilogram."""
    pieces = re.split(r"\s?/\s?", unit)
    if any(piece not in table.units for piece in pieces):
        return None
    first = table.units[pieces[0]][0 if one else 1]
    return f" {table.say['per']} ".join([first, *(table.units[piece][0] for piece in pieces[1:])])


def _counted(written: str, unit: str, table: Table, *, single: bool) -> str | None:
    said = _unit_words(unit, written == "1" or single, table)
    if said is None:
        return None
    feminine = table.units[unit.split("/")[0].strip()][0] in table.feminine
    if written == "1":
        return f"{table.say['one feminine' if feminine else 'one']} {said}"
    return f"{one_before_noun(number(written, table), feminine, table)} {said}"


_UNIT = r"[A-Za-zµμíñ]{1,7}[²³2]?(?:\sHg)?(?:\s?/\s?[A-Za-zíñ]{1,7}[²³2]?){0,2}(?![\w])"


def _measure(match: Match, table: Table) -> str | None:
    hyphen = match["gap"] == "-"
    return _counted(match["n"], match["unit"], table, single=hyphen and table.singular_after_hyphen)


def _range(match: Match, table: Table) -> str | None:
    low, high = match["low"], match["high"]
    in_order = _value(low) < _value(high) or _past_noon(low, high)
    if not in_order or (low[0] == "0" and low[1:2].isdigit()):
        return None
    said = f"{number(low, table)} {table.say['to']} "
    unit = match["unit"]
    if unit:
        counted = _counted(high, unit, table, single=match["gap"] == "-" and table.singular_after_hyphen)
        return None if counted is None else said + counted
    return said + number(high, table)


def _past_noon(low: str, high: str) -> bool:
    """Open 9–5."""
    return low.isdigit() and high.isdigit() and 0 < int(high) < int(low) <= _NOON


def _value(written: str) -> float:
    """How much it is, to compare; not a number where points part more than a whole and its decimals."""
    plain = re.sub(r",(?=[0-9]{3}(?![0-9]))", "", written).replace(",", ".")
    return float(plain) if plain.count(".") < 2 else math.nan


def _percent_range(match: Match, table: Table) -> str | None:
    ends = f"{number(match['low'], table)} {table.say['to']} {number(match['high'], table)}"
    return f"{ends} {table.say['percent']}"


def _percent(match: Match, table: Table) -> str | None:
    return f"{number(match['n'], table)} {table.say['percent']}"


def _temperature(match: Match, table: Table) -> str | None:
    low = f"{number(match['low'], table)} {table.say['to']} " if match["low"] else ""
    scale = f" {table.say[match['scale']]}" if match["scale"] else ""
    degrees = table.say["degree" if match["n"] == "1" else "degrees"]
    return f"{low}{one_before_noun(number(match['n'], table), False, table)} {degrees}{scale}"


def _blood_pressure(match: Match, table: Table) -> str | None:
    high, low = int(match["high"]), int(match["low"])
    if not (50 <= high <= 260 and 20 <= low <= 160 and high > low):
        return None
    unit = f" {table.units['mmHg'][1]}" if match["unit"] else ""
    return f"{high} {table.say['over']} {low}{unit}"


def _ratio(match: Match, table: Table) -> str | None:
    return f"{match['a']} {table.say['to']} {match['b']}"


def _money_range(match: Match, table: Table) -> str | None:
    ends = f"{number(match['low'], table)} {table.say['to']} {number(match['high'], table)}"
    return f"{ends} {table.symbols[match['sign']]}"


def _money_in_millions(match: Match, table: Table) -> str | None:
    """$1.5 million."""
    scale = match["scale"]
    of = table.of_millions if scale.startswith("mill") else ""
    return f"{number(match['n'], table)} {scale}{of} {table.symbols[match['sign']]}"


def _money(match: Match, table: Table) -> str | None:
    written, sign = match["n"], match["sign"]
    whole, _, cents = written.partition(".")
    if len(cents) == 2:
        said = _whole_money(whole, sign, table)
        return said if cents == "00" else f"{said} {table.say['and']} {int(cents)} {table.cents[sign]}"
    return _whole_money(written, sign, table)


def _whole_money(written: str, sign: str, table: Table) -> str:
    """$5 → 5 dollars; $1 → 1 dollar."""
    unit = table.symbols[sign]
    if written != "1":
        return f"{number(written, table)} {unit}"
    gender = "one feminine" if unit == "libras" else "one"
    return f"{table.say[gender]} {unit.removesuffix('es' if unit == 'dólares' else 's')}"


def _compared(match: Match, table: Table) -> str | None:
    words = {"<": "less than", ">": "more than", "<=": "at most", ">=": "at least", "~": "about"}
    return f"{table.say[words[match['sign']]]}"


def _by(match: Match, table: Table) -> str | None:
    sides = [number(side, table) for side in re.split(r"\s?[x×]\s?", match["sides"])]
    said = f" {table.say['by']} ".join(sides)
    unit = _unit_words(match["unit"], False, table) if match["unit"] else ""
    return f"{said} {unit}".rstrip() if unit is not None else None


def _fold(match: Match, table: Table) -> str | None:
    if not table.folds or (match["per"] and match["per"] not in table.units):
        return None
    per = f" {table.say['per']} {table.units[match['per']][0]}" if match["per"] else ""
    return f"{number(match['n'], table)} {table.say['times']}{per}"


def _ordinal(match: Match, table: Table) -> str | None:
    names = table.ordinals
    if not names:
        return None
    if not 1 <= int(match["n"]) <= len(names):
        return match["n"]
    short = match["end"] in {"er", "r"} and match["n"] in {"1", "3"}
    vowel = "a" if match["end"] in {"ª", "a"} else "o"
    return names[int(match["n"]) - 1] + ("" if short else vowel)


def _english_ordinal(match: Match, table: Table) -> str | None:
    return match.group() if table.ordinal_suffixes else None


def _hash(match: Match, table: Table) -> str | None:
    return f"{table.say['number']} {match['n']}"


def _or_more(match: Match, table: Table) -> str | None:
    scored = _SCORED.search(match.string[: match.start()])
    return f"{number(match['n'], table)} {table.say['plus' if scored else 'or more']}"


def _round_the_clock(match: Match, table: Table) -> str | None:
    return table.say["24/7"]


_RANGE = rf"(?<![0-9][-–/])(?P<low>{NUMBER})(?:\s?%)?{_DASH}(?P<high>{NUMBER})"
_NO_MORE = r"(?![0-9]|[-–/:.,][0-9])"


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


NUMBERS: tuple[Rule, ...] = (
    *ONES,
    (_rule(r"24/7(?![0-9/])"), _round_the_clock),
    (_rule(r"(?P<high>[0-9]{2,3})\s?/\s?(?P<low>[0-9]{2,3})(?![0-9/])(?P<unit>\s?mm\s?Hg)?"), _blood_pressure),
    *FRACTIONS,
    (
        _rule(
            rf"(?:(?P<low>{_BELOW_ZERO}){_DASH})?(?P<n>{_BELOW_ZERO})\s?(?:°|º(?=\s?[FC]\b))\s?(?P<scale>[FC])?(?!\w)"
        ),
        _temperature,
    ),
    (_rule(rf"{_RANGE}\s?%"), _percent_range),
    (_rule(rf"(?P<n>{SIGNED})\s?%"), _percent),
    (_rule(rf"{_RANGE}{_NO_MORE}(?:(?P<gap>\s|-)?(?P<unit>{_UNIT}))"), _range),
    (_rule(rf"(?P<gap>){_RANGE}{_NO_MORE}(?P<unit>)(?!\w)"), _range),
    (_rule(rf"(?P<n>{SIGNED})(?P<gap>\s|-)?(?P<unit>{_UNIT})"), _measure),
    (_rule(rf"(?P<sides>(?:{NUMBER})(?:\s?[x×]\s?(?:{NUMBER})){{1,2}})\s?(?P<unit>{_UNIT})"), _by),
    (_rule(rf"(?P<sides>(?:{NUMBER})(?:\s?[x×]\s?(?:{NUMBER})){{1,2}})(?P<unit>)(?!\w)"), _by),
    (_rule(rf"(?P<n>{NUMBER})[x×]\s?/\s?(?P<per>[A-Za-zíñ]{{3,6}})(?!\w)"), _fold),
    (_rule(rf"(?P<n>{NUMBER})[x×](?P<per>)(?!\w)"), _fold),
    (_rule(r"(?P<n>[0-9]{1,4})(?P<dot>\.?)(?P<end>[ºª°]|er\b|r\b|[oa]\b)"), _ordinal),
    (_rule(r"[0-9]{1,6}(?:st|nd|rd|th)\b"), _english_ordinal),
    (_rule(r"(?P<a>[0-9]{1,3}):(?P<b>[0-9]{1,3})(?![\w:])"), _ratio),
    (_rule(rf"(?P<sign>[$€£])(?P<low>{NUMBER}){_DASH}[$€£]?(?P<high>{NUMBER})(?![\w-])"), _money_range),
    (
        _rule(rf"(?P<sign>[$€£])\s?(?P<n>{NUMBER})\s(?P<scale>thousand|million|billion|mil|millón|millones)(?!\w)"),
        _money_in_millions,
    ),
    (_rule(rf"(?P<sign>[$€£])\s?(?P<n>{NUMBER})(?!\w)"), _money),
    (_rule(rf"#\s?(?P<n>{NUMBER})(?!\w)"), _hash),
    (_rule(rf"(?P<n>{NUMBER})\+(?![\w+])"), _or_more),
    (_rule(r"(?P<sign><=|>=|[<>~])(?=\s?[-−$€£]?[0-9])"), _compared),
    (_rule(r"[0-9]-?[0-9]-?[0-9](?![-\w]|[.,:/][0-9])"), emergency),
    (_rule(r"19[0-9]{2}(?!\w|[.,:/-][0-9])"), _year),
    (_rule(r"[0-9]{1,2}(?:,[0-9]{1,2}(?![0-9])){2,9}"), _listed),
    (_rule(r"[1-9][0-9]{0,2}(?: 000){1,2}(?![0-9])"), _spaced),
    *PHONE_LIKE,
    (_rule(SIGNED), _plain),
)
