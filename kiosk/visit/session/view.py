"""Finds the `Page` of a `Place` and caches the cuts that it is laid out from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from kiosk.content.model.library import Library
from kiosk.visit.layout.choice_bar import hides_choices
from kiosk.visit.layout.code_page import code_cuts, compose_code, is_code_cut
from kiosk.visit.layout.compose import compose
from kiosk.visit.layout.cuts import Cut
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import More, Page, Position
from kiosk.visit.layout.paging import choices_on_page, cut
from kiosk.visit.layout.sentences import first_unit
from kiosk.visit.places.own_sheets import OwnSheets
from kiosk.visit.places.sheets import Sheets
from kiosk.visit.speech_text.reading import Reader
from kiosk.visit.terms.keys import STANDARD, Keys
from kiosk.visit.terms.sheet import Choice, Sheet
from kiosk.visit.terms.trail import Place
from kiosk.visit.terms.wording import ClinicWordings, Wording

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
            parts=sheet.parts,
            heads=sheet.heads,
            units=tuple(held.units),
            choices=choices,
            on_page=on_page,
            focus=place.focus,
            hints=sheet.hints,
            keys=self.sheets.key_words.band(self.grid.roomy) if sheet.keys is None else sheet.keys,
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

    def page_holding(self, place: Place, part: int, start: int, sheet: Sheet | None = None) -> int:
        """Return the number (0-based) of the page of `place` that holds character `start` of `part`."""
        sheet, cuts = self.cut(place.name, sheet)
        for number in range(len(cuts) - 1, -1, -1):
            unit = first_unit(cuts[number].units, len(sheet.parts))
            if unit and (unit.part, unit.start) <= (part, start):
                return number
        return 0

    def _position(self, place: Place, sheet: Sheet, cuts: tuple[Cut, ...]) -> Position | None:
        """Return the position; None on the only page of a text, and on a sheet that changes, such as a countdown."""
        w = self.wording
        if sheet.is_list:
            number, count = place.focus + 1, len(sheet.choices)
            words = w("Choice {n} of {m}", n=number, m=count)
        elif len(cuts) > 1 and place.name in self._cuts:
            number, count = place.number + 1, len(cuts)
            words = w("Page {n} of {m}", n=number, m=count)
        else:
            return None
        return Position(number, count, words, w("{n} of {m}", n=number, m=count))

    def _more(self, sheet: Sheet, choices: tuple[Choice, ...], on_page: range) -> More:
        """Return how many choices are not on the screen."""
        w = self.wording
        if not sheet.is_list:
            hidden = len(choices) - 1 if hides_choices(choices, self.grid) else 0
            words = w.count("▼ {n} more choice", "▼ {n} more choices", hidden) if hidden else ""
            return More(words=words, short=f"▼{hidden}" if hidden else "")
        before, after = on_page.start, len(choices) - on_page.stop
        if after:
            return More(before, after, w("▼ {n} more below", n=after), f"▼{after}")
        if before:
            return More(before, after, w("▲ {n} more above", n=before), f"▲{before}")
        return More()

    @property
    def _next_page(self) -> str:
        return self.wording("Next page") if self.grid.long_labels else self.wording("Next")


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


class KeptPages:
    """The last page of each place; one is laid out again only if something on it changed."""

    def __init__(self) -> None:
        self._pages: dict[str, KeptPage] = {}

    def clear(self) -> None:
        """Forget all pages."""
        self._pages.clear()

    def content(self, view: View[OwnSheets], place: Place, sheet: Sheet | None, remarks: tuple[str, ...]) -> Page:
        """Return the page at `place` for its content; its rows may be out of date."""
        kept = self._pages.get(place.name)
        if kept is None or not kept.holds(view, place, sheet):
            return self.drawn(view, place, sheet, remarks)
        return kept.page if kept.page.focus == place.focus else replace(kept.page, focus=place.focus)

    def drawn(self, view: View[OwnSheets], place: Place, sheet: Sheet | None, remarks: tuple[str, ...]) -> Page:
        """Return the page at `place` as it looks now."""
        kept = self._pages.get(place.name)
        if kept is None or not kept.holds(view, place, sheet, remarks):
            page = view.page(place, remarks, sheet)  # it may correct the place
            kept = self._pages[place.name] = KeptPage(page, view, replace(place), sheet, remarks)
        return kept.page


def view_of(
    library: Library,
    grid: Grid,
    language: str = "en",
    wordings: Mapping[str, Wording] | None = None,
    keys: Keys = STANDARD,
) -> View[Sheets]:
    """Return all pages of a library in one language, without a visit."""
    wordings = ClinicWordings(wordings or {}, library.catalogues)
    return View(Sheets(library, language, wordings.get(language, Wording()), keys, grid, wordings), wordings)
