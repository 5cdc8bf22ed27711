"""Whether content may be shown: without errors, as `check` reads it, and approved by a clinician."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.content.advice.samples import sample_diagnostics
from kiosk.content.parsing.diagnostic import Diagnostic, errors
from kiosk.content.reader import read_content
from kiosk.fleet.fleet_error import FleetError

NO_HINDRANCE = ("review-due",)
"""Warnings that do not stop a publication: an approval that ends soon is valid until then."""


@dataclass(frozen=True)
class Fitness:
    """What a check of a content folder without errors found."""

    unapproved: tuple[str, ...]
    """Texts that no clinician has approved, each as `en/signs`."""
    earliest_due: date | None
    """The day on which the first review is due."""
    warnings: tuple[Diagnostic, ...] = ()
    """What a strict check finds."""
    samples: tuple[Diagnostic, ...] = ()
    """What is still a sample, such as the clinic's number."""


def fitness(folder: Path, today: date | None = None) -> Fitness:
    """Read all of `folder`; with `today`, also collect warnings. Raises FleetError if it has errors."""
    reading = read_content(folder, advice_for=today)
    if reading.everything is None:
        raise FleetError("content-wrong", "The content has errors, so it is not used.", errors(reading.diagnostics))
    topics = [(f"{xx}/{name}", topic) for xx, own in reading.everything.topics.items() for name, topic in own.items()]
    due = [topic.review.due for _, topic in topics if topic.approved and topic.review.due]
    return Fitness(
        tuple(name for name, topic in topics if not topic.approved),
        min(due, default=None),
        tuple(diagnostic for diagnostic in reading.diagnostics if diagnostic.code not in NO_HINDRANCE),
        sample_diagnostics(reading.everything),
    )


def refuse_samples(found: Fitness) -> None:
    """Raise FleetError if the content is still a sample: nobody answers its number, not even in a trial."""
    if found.samples:
        raise FleetError("sample", "The content is not published: some of it is still a sample.", found.samples)


def require_fit(folder: Path, today: date) -> Fitness:
    """Return the fitness of content to publish: no sample, nothing unapproved, and no strict warnings.

    Raises FleetError with what to fix.
    """
    found = fitness(folder, today)
    refuse_samples(found)
    if found.warnings:
        sentence = "The content is not published: “check --strict” finds something to fix."
        raise FleetError("not-strict", sentence, found.warnings)
    if found.unapproved:
        names = ", ".join(found.unapproved[:5]) + (" and others" if len(found.unapproved) > 5 else "")
        sentence = f"The content is not published: no clinician has approved {names}. Use “approve” first."
        raise FleetError("not-approved", sentence)
    return found
