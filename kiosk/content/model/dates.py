"""Dates and hours as staff type them."""

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?: +(\d{1,2}):(\d{2}))?")
_OTHER = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})")
YEARS = range(2000, 2100)
"""Any other year is a typing mistake."""


class Hours(NamedTuple):
    """Opening hours on some days of the week."""

    days: tuple[int, ...]
    """0 is Monday."""
    start: int
    """Minutes from midnight."""
    end: int


def iso_date(text: str) -> date | None:
    """Return the day in `text`, such as `2026-11-22`; None for anything else."""
    found = _ISO.fullmatch(text)
    if not found or not text.isascii():
        return None
    return _day(*map(int, found.groups()))


def iso_moment(text: str, end: bool = False) -> datetime | None:
    """Return the moment of `2026-11-22 08:30` or `2026-11-22`, in the clinic's local time; None for anything else.

    A day alone is its first moment; with `end`, the first moment after it.
    """
    found = _MOMENT.fullmatch(text)
    day = iso_date(found[1]) if found and text.isascii() else None
    if not found or day is None:
        return None
    start = datetime(day.year, day.month, day.day)
    if found[2] is None:
        return start + timedelta(days=1) if end else start
    hour, minute = int(found[2]), int(found[3])
    return start + timedelta(hours=hour, minutes=minute) if hour * 60 + minute <= 1440 and minute < 60 else None


def minutes(text: str) -> int:
    """Return the minutes from midnight to a valid time such as `08:30`."""
    hour, _, minute = text.partition(":")
    return int(hour) * 60 + int(minute)


def meant_date(text: str) -> date | None:
    """Return the only day that `22/11/2026` or `2026/11/22` can mean; None if ambiguous or not a day."""
    found = _OTHER.fullmatch(text.strip())
    if not found or not text.isascii():
        return None
    first, second, third = map(int, found.groups())
    readings = {_day(first, second, third), _day(third, second, first), _day(third, first, second)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None if there is no such day."""
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
