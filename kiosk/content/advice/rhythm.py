"""Warnings about how a page sounds when it is read aloud: clipped sentences, and lists that nothing leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.content.advice.reading_grade import EASIEST_GRADE, grade_of, sentences, words
from kiosk.content.model.block import Role
from kiosk.content.model.excerpt import shortened
from kiosk.content.model.languages import is_wide
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.schema.walk import Found

VERY_SHORT = 6
"""Words of a sentence that sounds clipped beside others like it."""
IN_A_ROW = 3
ENOUGH = 100
"""Words of running text below which a page has no rhythm to speak of."""
_RUNNING = (Role.TEXT, Role.POINT)
"""Texts that are read as sentences; questions, captions and the lines of care cards are short by nature."""

_GOES_ON = {
    "en": re.compile(r"\b(?:about|and|because|for|if|like|of|or|such as|that|to|when|with)$", re.IGNORECASE),
    "es": re.compile(r"\b(?:a|como|con|cuando|de|o|para|por|porque|que|si|sobre|y)$", re.IGNORECASE),
}
"""Last words of a heading that only its list completes."""
_ASKS = re.compile(r"\b(?:how|what|where|which|who|whom|to(?= \w+ )|cómo|cuál|dónde|qué|quién)\b", re.IGNORECASE)
"""In a heading such as “What to call us about”, which is complete."""
_NAMES_THINGS = re.compile(
    r"\b(?:about|any of these|causes?|changes?|have|like|notice|one of these|problems?|signs?|such as|symptoms?)\W*$",
    re.IGNORECASE,
)
"""Ends of a lead-in after which a list names things."""
_HEARD_AS_ORDER = re.compile(
    r"(?:ache|care|change|cough|exercise|fear|help|rest|scan|sleep|stress|support|test|visit|walk|work|worry)"
    r"(?= (?:about|at|for|from|in|of|on|that|to|with)\b)",
    re.IGNORECASE,
)
"""Nouns without an article that sound like a request: “Worry about your health”."""


def warn_about_rhythm(everything: list[Found], language: str, has_cards: bool, diagnostics: Diagnostics) -> None:
    """Add warnings about clipped sentences and about lists that nothing leads to.

    `has_cards`: the page is one of care cards, which are meant to be grasped at a glance.
    """
    if language == "en" and not has_cards:
        _too_easy(everything, diagnostics)
    for block in everything:
        if block.role is Role.TEXT and not is_wide(block.words):  # there no spaces tell the words
            _clipped(block, diagnostics)
    for heading, texts, points in _sections(everything):
        _leads_on(heading, texts, points, language, diagnostics)
        if language == "en":
            _orders(heading, texts, points, diagnostics)


def _too_easy(everything: list[Found], diagnostics: Diagnostics) -> None:
    """Warn if the page is so simple that it sounds stilted."""
    running = [block.words for block in everything if block.role in _RUNNING]
    grade = grade_of(running)
    if sum(len(words(text)) for text in running) >= ENOUGH and grade < EASIEST_GRADE:
        diagnostics.warn(
            "too-easy",
            f"The text is for school year {max(1.0, grade):.1f}, which sounds clipped to adults.",
            f"Join sentences that belong together, as you would say them; from year {EASIEST_GRADE} is right.",
            line=everything[0].node.line,
        )


def _clipped(block: Found, diagnostics: Diagnostics) -> None:
    """Warn about very short sentences in a row."""
    found = sentences(block.words)
    for at in range(len(found) - IN_A_ROW + 1):
        if all(len(words(sentence)) <= VERY_SHORT for sentence in found[at : at + IN_A_ROW]):
            diagnostics.warn(
                "clipped",
                f"Very short sentences follow each other from “{shortened(found[at], 30)}” on.",
                "Join two of them, for example with “and” or “because”.",
                line=block.line(found[at], diagnostics.lines),
            )
            return


def _sections(everything: list[Found]) -> Iterator[tuple[Found | None, list[Found], list[Found]]]:
    """Yield heading, paragraphs and points of each section."""
    found: dict[str, list[Found]] = {}
    for block in everything:
        if block.path.startswith("sections/"):
            found.setdefault(block.path.split("/")[1], []).append(block)
    for blocks in found.values():
        heading = next((block for block in blocks if block.role is Role.HEADING), None)
        yield (
            heading,
            [block for block in blocks if block.role is Role.TEXT],
            [block for block in blocks if block.role is Role.POINT],
        )


def _leads_on(
    heading: Found | None, texts: list[Found], points: list[Found], language: str, diagnostics: Diagnostics
) -> None:
    """Warn about a heading or a sentence that leads to a list which does not follow it."""
    goes_on = _GOES_ON.get(language)
    stops = heading and goes_on and goes_on.search(heading.words) and not _ASKS.search(heading.words)
    if heading and stops and (texts or not points):
        diagnostics.warn(
            "no-list",
            f"The heading “{shortened(heading.words, 40)}” stops in the middle of its sentence.",
            "Finish the sentence, or let the points follow at once.",
            line=heading.node.line,
        )
    for number, text in enumerate(texts, 1):
        if text.words.endswith(":") and not (points and number == len(texts)):
            diagnostics.warn(
                "no-list",
                f"No points follow “{shortened(sentences(text.words)[-1], 40)}”.",
                "End it with a full stop, or put the points right below it.",
                line=text.line(text.words, diagnostics.lines),
            )


def _orders(heading: Found | None, texts: list[Found], points: list[Found], diagnostics: Diagnostics) -> None:
    """Warn about nouns in a list that an ear takes for a request."""
    lead = texts[-1] if texts else heading
    if lead is None or not _NAMES_THINGS.search(lead.words):
        return
    for point in points:
        if _HEARD_AS_ORDER.match(point.words):
            diagnostics.warn(
                "heard-as-order",
                f"Read aloud, “{shortened(point.words, 40)}” sounds like a request.",
                "Write a whole sentence, such as “You worry about your health”.",
                line=point.line(point.words, diagnostics.lines),
            )
