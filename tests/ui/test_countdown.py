"""“Are you still there?”: one page at every size, with the way to stay, and a clock where there is room."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.terminal.drawn import IN_QUADRANTS, IN_WHOLE_CELLS
from kiosk.ui.large_text import drawn_large
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Large, Page
from kiosk.visit.layout.part_style import Look
from kiosk.visit.terms.names import WARNING
from kiosk.visit.terms.sheet import CLOCK
from kiosk.visit.terms.trail import Place
from tests.visit.layout.shown import GRIDS, LANGUAGES, bars_of, name_of, shipped_view, text_of

SECONDS = 21
each_grid = pytest.mark.parametrize("grid", GRIDS, ids=name_of)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def warning(library: Library, grid: Grid, language: str = "en") -> Page:
    view = shipped_view(library, grid, language)
    return view.page(Place(WARNING), sheet=view.sheets.warning(SECONDS))


@each_language
@each_grid
def test_it_is_one_page_with_all_its_words(library: Library, grid: Grid, language: str):
    page = warning(library, grid, language)
    assert page.count == 1
    shown = "".join("".join(map(text_of, page.rows)).split())
    for unit in page.units:
        assert "".join(page.sentence(unit).split()) in shown.replace("▶", "")


@each_language
@each_grid
def test_the_way_to_stay_is_the_one_bar_at_the_bottom(library: Library, grid: Grid, language: str):
    page = warning(library, grid, language)
    (bar,) = bars_of(page, grid)
    assert (bar.left, bar.right) == (grid.margin, grid.width - grid.margin)
    assert bar.bottom >= len(page.rows) - 1
    assert page.rows[bar.top - 1] == () or not grid.roomy


@each_grid
def test_where_there_is_room_a_clock_empties_beside_the_large_number(library: Library, grid: Grid):
    page = warning(library, grid)
    if not grid.roomy:
        assert page.drawing is None
        return
    assert page.drawing is not None
    assert page.drawing.name == CLOCK
    assert 0 < page.drawing.share < 1
    assert any(str(SECONDS) in large.text for large in page.large)
    for large in page.large:
        assert large.row + large.rows <= len(page.rows)
        assert large.column + large.columns <= grid.width
        assert drawn_large(large, IN_QUADRANTS) or large.rows < 5


@pytest.mark.parametrize("fonts", [IN_QUADRANTS, IN_WHOLE_CELLS], ids=["quadrants", "whole cells"])
@pytest.mark.parametrize("rows", [1, 5, 9, 20, 40])
def test_large_words_fill_exactly_their_cells_or_are_not_drawn(fonts: tuple[object, ...], rows: int):
    drawn = drawn_large(Large("27", Look.HEADING, 0, 0, 40, rows), fonts)  # type: ignore[arg-type]
    assert len(drawn) in (0, rows)
    assert {len(row) for row in drawn} <= {40}
    assert not drawn or sum(bool(row.strip()) for row in drawn) >= 4


def test_a_number_grows_with_its_room():
    heights = []
    for rows in (6, 9, 18, 40):
        drawn = drawn_large(Large("27", Look.HEADING, 0, 0, 90, rows), IN_QUADRANTS)
        heights.append(sum(bool(row.strip()) for row in drawn))
    assert heights == sorted(set(heights))
