"""Dates, times of day and phone numbers."""

from __future__ import annotations

import re

from kiosk.speech.spoken.guess import Doubt, Guessed
from kiosk.speech.spoken.rule import Match, Rule
from kiosk.speech.spoken.table import Table


def _date(year: str, month: int, day: int, table: Table) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    said = table.say["day one"] if day == 1 else str(day)
    pattern = table.say["date"] if year else table.say["date"].split("{year}")[0].rstrip(" ,")
    full = f"20{year}" if len(year) == 2 else year
    return pattern.removesuffix(" de").format(month=table.months[month - 1], day=said, year=full)


def _iso_date(match: Match, table: Table) -> str | None:
    return _date(match["year"], int(match["month"]), int(match["day"]), table)


def _slash_date(match: Match, table: Table) -> str | None:
    first, second = int(match["first"]), int(match["second"])
    day, month = (first, second) if table.day_first else (second, first)
    if month > 12:
        day, month = month, day
    return _date(match["year"], month, day, table)


def _day_of_month(match: Match, table: Table) -> str | None:
    """22 Nov. 2026, and in Spanish the first of a month."""
    name = match["month"].lower()
    month = table.months.index(name) + 1 if name in table.months else table.short_months.get(name)
    if month is None:
        return None
    if table.day_first:
        return _date(match["year"] or "", month, int(match["day"]), table)
    year = f" {match['year']}" if match["year"] else ""
    return f"{match['day']} {table.months[month - 1]}{year}"


def _hour(hour: str, minute: str, half: str, table: Table, *, alone: bool = True) -> str | None:
    """8:05 → 8 oh 5; `half` is am, pm or nothing."""
    h, m = int(hour), int(minute or 0)
    if h > 24 or m > 59:
        return None
    half = re.sub(r"[.\s]", "", half.lower())
    said = str(h)
    if h == 0 and not half:
        said, half = "12", "am"
    if m:
        low = table.clock["low minutes"].format(minutes=m)
        said += f" {low}" if m < 10 else f" {m}"
    elif minute and not half and alone:
        return f"{said} {table.clock['full hour']}"
    return f"{said} {_half_of_day(h, half, table)}" if half else said


def _half_of_day(hour: int, half: str, table: Table) -> str:
    if half == "pm" and "night" in table.clock:
        if hour == 12:
            return table.clock["noon"]
        return table.clock["night" if hour >= 8 else "pm"]
    return table.clock[half]


def _time(match: Match, table: Table) -> str | None:
    half = match["half"] or ""
    if not match["minute"] and not half:
        return None
    if "." in match["clock"] and not half and not table.dotted_clock:
        return None  # 2.15 h is how long something takes
    said = _hour(match["hour"], match["minute"] or "", half, table)
    if said and match["second"]:
        said += f", {int(match['second'])}"
    return _end_kept(said, match)


def _time_range(match: Match, table: Table) -> str | None:
    half, first_half = match["half"] or "", match["first_half"] or ""
    if not (half or first_half or match["first_minute"] or match["minute"]):
        return None
    first = _hour(match["first_hour"], match["first_minute"] or "", first_half, table, alone=False)
    last = _hour(match["hour"], match["minute"] or "", half, table)
    if first is None or last is None:
        return None
    return _end_kept(f"{first} {table.say['to']} {last}", match)


def _end_kept(said: str | None, match: Match) -> str | None:
    """The full stop of "8 a.m." may end the sentence too."""
    ends = match.group().endswith(".") and re.match(r"\s*$|\s+[\"“(]*[A-ZÁÉÍÓÚÑ¿¡]", match.string[match.end() :])
    return f"{said}." if said and ends else said


def _phone(match: Match, table: Table) -> str | None:
    written = match.group()
    body, _, extension = re.sub(r"[\s,]*(?:extensi[oó]n|ext\.?|x)\s?(?=[0-9])", "|", written).partition("|")
    groups = re.findall(r"[0-9]+", body)
    said = ", ".join(table.digit_by_digit(group) for group in groups)
    if body.startswith("+"):
        said = f"{table.say['plus']} {said}"
    if extension:
        said += f", {table.say['extension']} {table.digit_by_digit(extension)}"
    return Guessed(said, Doubt.NUMBER)


_EXTENSION = r"(?:,?\s?(?:extensi[oó]n|ext\.?|x)\s?[0-9]{1,6}\b)?"
_AFTER = r"(?![0-9]|-[0-9])"
_HALF = r"[aApP]\.?\s?[mM]\b\.?"
_CLOCK = r"(?:[0-9]{1,2})"
_HOURS = r"(?<=[0-9])\s?h(?:rs|s)?\b"
"""17:00 h: the h says no more than the time does."""

CALENDAR: tuple[Rule, ...] = (
    (re.compile(rf"\+[0-9]{{1,3}}(?:[\s.-]?\(?[0-9]{{2,4}}\)?){{2,5}}{_AFTER}{_EXTENSION}"), _phone),
    (
        re.compile(
            rf"(?:[0-9][\s.-])?(?:\([0-9]{{3}}\)\s?|[0-9]{{3}}[\s.-])[0-9]{{3}}[\s.-][0-9]{{4}}{_AFTER}{_EXTENSION}"
        ),
        _phone,
    ),
    (re.compile(rf"[0-9]{{3}}[-.\s][0-9]{{4}}{_AFTER}(?![.,][0-9]| [0-9]{{3,4}}(?![0-9])){_EXTENSION}"), _phone),
    (
        re.compile(rf"[6-9][0-9]{{2}}(?:\s[0-9]{{2}}){{3}}{_AFTER}|[6-9][0-9]{{2}}(?:\s[0-9]{{3}}){{2}}{_AFTER}"),
        _phone,
    ),
    (re.compile(r"(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9-])"), _iso_date),
    (
        re.compile(r"(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})/(?P<year>[12][0-9]{3}|[0-9]{2})(?![0-9/])"),
        _slash_date,
    ),
    (
        re.compile(
            rf"(?P<first_hour>{_CLOCK})(?::(?P<first_minute>[0-9]{{2}}))?\s?(?P<first_half>{_HALF})?\s?"
            rf"[-–—]\s?(?P<hour>{_CLOCK})(?::(?P<minute>[0-9]{{2}}))?(?:\s?(?P<half>{_HALF}))?(?![\w:/]|-[0-9])"
        ),
        _time_range,
    ),
    (
        re.compile(
            rf"(?P<clock>(?P<hour>{_CLOCK})(?::(?P<minute>[0-9]{{2}}))?(?::(?P<second>[0-5][0-9]))?)(?:\s?(?P<half>{_HALF}))?"
            rf"(?:{_HOURS})?(?![\w:/])"
        ),
        _time,
    ),
    (
        re.compile(
            rf"(?P<clock>(?P<hour>{_CLOCK})\.(?P<minute>[0-5][0-9]))(?P<second>)(?:\s?(?P<half>{_HALF})|{_HOURS})(?![\w:/])"
        ),
        _time,
    ),
    (
        re.compile(r"(?P<day>[0-9]{1,2})[\s-](?P<month>[A-Za-z]{3,4})\b\.?(?:[\s-](?P<year>[12][0-9]{3})\b)?(?!\w)"),
        _day_of_month,
    ),
    (
        re.compile(r"(?P<day>1|[0-9]{1,2}) de (?P<month>[A-Za-z]{3,10})\b\.?(?: de (?P<year>[12][0-9]{3})\b)?"),
        _day_of_month,
    ),
)
