"""The report of the last check for new content: a small file for the commands and the metrics."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from pathlib import Path

from kiosk.content.live import json_cache

FILE = "report.json"
_FORMAT = "1"
_LARGEST = 2**53
"""Larger numbers are never written here, and Prometheus could not represent them."""


@dataclass(frozen=True)
class Report:
    """Moments are ISO 8601 in UTC, by this machine's clock except for `published`; empty for never."""

    looked: str = ""
    """When the kiosk last checked."""
    reached: str = ""
    """When it was last confirmed that this kiosk has the right content."""
    problem: str = ""
    """The code of the error; empty for success."""
    sentence: str = ""
    """The error for staff."""
    number: int = 0
    """The release that this kiosk has; 0 for none."""
    content: str = ""
    published: str = ""
    approved: bool = True
    review_due: str = ""
    """The day on which the first review is due; empty if nothing is approved."""
    trust: str = ""
    """A hash of the root that this kiosk was given; `seen` is only valid for that root."""
    seen: Mapping[str, int] = field(default_factory=dict)
    """The newest verified versions of root and timestamp; older ones are rejected."""


def moment_of(text: str) -> datetime | None:
    """Return a moment of a report; None if invalid or without a time zone, since it could not be compared."""
    with suppress(ValueError):
        moment = datetime.fromisoformat(text)
        return moment if moment.tzinfo else None
    return None


def read_report(folder: Path) -> Report:
    """Return the report in `folder`; an empty one if none can be read."""
    stored = json_cache.load(folder / FILE, _FORMAT)
    blank = Report()
    with suppress(TypeError):
        report = Report(**stored)
        kinds = {name: type(value) for name, value in asdict(blank).items()}
        if all(type(getattr(report, name)) is kind for name, kind in kinds.items()) and _makes_sense(report):
            return report
    return blank


def _makes_sense(report: Report) -> bool:
    """True if the values of a report, of the right types, can have been written here.

    Signed fields of others, such as `published`, are not checked: the report must not be lost because of them.
    """
    moments = all(not text or moment_of(text) for text in (report.looked, report.reached))
    numbers = all(type(each) is int and 0 <= each <= _LARGEST for each in (report.number, *report.seen.values()))
    return moments and numbers and (not report.review_due or _is_date(report.review_due)) and _is_text(report)


def _is_date(text: str) -> bool:
    with suppress(ValueError):
        return bool(date.fromisoformat(text))
    return False


def _is_text(report: Report) -> bool:
    """True if it can be printed: JSON can contain lone surrogates."""
    try:
        "".join(each for each in vars(report).values() if isinstance(each, str)).encode()
    except UnicodeEncodeError:
        return False
    return True


def write_report(folder: Path, report: Report) -> bool:
    """Store `report` in `folder`; return False if it cannot be written."""
    return json_cache.save(folder / FILE, _FORMAT, asdict(report))
