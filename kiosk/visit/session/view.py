"""Finds the `Page` of a `Place` and caches the cuts that it is laid out from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from kiosk.content.model.library import Library
from kiosk.visit.layout.code_page import code_cut, compose_code, is_code_cut
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page, compose, page_of
from kiosk.visit.layout.paging import Cut, choices_on_page, cut
from kiosk.visit.places.own_sheets import OwnSheets
from kiosk.visit.places.sheets import Sheets
from kiosk.visit.speech_text.reading import Reader
from kiosk.visit.terms.keys import STANDARD, Keys
from kiosk.visit.terms.sheet import Choice, Sheet
from kiosk.visit.terms.trail import Place
from kiosk.visit.terms.wording import Wording

S = TypeVar("S", bound=OwnSheets)


class View(Generic[S]):
    """The pages of a set of sheets, in one language and on one grid."""

    def __init__(self, sheets: S, wordings: Mapping[str, Wording] | None = None, one_by_one: bool = False) -> None:
        """Start without pages; each is laid out on demand.

        Args:
            sheets: The places.
            wordings: Those of all languages, for choices labelled in their own language.
            one_by_one: True if a page of a list holds a single choice.
        """
        self.sheets = sheets
        self.grid: Grid = sheets.grid
        self.wording = sheets.wording
        self.reader = Reader(sheets.language, self.wording, wordings, sheets.key_words, sheets.greeting())
        self._one_by_one = one_by_one
        self._cuts: dict[str, tuple[Sheet, tuple[Cut, ...]]] = {}
        self._given: tuple[Sheet, tuple[Cut, ...]] | None = None
        """The last given sheet, cut."""

    def cut(self, name: str, sheet: Sheet | None = None) -> tuple[Sheet, tuple[Cut, ...]]:
        """Return the sheet called `name` and its cuts; those of `sheet`, if it is given, as it may change."""
        if sheet is not None:
            if self._given is None or self._given[0] is not sheet:
                self._given = sheet, self._cut(sheet)
            return self._given
        if name not in self._cuts:
            sheet = self.sheets.sheet(name)
            self._cuts[name] = sheet, self._cut(sheet)
        return self._cuts[name]

    def _cut(self, sheet: Sheet) -> tuple[Cut, ...]:
        if not sheet.code:
            return cut(sheet, self.grid, self._next_page, self._one_by_one)
        words = replace(sheet, parts=sheet.parts[:-1])
        return (*cut(words, self.grid, self._next_page, self._one_by_one), code_cut(sheet))

    def has(self, name: str) -> bool:
        """Return True if there is a place called `name`."""
        return self.sheets.has(name)

    def choices(self, place: Place, sheet: Sheet | None = None) -> tuple[Choice, ...]:
        """Return the choices at `place`."""
        sheet, cuts = self.cut(place.name, sheet)
        return choices_on_page(sheet, self._next_page, min(place.number, len(cuts) - 1), len(cuts))

    def page(self, place: Place, remarks: tuple[str, ...] = (), sheet: Sheet | None = None) -> Page:
        """Return the page at `place`; a place that points beyond the end is corrected."""
        sheet, cuts = self.cut(place.name, sheet)
        place.number = min(place.number, len(cuts) - 1)
        choices = choices_on_page(sheet, self._next_page, place.number, len(cuts))
        place.focus = min(place.focus, len(choices) - 1) if choices else -1
        if sheet.is_list:
            place.number = bisect_right([c.first_choice for c in cuts], place.focus) - 1
        held = cuts[place.number]
        page = page_of(sheet, cuts, place.number, choices, place.focus, self._status(place, remarks))
        return (compose_code if is_code_cut(sheet, held) else compose)(page, sheet, held, self.grid)

    def page_holding(self, place: Place, part: int, start: int, sheet: Sheet | None = None) -> int:
        """Return the number (0-based) of the page of `place` that holds character `start` of `part`."""
        _, cuts = self.cut(place.name, sheet)
        for number in range(len(cuts) - 1, -1, -1):
            units = cuts[number].units
            if units and (units[0].part, units[0].start) <= (part, start):
                return number
        return 0

    def _status(self, place: Place, remarks: tuple[str, ...]) -> tuple[str, ...]:
        """Return position and remarks; if there is little room, the remarks first.

        A sheet that changes, such as a countdown, has no position.
        """
        sheet, cuts = self._cuts.get(place.name, (None, ()))
        own: tuple[str, ...] = ()
        if sheet and sheet.is_list:
            own = (self.wording("{n} of {m}", n=place.focus + 1, m=len(sheet.choices)),)
        elif len(cuts) > 1:
            key = "Page {n} of {m}" if self.grid.roomy else "{n} of {m}"
            own = (self.wording(key, n=place.number + 1, m=len(cuts)),)
        return (*own, *remarks) if self.grid.roomy else (*remarks, *own)

    @property
    def _next_page(self) -> str:
        return self.wording("Next page")


class KeptPage(NamedTuple):
    """A page and everything that it was laid out from."""

    page: Page
    view: View[OwnSheets]
    place: Place
    sheet: Sheet | None
    remarks: tuple[str, ...]

    def holds(
        self, view: View[OwnSheets], place: Place, sheet: Sheet | None, remarks: tuple[str, ...] | None = None
    ) -> bool:
        """Return True if it is the page of `place`; with `remarks`, only if it also looks the same."""
        if view is not self.view or sheet is not self.sheet:
            return False
        if remarks is None:
            return (place.name, place.number) == (self.place.name, self.place.number)
        return (place, remarks) == (self.place, self.remarks)


def view_of(
    library: Library,
    grid: Grid,
    language: str = "en",
    wordings: Mapping[str, Wording] | None = None,
    keys: Keys = STANDARD,
) -> View[Sheets]:
    """Return all pages of a library in one language, without a visit."""
    wordings = wordings or {}
    return View(Sheets(library, language, wordings.get(language, Wording()), keys, grid), wordings)
