"""Days by their names, as forms offer them, and as they are typed."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kiosk.content.model.dates import iso_date, meant_date
from kiosk.content.schema.clinic_fields import DAYS

AHEAD = 14
"""Days that are offered by name."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_TIME = re.compile(r"\d{1,2}:\d{2}")


def day_name(day: date) -> str:
    """Return, for example, “Monday, November 30, 2026”."""
    month = _MONTHS[day.month - 1]
    return f"{DAYS[day.weekday()].capitalize()}, {month} {day.day}, {day.year}"


def days_ahead(today: date) -> list[tuple[str, str]]:
    """Return the next days: each as it is saved, and its name."""
    near = {0: "Today, ", 1: "Tomorrow, "}
    days = [today + timedelta(days=ahead) for ahead in range(AHEAD)]
    return [(day.isoformat(), near.get(ahead, "") + day_name(day)) for ahead, day in enumerate(days)]


def split_moment(value: str) -> tuple[str, str]:
    """Return the day and the time in `2026-11-22 08:00`; either may be empty."""
    day, _, time = value.partition(" ")
    return (day, time.strip()) if _TIME.fullmatch(time.strip()) or not time else (value, "")


def typed_day(typed: str) -> str:
    """Return `12/24/2026`, or another way to write a day, as it is saved; unchanged if it can mean none or two days."""
    day = iso_date(typed) or meant_date(typed)
    return day.isoformat() if day else typed
