"""How the last look for new content went: one small file that staff's commands and the health file are made from."""

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
"""A number that is larger was never written here, and Prometheus could not hold it."""


@dataclass(frozen=True)
class Report:
    """All moments are ISO 8601 in UTC, by this machine's clock but for `published`; empty for never."""

    looked: str = ""
    """When it was last tried."""
    reached: str = ""
    """When it was last made sure that this kiosk has what it is to have."""
    problem: str = ""
    """The code of why not; empty when all went well."""
    sentence: str = ""
    """The same for staff."""
    number: int = 0
    """The release that this kiosk has; 0 for none."""
    content: str = ""
    published: str = ""
    approved: bool = True
    review_due: str = ""
    """The first day on which a review is due; empty where nothing is approved."""
    trust: str = ""
    """A hash of the root that this kiosk was given; `seen` holds for that one alone."""
    seen: Mapping[str, int] = field(default_factory=dict)
    """The newest versions of root and timestamp that were found right, behind which it never goes."""


def moment_of(text: str) -> datetime | None:
    """A moment of a report, or None for none; one without a zone is none, as it cannot be compared with others."""
    with suppress(ValueError):
        moment = datetime.fromisoformat(text)
        return moment if moment.tzinfo else None
    return None


def read_report(folder: Path) -> Report:
    """The report in `folder`; an empty one where there is none that can be read."""
    stored = json_cache.load(folder / FILE, _FORMAT)
    blank = Report()
    with suppress(TypeError):
        report = Report(**stored)
        kinds = {name: type(value) for name, value in asdict(blank).items()}
        if all(type(getattr(report, name)) is kind for name, kind in kinds.items()) and _makes_sense(report):
            return report
    return blank


def _makes_sense(report: Report) -> bool:
    """Whether the values of a report, which are of the right kinds, can have been written here.

    What others have signed, such as `published`, is not judged: a report is not lost for it.
    """
    moments = all(not text or moment_of(text) for text in (report.looked, report.reached))
    numbers = all(type(each) is int and 0 <= each <= _LARGEST for each in (report.number, *report.seen.values()))
    return moments and numbers and (not report.review_due or _is_date(report.review_due)) and _is_text(report)


def _is_date(text: str) -> bool:
    with suppress(ValueError):
        return bool(date.fromisoformat(text))
    return False


def _is_text(report: Report) -> bool:
    """Whether it can be printed: JSON can hold halves of characters."""
    try:
        "".join(each for each in vars(report).values() if isinstance(each, str)).encode()
    except UnicodeEncodeError:
        return False
    return True


def write_report(folder: Path, report: Report) -> bool:
    """Keeps `report` in `folder`; False where that cannot be written."""
    return json_cache.save(folder / FILE, _FORMAT, asdict(report))
