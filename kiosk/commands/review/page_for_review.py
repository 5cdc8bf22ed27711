"""A text as a reviewer gets it: what has changed, each page as seen and heard, and what its lines rest on."""

from __future__ import annotations

from pathlib import Path

from kiosk.commands.review.diff import differences
from kiosk.commands.review.sources import what_it_rests_on
from kiosk.content.model.library import Library, Topic
from kiosk.content.record.approvals import read_approvals, standing
from kiosk.locale.wordings import wordings
from kiosk.speech.said import as_said
from kiosk.visit.layout.grid import Grid
from kiosk.visit.transcript import topic_transcript

SCREEN = Grid(80, 24)
"""The screen of a usual kiosk."""


def page_for_review(folder: Path, library: Library, topic: Topic) -> list[str]:
    """Return the lines to read before an approval, in an order that can also be heard."""
    return [
        *_since(folder, library, topic),
        "\nWhat patients see and hear, page by page:",
        *_pages(library, topic),
        "\nWhat its lines rest on:",
        *what_it_rests_on(folder, topic),
    ]


def _since(folder: Path, library: Library, topic: Topic) -> list[str]:
    """Return what has changed since the last approval, and who has approved this text while others are missing."""
    lines = differences(folder, topic, library.words)
    if not topic.approved:
        records, _ = read_approvals(folder)
        found = standing(records, f"{topic.language}/{topic.name}", topic.fingerprint)
        lines += [f"{each.by}, {each.role}, approved it as it is now, on {each.on}." for each in found]
    return lines


def _pages(library: Library, topic: Topic) -> list[str]:
    """Return all pages of `topic`, each text as it is written and, where that differs, as the voice says it.

    Without the names of the keys, which are the same on every page.
    """
    own = wordings(library.clinic.languages)
    lines: list[str] = []
    for page in topic_transcript(library, topic.name, topic.language, SCREEN, own, as_said(library.words)):
        lines.append(f"\n{page.page}")
        for text, said in page.heard[: -1 if page.hinted else None]:
            lines += [f"  {text}", *([f"    (spoken: {said})"] if said else [])]
    return lines
