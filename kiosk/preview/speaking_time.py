"""Estimates how long a text takes to read aloud, from its words and pauses, without a voice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.said import form_of
from kiosk.visit.places.own_sheets import OwnSheets
from kiosk.visit.session.settings import RATES_WPM, START_RATE
from kiosk.visit.session.view import S, View
from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.trail import Place


def seconds_to_say(
    utterances: Iterable[Utterance], rules: Sequence[WordRule], wpm: int = RATES_WPM[START_RATE]
) -> float:
    """Return the seconds for `utterances` and their pauses, at `wpm` words a minute.

    It counts spoken words: “911” is three.
    """
    seconds = 0.0
    for utterance in utterances:
        said = form_of(utterance, rules).text
        seconds += utterance.pause_ms / 1000 + len(said.split()) * 60 / wpm
    return seconds


def said_on(view: View[OwnSheets], place: Place) -> tuple[Utterance, ...]:
    """Return what a page says on arrival: title and text."""
    page = view.page(place)
    return (*view.reader.heading(page), *view.reader.text(page))


def said_at(view: View[S], name: str) -> list[Utterance]:
    """Return what all pages of a place say, with the title once."""
    pages = [view.page(Place(name, number)) for number in range(view.page(Place(name)).count)]
    return [*view.reader.heading(pages[0]), *(said for page in pages for said in view.reader.text(page))]


def in_words(seconds: float) -> str:
    """Return, for example, “1 minute 5 seconds”."""
    minutes, rest = divmod(round(seconds), 60)
    parts = [_count(minutes, "minute")] if minutes else []
    return " ".join([*parts, _count(rest, "second")] if rest or not minutes else parts)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
