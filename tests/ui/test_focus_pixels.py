"""The focus is seen: where it moves, enough pixels change enough (WCAG 2.4.13), in all letters and contrasts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from kiosk.content.model.library import Library
from kiosk.terminal.drawn import IN_QUADRANTS, IN_WHOLE_CELLS
from kiosk.terminal.drawn.blocks import QUADRANTS
from kiosk.terminal.lettering import Drawn, Lettering, Plain
from kiosk.ui.large_rows import spans_of
from kiosk.ui.page_view import PageView
from kiosk.ui.themes import THEMES
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.session.view import view_of
from kiosk.visit.terms.names import MENU
from kiosk.visit.terms.trail import Place
from tests.ui.one_page import page_view
from tests.ui.test_themes import Colour, contrast
from tests.visit.layout.shown import Bar, bars_of

CELL = 8, 16
"""Pixels of a cell."""
LEAST = 3.0
"""Least contrast between the two states of a pixel."""
PERIMETER = 2
"""Pixels; the changed area is at least that of a line so thick round the bar."""
BROAD = Drawn(IN_QUADRANTS[1])
LENS = Plain("Lens", lens=(BROAD, Drawn(IN_QUADRANTS[0])))
SCREENS: dict[str, tuple[Lettering, int, int]] = {
    "20x6": (Plain(), 20, 6),
    "46x13": (Plain(), 46, 13),
    "64x18": (Plain(), 64, 18),
    "120x34": (Plain(), 120, 34),
    "200x50": (Plain(), 200, 50),
    "80x24 lens": (LENS, 80, 24),
    **{f"80x24 {font.name}": (Drawn(font), 80, 24) for font in IN_QUADRANTS[:3]},
    "240x67 whole cells": (Drawn(IN_WHOLE_CELLS[0]), 240, 67),
}
Quarters = tuple[Colour, Colour, Colour, Colour]
"""The colours of a cell: upper left and right, lower left and right."""


def cells(view: PageView, width: int, height: int) -> list[list[Quarters]]:
    """The grounds and the block letters of the screen; other letters are too thin to count."""
    rows = []
    for y in range(height):
        row: list[Quarters] = []
        for piece in view.render_line(y):
            style = piece.style
            assert style
            assert style.color
            assert style.bgcolor
            ink, ground = tuple(style.color.get_truecolor()), tuple(style.bgcolor.get_truecolor())
            ink, ground = (ground, ink) if style.reverse else (ink, ground)
            for sign in piece.text:
                bits = QUADRANTS.index(sign) if sign in QUADRANTS else 0
                quarters = [ink if bits >> at & 1 else ground for at in range(4)]
                row += [(quarters[0], quarters[1], quarters[2], quarters[3])] * max(1, cell_len(sign))
        assert len(row) == width
        rows.append(row)
    return rows


def changed(before: list[list[Quarters]], after: list[list[Quarters]], area: tuple[range, range]) -> int:
    """Pixels in the columns and rows of `area` whose colour changes enough."""
    columns, rows = area
    quarter = CELL[0] * CELL[1] // 4
    return sum(
        quarter
        for y in rows
        for x in columns
        for one, other in zip(before[y][x], after[y][x], strict=True)
        if one != other and contrast(one, other) >= LEAST
    )


def rows_of(page: Page, bar: Bar, lettering: Lettering, height: int) -> range:
    """The rows of the terminal that the rows of a bar are drawn in."""
    if not isinstance(lettering, Drawn):
        return range(bar.top, bar.bottom)
    spans = {span.row: span for span in spans_of(page.rows, lettering, height)}
    return range(spans[bar.top].top, spans[bar.bottom - 1].bottom)


def two_states(library: Library, grid: Grid, name: str) -> tuple[Page, Page]:
    """A page, with its focus on one choice and on the next one that stands on it."""
    view = view_of(library, grid)
    one = view.page(Place(name))
    other = view.page(Place(name, 0, 1 if len(one.on_page) > 1 else 0))
    return one, other


@pytest.mark.parametrize("name", [MENU, "feel-unwell", "signs", "treatments"])
@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.parametrize("screen", SCREENS)
async def test_a_move_of_the_focus_changes_at_least_a_perimeter_of_two_pixels(
    library: Library, screen: str, theme: str, name: str
):
    lettering, width, height = SCREENS[screen]
    grid = lettering.grid(width, height)
    one, other = two_states(library, grid, name)
    if grid.lens:  # the bar itself is looked at, not the lens, which changes too
        one, other = replace(one, lens=range(0)), replace(other, lens=range(0))
    async with page_view(theme, size=(width, height)) as view:
        view.show(one, None, lettering)
        before = cells(view, width, height)
        view.show(other, None, lettering)
        after = cells(view, width, height)
    for page, states in ((one, (before, after)), (other, (after, before))):
        (bar,) = bars_of(page, grid)
        if bars_of(one, grid) == bars_of(other, grid):  # one choice is shown at a time: only the label changes
            continue
        columns = range(bar.left * lettering.columns, bar.right * lettering.columns)
        rows = rows_of(page, bar, lettering, height)
        needed = 2 * PERIMETER * (len(columns) * CELL[0] + len(rows) * CELL[1])
        found = changed(*states, (columns, rows))
        assert found >= needed, f"{found} of {needed} pixels"
