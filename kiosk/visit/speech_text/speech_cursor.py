"""The position of the voice: what is being spoken, what was spoken last, where reading was paused.

It knows the voice only by its reports, which may be late: a report about text that has left the page changes nothing on
the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kiosk.visit.layout.page import Page, Unit
from kiosk.visit.speech_text.utterance import Utterance


class Lit(NamedTuple):
    """The spoken sentence and the spoken word in it, as characters of a part's text."""

    part: int
    start: int
    end: int
    word_start: int
    word_end: int
    """Equal to `word_start` if the word is not known."""


@dataclass
class SpeechCursor:
    """The position of the voice in one visit."""

    sounding: Utterance | None = None
    word: tuple[int, int] | None = None
    """Characters of `sounding.text` (start, end) that are being spoken."""
    last: Utterance | None = None
    """The last utterance, to be repeated on request."""
    paused: Unit | None = None
    """The sentence at which the visitor stopped the reading."""
    reading_on: bool = False
    """True if the following pages will be read as well."""
    pending: Unit | None = None
    """The sentence that will be read next, while a heading or a confirmation is spoken before it."""

    def started(self, utterance: Utterance) -> None:
        """Note that `utterance` has begun to sound."""
        self.sounding = self.last = utterance
        if utterance.unit == self.pending:
            self.pending = None
        self.word = None

    def hushed(self) -> None:
        """Note that the voice fell silent."""
        self.sounding = None
        self.word = None
        self.pending = None
        self.reading_on = False

    def at(self, page: Page) -> int | None:
        """Return the index of the sentence of `page` that is being spoken, or None."""
        if self.sounding is None or self.sounding.unit is None:
            return None
        return index_of(page, self.sounding.unit)

    def current_or_pending(self, page: Page) -> int | None:
        """Return the index of the sentence of `page` that is being spoken or comes next; None if nothing is read."""
        at = self.at(page)
        return index_of(page, self.pending) if at is None and self.pending else at

    def pause(self, page: Page) -> None:
        """Remember the sentence that is being spoken or comes next; reading resumes with it."""
        at = self.current_or_pending(page)
        if at is not None:
            self.paused = page.units[at]
        elif self.sounding is not None and self.sounding.unit is not None:
            self.paused = self.sounding.unit

    def lit(self, page: Page) -> Lit | None:
        """Return what to highlight on `page`, for visitors who read along."""
        unit = self.sounding.unit if self.sounding else None
        if unit is None or index_of(page, unit) is None:
            return None
        start, end = self.word or (0, 0)
        return Lit(unit.part, unit.start, unit.end, unit.start + start, unit.start + end)


def index_of(page: Page, unit: Unit) -> int | None:
    """Return the index of the sentence of `page` that overlaps `unit`, or None."""
    for number, own in enumerate(page.units):
        if own.part == unit.part and own.start < unit.end and unit.start < own.end:
            return number
    return None
