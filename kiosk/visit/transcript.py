"""Every page that a visitor can reach, as text: what it shows and what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.content.model.clean import clean
from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.places.sheets import Sheets
from kiosk.visit.session.view import View, view_of
from kiosk.visit.speech_text.reading import Reader, shown
from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.keys import STANDARD, Keys
from kiosk.visit.terms.names import (
    ALL_KEYS,
    DISCLAIMER,
    EXPLORE,
    HELP,
    MENU,
    MORE,
    PAUSED,
    UNWELL,
    WARNING,
    WHERE,
)
from kiosk.visit.terms.sheet import Sheet
from kiosk.visit.terms.told import Told
from kiosk.visit.terms.trail import Place
from kiosk.visit.terms.wording import Wording

Say = Callable[[Utterance], str]
"""Gives the words of the voice for an utterance."""


def as_written(utterance: Utterance) -> str:
    """Return the text of an utterance, without a voice."""
    return utterance.text


@dataclass(frozen=True)
class PageTranscript:
    """One page, named `menu`, or `signs-2` for the second page of a topic."""

    page: str
    shown: tuple[str, ...]
    read: tuple[str, ...]
    """The texts that are read aloud, as written."""
    spoken: tuple[str, ...]
    """The same as the voice says them."""
    hinted: bool = False
    """True if the last of these texts says which keys there are."""

    @property
    def heard(self) -> tuple[tuple[str, str], ...]:
        """Each text that is read aloud, and the words of the voice; empty where they are those of the text."""
        pairs = zip(self.read, self.spoken, strict=True)
        return tuple((text, said if _words(said) != _words(text) else "") for text, said in pairs)

    def as_text(self) -> str:
        """Return the transcript in readable form, with the words of the voice where they differ from the text."""
        lines = [f"=== {self.page}", *(f"  shown   {text}" for text in self.shown)]
        for text, said in self.heard:
            lines.append(f"  spoken  {text}")
            if said:
                lines.append(f"  (spoken: {said})")
        return "\n".join([*lines, ""])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", clean(text)[0].casefold())


def transcript(
    library: Library,
    language: str,
    grid: Grid,
    wordings: Mapping[str, Wording] | None = None,
    keys: Keys = STANDARD,
    say: Say = as_written,
) -> list[PageTranscript]:
    """Return all pages in `language` on `grid`: disclaimer, menu, topics, help, warning.

    `say` gives the words of the voice for an utterance.
    """
    view = view_of(library, grid, language, wordings, keys)
    return [_transcribe(view.reader, page, label, say) for label, page in every_page(library, view, keys)]


def every_page(library: Library, view: View[Sheets], keys: Keys = STANDARD) -> list[tuple[str, Page]]:
    """Return the pages of `transcript` as drawn, each with its name."""
    sheets = view.sheets
    topics = [name for name in library.names if name != DISCLAIMER]
    pages: list[tuple[str, Page]] = []
    for name in (
        DISCLAIMER,
        MENU,
        *sheets.groups.names,
        *library.clinic.offered,
        *(t for t in topics if t not in library.clinic.offered),
        *sheets.card_places(),
        *sheets.extras.places(),
    ):
        pages += _pages(view, name)
    text = [name for name in library.clinic.menu if name != UNWELL][:1]
    for name in (DISCLAIMER, MENU, *sheets.groups.names[:1], *text, UNWELL):
        label = HELP if name == MENU else f"{HELP}-{name}"
        pages += _pages(view, label, sheets.helping.help_with(view.cut(name)[0]))
    for name in (
        *sheets.offers.names,
        ALL_KEYS,
        EXPLORE,
        *([MORE] if keys.missing else []),
        *([PAUSED] if keys.few else []),
    ):
        pages += _pages(view, name)
    pages += _pages(view, WARNING, sheets.warning(round(library.clinic.countdown)))
    return pages + _pages(view, WHERE, sheets.where(_example_of_where(view, library)))


def topic_transcript(
    library: Library, name: str, language: str, grid: Grid, wordings: Mapping[str, Wording], say: Say = as_written
) -> list[PageTranscript]:
    """Return the pages of the topic `name` and its extras; `say` as for `transcript`."""
    view = view_of(library, grid, language, wordings)
    sheets = view.sheets
    extras = [place for place in (*sheets.card_places(), *sheets.extras.places()) if place.startswith(f"{name}/")]
    return [
        _transcribe(view.reader, page, label, say) for place in (name, *extras) for label, page in _pages(view, place)
    ]


def _example_of_where(view: View[Sheets], library: Library) -> tuple[Told, ...]:
    """Return the answer to "Where am I?" for a visitor who has just arrived at the menu."""
    menu = view.page(Place(MENU))
    return view.reader.where(menu, view.cut(DISCLAIMER)[0].told, round(library.clinic.warn_after))


def _pages(view: View[Sheets], name: str, sheet: Sheet | None = None) -> list[tuple[str, Page]]:
    _, cuts = view.cut(name, sheet)
    is_list = bool(cuts[0].choices)
    found = []
    for number, cut in enumerate(cuts):
        page = view.page(Place(name, number, cut.first_choice if is_list else 0), sheet=sheet)
        label = name if len(cuts) == 1 else f"{name}-{number + 1}"
        found.append((label, page))
    return found


def _transcribe(reader: Reader, page: Page, label: str, say: Say) -> PageTranscript:
    said = reader.by_voice(reader.everything(page))
    return PageTranscript(
        label, tuple(shown(page)), tuple(map(as_written, said)), tuple(map(say, said)), bool(page.hints)
    )
