"""The position of the voice: what is being spoken, what was spoken last, and what was asked of it.

It knows the voice only by its reports, which may be late: a report about text that has left the page changes nothing on
the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kiosk.visit.layout.page import Page, Unit
from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.sheet import Choice
from kiosk.visit.terms.trail import Position


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
    busy: bool = False
    """True from the moment that something is to be said until all of it was heard."""
    paused: bool = False
    """True while the visitor has stopped the voice in the middle of a text."""
    reading_on: bool = False
    """True if the rest of the text will be read as well."""
    until: Position | None = None
    """The last sentence that the voice was given; reading goes on with the one after it."""
    pending: bool = False
    """True while a heading or a confirmation is spoken before a sentence of the text."""
    to_announce: tuple[Utterance, Choice] | None = None
    """A choice that is said after other things: it counts as announced once it sounds."""
    announced: Choice | None = None
    """The choice that the visitor was told last; None if none was at this place."""
    place: str = ""
    """Where the visitor arrived last."""

    @property
    def reading(self) -> bool:
        """True while a text is read, or is to be read next."""
        return self.pending or (self.sounding is not None and self.sounding.unit is not None)

    def arrived(self, place: str) -> None:
        """Note that the visitor is at `place`; nothing that was said elsewhere is repeated or chosen there."""
        self.paused = False
        if place != self.place:
            self.place, self.last, self.announced = place, None, None

    def started(self, utterance: Utterance) -> None:
        """Note that `utterance` has begun to sound."""
        self.sounding, self.last = utterance, utterance.whole
        self.word = None
        if utterance.unit is not None:
            self.pending = False
        if self.to_announce is not None and utterance.whole == self.to_announce[0]:
            self.announced, self.to_announce = self.to_announce[1], None

    def hushed(self) -> None:
        """Note that the voice fell silent."""
        self.sounding = self.word = self.to_announce = None
        self.busy = self.pending = self.reading_on = False

    def lit(self, page: Page) -> Lit | None:
        """Return what to highlight on `page`, for visitors who read along."""
        unit = self.sounding.unit if self.sounding else None
        if self.sounding is None or unit is None or not _on(page, unit):
            return None
        start, end = self.word or (0, 0)
        begin = unit.start + self.sounding.at
        return Lit(unit.part, unit.start, unit.end, begin + start, begin + end)


def _on(page: Page, unit: Unit) -> bool:
    """Return True if any of the sentence `unit` is on `page`."""
    return any(own.part == unit.part and own.start < unit.end and unit.start < own.end for own in page.units)
