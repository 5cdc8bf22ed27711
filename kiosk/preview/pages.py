"""The pages of the topic that is edited, and of what is beside it, at one size of screen; and where the reader is."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.session.view import View
from kiosk.visit.speech_text.reading import Reader
from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.trail import Place
from kiosk.visit.terms.wording import Wording


class Pages:
    """Turns the pages of one topic, its questions and its page for phones."""

    def __init__(self, name: str, language: str, wordings: Mapping[str, Wording]) -> None:
        self._name = name
        self._language = language
        self._wordings = wordings
        self._view: View | None = None
        self._place = Place(name)

    @property
    def page(self) -> Page | None:
        """The page to be seen; None before there is anything right."""
        return self._view.page(self._place) if self._view else None

    @property
    def reader(self) -> Reader | None:
        """Says pages."""
        return self._view.reader if self._view else None

    def lay_out(self, library: Library, grid: Grid) -> None:
        """Other words, or another size; the place stays, where it is still there."""
        self._view = View(library, grid, self._language, self._wordings)
        if not self._view.has(self._place.name):
            self._place = Place(self._name)
        self._view.page(self._place)

    def turn(self, by: int) -> bool:
        """One page on (1) or back (-1); False at the end."""
        page = self.page
        if page is None or not 0 <= self._place.number + by < page.count:
            return False
        self._place.number += by
        return True

    def next_place(self) -> None:
        """From the topic to its questions, to its page for phones, and back."""
        if self._view is None:
            return
        places = [self._name, *self._view.sheets.beside.places()]
        self._place = Place(places[(places.index(self._place.name) + 1) % len(places)])

    def spoken(self) -> tuple[Utterance, ...]:
        """What the present page says on arrival: its title and its text."""
        page, reader = self.page, self.reader
        return (*reader.heading(page), *reader.text(page)) if page and reader else ()

    def all_spoken(self) -> list[Utterance]:
        """What all pages of the present place say."""
        if self._view is None or (page := self.page) is None:
            return []
        said: list[Utterance] = []
        for number in range(page.count):
            other = self._view.page(Place(self._place.name, number))
            heading = self._view.reader.heading(other) if number == 0 else ()
            said += [*heading, *self._view.reader.text(other)]
        return said
