"""The pages of the shipped content on the screens that patients meet, as tests read them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kiosk.content.model.library import Library
from kiosk.locale.wordings import wordings
from kiosk.terminal.drawn import IN_QUADRANTS
from kiosk.terminal.lettering import LENS_ROWS, Drawn
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page, Row
from kiosk.visit.layout.part_style import Look
from kiosk.visit.places.sheets import Sheets
from kiosk.visit.session.view import View, view_of
from kiosk.visit.terms.names import ALL_KEYS, DISCLAIMER, MENU
from kiosk.visit.terms.trail import Place

NARROW, BROAD = (Drawn(font) for font in IN_QUADRANTS[:2])
LENS = Grid(80, 24, lens=LENS_ROWS)
GRIDS = (
    *(Grid(20, 6), Grid(26, 6), Grid(30, 8), Grid(40, 12), Grid(46, 13), Grid(60, 16), Grid(64, 18), Grid(80, 24)),
    *(LENS, Grid(120, 34), Grid(200, 50), BROAD.grid(80, 24), NARROW.grid(80, 24)),
)
"""From the smallest one to a wide one; the last two are of drawn letters."""
LANGUAGES = ("en", "es")
FIRST_TOPICS = 5
"""What to do when feeling unwell, and the four topics of the menu."""
FOCUSED = (Look.FOCUS, Look.FOCUS_CAP)


class Bar(NamedTuple):
    """A rectangle of cells."""

    left: int
    right: int
    """The first column after it."""
    top: int
    bottom: int
    """The first row below it."""


def name_of(grid: Grid) -> str:
    """The name of a test on this grid."""
    kind = " lens" if grid.lens else " drawn" if grid.drawn else ""
    return f"{grid.width}x{grid.height}{kind}"


def shipped_view(library: Library, grid: Grid, language: str) -> View[Sheets]:
    """All pages of the shipped content."""
    return view_of(library, grid, language, wordings(list(LANGUAGES)))


def places_of(library: Library, view: View[Sheets]) -> list[str]:
    """The first places, and a third of all others: another third on each grid, so that some grids show each of them.

    The warning is left out, and so are those that a key alone opens.
    """
    always = (DISCLAIMER, MENU, *library.names[:FIRST_TOPICS], *view.sheets.card_places(), ALL_KEYS)
    others = (*library.names[FIRST_TOPICS:], *view.sheets.extras.places())
    return [*always, *others[(view.grid.width + 2 * view.grid.height) % 3 :: 3]]


def pages_of(view: View[Sheets], name: str, remarks: tuple[str, ...] = ()) -> list[Page]:
    """The pages of a place, each with its first choice in focus."""
    _, cuts = view.cut(name)
    return [view.page(Place(name, number, cut.first_choice), remarks) for number, cut in enumerate(cuts)]


def focuses_of(view: View[Sheets], name: str) -> Iterator[Page]:
    """Every page of a place with each of its choices in focus in turn."""
    for page in pages_of(view, name):
        yield page
        for focus in page.on_page:
            if focus != page.focus:
                yield view.page(Place(name, page.number - 1, focus))


def text_of(row: Row) -> str:
    """A row as it is shown."""
    return "".join(segment.text for segment in row)


def width_of(row: Row, grid: Grid) -> int:
    """The cells of a page that a row takes."""
    return sum(grid.measure(segment.text) for segment in row)


def bars_of(page: Page, grid: Grid) -> list[Bar]:
    """The rectangles that the bar of the focus fills; rows one below the other with the same edges are one."""
    bars: list[Bar] = []
    for y, row in enumerate(page.rows):
        x = 0
        runs: list[tuple[int, int]] = []
        for segment in row:
            width = grid.measure(segment.text)
            if segment.look in FOCUSED and width:
                if runs and runs[-1][1] == x:
                    runs[-1] = (runs[-1][0], x + width)
                else:
                    runs.append((x, x + width))
            x += width
        for left, right in runs:
            above = next((n for n, bar in enumerate(bars) if bar[:2] == (left, right) and bar.bottom == y), None)
            if above is None:
                bars.append(Bar(left, right, y, y + 1))
            else:
                bars[above] = bars[above]._replace(bottom=y + 1)
    return bars
