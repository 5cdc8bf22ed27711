"""The sentences of a text, counted through from first to last: what the voice says in one breath, at any size.

A page may hold only a piece of one (`Page.units`); that piece is drawn and highlighted, the whole sentence is spoken.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from kiosk.content.model.sentences import sentence_spans
from kiosk.visit.layout.page import Page, Unit
from kiosk.visit.terms.sheet import Part, Role
from kiosk.visit.terms.trail import Position

OPENINGS = (Role.HEADING, Role.LEVEL)
"""The parts that begin a part of the text as listeners count them."""
BEFORE_THE_TEXT = (Role.CAPTION, Role.NOTE, Role.LEVEL)
"""Parts that are first only at some sizes or in some languages, so that a `Position` counts from the one after them."""


@lru_cache(maxsize=8)
def sentences_of(parts: tuple[Part, ...]) -> tuple[Unit, ...]:
    """Return all sentences of a text, in reading order."""
    return tuple(Unit(number, *span) for number, part in enumerate(parts) for span in sentence_spans(part.text))


def number_holding(sentences: tuple[Unit, ...], part: int, start: int) -> int:
    """Return the number (0-based) of the sentence that holds character `start` of `part`; 0 before the first."""
    return max(0, bisect_right([sentence[:2] for sentence in sentences], (part, start)) - 1)


def leading(parts: tuple[Part, ...]) -> int:
    """Return how many parts come before the text itself, such as what its picture shows."""
    return next((at for at, part in enumerate(parts) if part.role not in BEFORE_THE_TEXT), len(parts))


@lru_cache(maxsize=8)
def _text_of(parts: tuple[Part, ...]) -> tuple[int, ...]:
    """Return the numbers of the parts that are there at every size: what a picture shows is not."""
    first = leading(parts)
    return tuple(at for at in range(first, len(parts)) if parts[at].role is not Role.CAPTION)


def place_of(parts: tuple[Part, ...], part: int) -> int:
    """Return the place of `part` in the text: the same at every size, for what a picture shows that of the next one."""
    first = leading(parts)
    return part - first if part < first else bisect_left(_text_of(parts), part)


def part_at(parts: tuple[Part, ...], place: int) -> int:
    """Return the number of the part at this place of the text; see `place_of`."""
    text = _text_of(parts)
    if place < 0:
        return place + leading(parts)
    return text[place] if place < len(text) else len(parts)


def number_at(parts: tuple[Part, ...], position: Position) -> int:
    """Return the number of the sentence at `position`, or of the nearest before it if the text is shorter now."""
    sentences = sentences_of(parts)
    first, after = _of_part(sentences, part_at(parts, position.part))
    return max(0, min(first + position.sentence, after - 1, len(sentences) - 1))


def position_of(parts: tuple[Part, ...], number: int) -> Position:
    """Return the position of sentence `number`; what a picture shows comes right before the part at its place."""
    sentences = sentences_of(parts)
    place = place_of(parts, sentences[number].part)
    return Position(place, number - _of_part(sentences, part_at(parts, place))[0])


def _of_part(sentences: tuple[Unit, ...], part: int) -> tuple[int, int]:
    """Return the numbers of the first sentence of `part` and of the first after it."""
    parts = [sentence.part for sentence in sentences]
    return bisect_left(parts, part), bisect_right(parts, part)


def beginning_on(page: Page) -> list[int]:
    """Return the numbers of the sentences that begin on `page`."""
    sentences = sentences_of(page.parts)
    starts = {(unit.part, unit.start) for unit in page.units}
    return [number for number, sentence in enumerate(sentences) if sentence[:2] in starts]


def first_unit(units: Sequence[Unit], parts: int) -> Unit | None:
    """Return the first of the units of a page that is of the text, which has so many `parts`, and not of its head."""
    return next((unit for unit in units if unit.part < parts), None)


def first_on(page: Page) -> int:
    """Return the number of the sentence that `page` begins with, or in the middle of which it begins; else 0."""
    unit = first_unit(page.units, len(page.parts))
    return number_holding(sentences_of(page.parts), unit.part, unit.start) if unit else 0


def openings(parts: tuple[Part, ...]) -> list[int]:
    """Return the numbers of the sentences that begin a part of the text: its headings and the levels of its cards."""
    found = []
    for number, sentence in enumerate(sentences_of(parts)):
        if sentence.start == 0 and parts[sentence.part].role in OPENINGS:
            found.append(number)
    return found
