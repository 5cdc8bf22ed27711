"""Dates as staff type them."""

import re
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_OTHER = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})")
YEARS = range(2000, 2100)
"""Outside of these a year is a slip of the finger."""


def iso_date(text: str) -> date | None:
    """The day that `text` names as year, month and day, such as `2026-11-22`; None for anything else."""
    found = _ISO.fullmatch(text)
    if not found or not text.isascii():
        return None
    return _day(*map(int, found.groups()))


def meant_date(text: str) -> date | None:
    """The one day that `22/11/2026` or `2026/11/22` can mean; None when it is unclear or no day."""
    found = _OTHER.fullmatch(text.strip())
    if not found or not text.isascii():
        return None
    first, second, third = map(int, found.groups())
    readings = {_day(first, second, third), _day(third, second, first), _day(third, first, second)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day."""
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
