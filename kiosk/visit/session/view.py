"""Finds the `Page` of a `Place` and caches the cuts that it is laid out from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Generic, TypeVar

from kiosk.content.model.library import Library
from kiosk.visit.layout.choice_bar import hides_choices
from kiosk.visit.layout.code_page import code_cuts, compose_code, is_code_cut
from kiosk.visit.layout.compose import compose
from kiosk.visit.layout.cuts import Cut
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import More, Page, Position
from kiosk.visit.layout.paging import choices_on_page, cut
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
        self.reader = Reader(sheets.language, self.wording, wordings, sheets.key_words)
        self._one_by_one = one_by_one
        self._cuts: dict[str, tuple[Sheet, tuple[Cut, ...]]] = {}

    def cut(self, name: str, sheet: Sheet | None = None) -> tuple[Sheet, tuple[Cut, ...]]:
        """Return the sheet called `name` and its cuts. The cuts of a given `sheet` are not cached: it may change."""
        if sheet is not None:
            return sheet, self._cut(sheet)
        if name not in self._cuts:
            sheet = self.sheets.sheet(name)
            self._cuts[name] = sheet, self._cut(sheet)
        return self._cuts[name]

    def _cut(self, sheet: Sheet) -> tuple[Cut, ...]:
        if not sheet.codes:
            return cut(sheet, self.grid, self._next_page, self._one_by_one)
        told = replace(sheet, parts=sheet.parts[: -len(sheet.codes)])
        return (*cut(told, self.grid, self._next_page, self._one_by_one), *code_cuts(sheet))

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
            place.number = next((n for n, c in enumerate(cuts) if place.focus in c.choices), 0)
        held = cuts[place.number]
        on_page = held.choices if sheet.is_list else range(len(choices))
        page = Page(
            sheet=sheet.name,
            title=sheet.title,
            number=place.number + 1,
            count=len(cuts),
            parts=(*sheet.parts, *sheet.heads),
            units=tuple(held.units),
            choices=choices,
            on_page=on_page,
            focus=place.focus,
            hints=sheet.hints,
            keys=self.sheets.key_words.band(self.grid.roomy) if sheet.has_keys else (),
            position=self._position(place, sheet, cuts),
            remarks=remarks,
            more=self._more(sheet, choices, on_page),
            language=sheet.language,
            level=sheet.level,
            numbers=sheet.numbers,
            is_list=sheet.is_list,
            reads_choices=sheet.reads_choices,
        )
        return (compose_code if is_code_cut(sheet, held) else compose)(page, sheet, held, self.grid)

    def page_holding(self, place: Place, part: int, start: int) -> int:
        """Return the number (0-based) of the page of `place` that holds character `start` of `part`."""
        _, cuts = self.cut(place.name)
        for number in range(len(cuts) - 1, -1, -1):
            units = cuts[number].units
            if units and (units[0].part, units[0].start) <= (part, start):
                return number
        return 0

    def _position(self, place: Place, sheet: Sheet, cuts: tuple[Cut, ...]) -> Position | None:
        """Return the position; None on the only page of a text, and on a sheet that changes, such as a countdown."""
        w = self.wording
        if sheet.is_list:
            number, count = place.focus + 1, len(sheet.choices)
            words = "Choice {n} of {m}"
        elif len(cuts) > 1 and place.name in self._cuts:
            number, count = place.number + 1, len(cuts)
            words = "Page {n} of {m}"
        else:
            return None
        return Position(number, count, w(words, n=number, m=count), w("{n} of {m}", n=number, m=count))

    def _more(self, sheet: Sheet, choices: tuple[Choice, ...], on_page: range) -> More:
        """Return how many choices are not on the screen."""
        w = self.wording
        if not sheet.is_list:
            n = len(choices) - 1 if hides_choices(choices, self.grid) else 0
            return More(words=w.count("▼ {n} more choice", "▼ {n} more choices", n), short=f"▼{n}") if n else More()
        before, after = on_page.start, len(choices) - on_page.stop
        if after:
            return More(before, after, w.count("▼ {n} more below", "▼ {n} more below", after), f"▼{after}")
        if before:
            return More(before, after, w.count("▲ {n} more above", "▲ {n} more above", before), f"▲{before}")
        return More()

    @property
    def _next_page(self) -> str:
        return self.wording("Next page") if self.grid.long_labels else self.wording("Next")


def view_of(
    library: Library,
    grid: Grid,
    language: str = "en",
    wordings: Mapping[str, Wording] | None = None,
    keys: Keys = STANDARD,
) -> View[Sheets]:
    """Return all pages of a library in one language, without a visit."""
    wordings = wordings or {}
    return View(Sheets(library, language, wordings.get(language, Wording()), keys, grid, wordings), wordings)
