"""Whether content may be shown: read as `check` reads it, and approved by a clinician."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.content.parsing.diagnostic import Diagnostic, errors
from kiosk.content.reader import read_content
from kiosk.fleet.fleet_error import FleetError

NO_HINDRANCE = ("review-due",)
"""Remarks of a strict check with which content still goes out: an approval that ends soon holds until then."""


@dataclass(frozen=True)
class Fitness:
    """What is known of a content folder that can be shown."""

    unapproved: tuple[str, ...]
    """Texts that no clinician has approved, each as `en/signs`."""
    earliest_due: date | None
    """The first day on which a review is due."""
    remarks: tuple[Diagnostic, ...] = ()
    """What a strict check says."""


def fitness(folder: Path, today: date | None = None) -> Fitness:
    """Reads all of `folder`; with `today`, staff's remarks too. Raises FleetError where patients cannot be shown it."""
    reading = read_content(folder, advice_for=today)
    if reading.everything is None:
        raise FleetError("content-wrong", "The content has errors, so it is not used.", errors(reading.diagnostics))
    topics = [(f"{xx}/{name}", topic) for xx, own in reading.everything.topics.items() for name, topic in own.items()]
    due = [topic.review.due for _, topic in topics if topic.approved and topic.review.due]
    return Fitness(
        tuple(name for name, topic in topics if not topic.approved),
        min(due, default=None),
        tuple(diagnostic for diagnostic in reading.diagnostics if diagnostic.code not in NO_HINDRANCE),
    )


def require_fit(folder: Path, today: date) -> Fitness:
    """As `fitness`, for content that goes to kiosks: nothing unapproved, and a strict check has nothing to say.

    Raises FleetError with what is to be mended.
    """
    found = fitness(folder, today)
    if found.remarks:
        sentence = "The content is not published: a strict check has something to say about it."
        raise FleetError("not-strict", sentence, found.remarks)
    if found.unapproved:
        names = ", ".join(found.unapproved[:5]) + (" and others" if len(found.unapproved) > 5 else "")
        sentence = f"The content is not published: no clinician has approved {names}. Use “approve” first."
        raise FleetError("not-approved", sentence)
    return found
