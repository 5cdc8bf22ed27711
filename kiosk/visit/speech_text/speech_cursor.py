"""Where the voice is: what sounds now, what was said last, where reading was paused.

It learns of the voice only by reports, which may come late: a report of something that is no longer on the page
changes nothing that is seen.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.visit.layout.page import Page
from kiosk.visit.layout.paging import Unit
from kiosk.visit.speech_text.utterance import Utterance


@dataclass(frozen=True)
class Lit:
    """The sentence that sounds, and the word in it, as characters of a part's text."""

    part: int
    start: int
    end: int
    word_start: int
    word_end: int
    """Equal to `word_start` where no word is known."""


@dataclass
class SpeechCursor:
    """The place of the voice in a visit."""

    sounding: Utterance | None = None
    word: tuple[int, int] | None = None
    """Characters of `sounding.text` (start, end) that sound now."""
    last: Utterance | None = None
    """What was said last, for a repeat."""
    paused: Unit | None = None
    """The sentence at which the visitor stopped the reading."""
    reading_on: bool = False
    """Whether the pages that follow are to be read as well."""
    pending: Unit | None = None
    """The sentence with which reading begins or goes on, while a heading or a confirmation is said before it."""

    def started(self, utterance: Utterance) -> None:
        """`utterance` begins to sound."""
        self.sounding = self.last = utterance
        if utterance.unit == self.pending:
            self.pending = None
        self.word = None

    def hushed(self) -> None:
        """The voice fell silent."""
        self.sounding = None
        self.word = None
        self.pending = None
        self.reading_on = False

    def at(self, page: Page) -> int | None:
        """Return which sentence of `page` (0-based) sounds now, or None."""
        if self.sounding is None or self.sounding.unit is None:
            return None
        return index_of(page, self.sounding.unit)

    def current_or_pending(self, page: Page) -> int | None:
        """Return which sentence of `page` (0-based) sounds or comes next; None where nothing is being read."""
        at = self.at(page)
        return index_of(page, self.pending) if at is None and self.pending else at

    def pause(self, page: Page) -> None:
        """Keep the sentence that sounds or comes next; reading goes on with it."""
        at = self.current_or_pending(page)
        if at is not None:
            self.paused = page.units[at]
        elif self.sounding is not None and self.sounding.unit is not None:
            self.paused = self.sounding.unit

    def lit(self, page: Page) -> Lit | None:
        """Return what to light on `page`, for whoever reads along."""
        unit = self.sounding.unit if self.sounding else None
        if unit is None or index_of(page, unit) is None:
            return None
        start, end = self.word or (0, 0)
        return Lit(unit.part, unit.start, unit.end, unit.start + start, unit.start + end)


def index_of(page: Page, unit: Unit) -> int | None:
    """Return which sentence of `page` (0-based) is or overlaps `unit`, or None."""
    for number, own in enumerate(page.units):
        if own.part == unit.part and own.start < unit.end and unit.start < own.end:
            return number
    return None
