"""The bands of every page: title first, keys last, one bar for the focus, and no choice unseen without a word."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.visit.layout.bands import BETWEEN
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.layout.part_style import Look
from kiosk.visit.terms.names import ALL_KEYS, MENU
from kiosk.visit.terms.sheet import Role
from tests.visit.layout.shown import (
    GRIDS,
    LANGUAGES,
    bars_of,
    focuses_of,
    name_of,
    pages_of,
    places_of,
    shipped_view,
    text_of,
    width_of,
)

REMARKS: tuple[tuple[str, ...], ...] = ((), ("No sound",), ("Yellow on black", "Sound is off", "Agreed"))
BAND = (Look.TITLE, Look.PLACE)
KEYS = (Look.KEY, Look.CAP, Look.MORE)

each_grid = pytest.mark.parametrize("grid", GRIDS, ids=name_of)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def cells_of(page: Page, grid: Grid) -> Grid:
    """The cells that the page is drawn on."""
    return grid.own if page.own_letters else grid


@each_language
@each_grid
def test_every_page_is_exactly_as_high_as_the_screen_and_no_row_is_wider(library: Library, grid: Grid, language: str):
    view = shipped_view(library, grid, language)
    for name in places_of(library, view):
        for page in focuses_of(view, name):
            cells = cells_of(page, grid)
            assert len(page.rows) == cells.height, (name, page.number)
            for row in page.rows:
                assert width_of(row, cells) <= cells.width, (name, page.number, text_of(row))


@each_language
@each_grid
def test_the_first_row_is_the_title_and_the_last_one_help_and_i_feel_unwell_under_every_remark(
    library: Library, grid: Grid, language: str
):
    view = shipped_view(library, grid, language)
    for name in places_of(library, view):
        for remarks in REMARKS:
            for page in pages_of(view, name, remarks):
                cells = cells_of(page, grid)
                first, last = page.rows[0], page.rows[-1]
                beside = {Look.CODE} if page.own_letters else set()  # a code may need all rows above the keys
                assert {segment.look for segment in first} <= {*BAND, *beside}, (name, page.number)
                assert text_of(first).strip(), (name, page.number)
                assert {segment.look for segment in last} <= {*KEYS}, (name, page.number)
                caps = [segment.text.strip() for segment in last if segment.look is Look.CAP]
                assert caps[:2] == [key.cap for key in page.keys[:2]], (name, page.number, remarks)
                assert width_of(first, cells) == width_of(last, cells) == cells.width, (name, page.number)


@each_grid
def test_keys_keep_their_places_whatever_the_remark(library: Library, grid: Grid):
    view = shipped_view(library, grid, "en")
    for name in places_of(library, view):
        bottoms = [[page.rows[-1] for page in pages_of(view, name, remarks)] for remarks in REMARKS]
        assert bottoms[0] == bottoms[1] == bottoms[2], name


@each_language
@each_grid
def test_a_remark_is_seen_on_every_page(library: Library, grid: Grid, language: str):
    view = shipped_view(library, grid, language)
    for name in places_of(library, view):
        for page in pages_of(view, name, ("No sound",)):
            if not page.own_letters:
                # Beside a level, which is never cut off, a small screen has room for the beginning.
                told = "No sou" if page.level else "No sound"
                assert told in "\n".join(map(text_of, page.rows)), (name, page.number)


@each_language
@each_grid
def test_exactly_one_bar_is_reversed_and_it_fills_its_column(library: Library, grid: Grid, language: str):
    view = shipped_view(library, grid, language)
    for name in places_of(library, view):
        for page in focuses_of(view, name):
            bars = bars_of(page, cells_of(page, grid))
            assert len(bars) == (1 if page.choices else 0), (name, page.number, page.focus, bars)
            if not page.choices:
                continue
            (bar,) = bars
            assert all("▶" not in text_of(row) for row in (*page.rows[: bar.top], *page.rows[bar.bottom :]))
            label = page.choices[page.focus].label
            if grid.width - 2 * grid.margin <= 40 and not page.own_letters:
                assert (bar.left, bar.right) == (grid.margin, grid.width - grid.margin) or not page.is_list, name
            assert bar.right - bar.left >= min(grid.measure(label) + 2, 18), (name, page.number, label)


@each_language
@each_grid
def test_no_page_is_only_a_heading(library: Library, grid: Grid, language: str):
    view = shipped_view(library, grid, language)
    for name in places_of(library, view):
        for page in pages_of(view, name):
            roles = [page.part(unit).role for unit in page.units]
            if roles and not page.is_list and all(role in (Role.HEADING, Role.LEVEL) for role in roles):
                # A heading as high as the page: nothing else could stand below it.
                assert all(text_of(row).strip() for row in page.rows), (
                    name,
                    page.number,
                    list(map(text_of, page.rows)),
                )
                assert grid.height < 8, (name, page.number)


@each_language
@each_grid
def test_choices_that_are_not_on_the_screen_are_told_in_the_row_of_the_keys(
    library: Library, grid: Grid, language: str
):
    view = shipped_view(library, grid, language)
    for name in places_of(library, view):
        for page in focuses_of(view, name):
            drawn = "\n".join(map(text_of, page.rows))
            shown = [
                n for n, choice in enumerate(page.choices) if n in page.on_page and (page.is_list or n == page.focus)
            ]
            hidden = len(page.choices) - len(page.on_page)
            if page.is_list:
                assert (page.more.before, page.more.after) == (page.on_page.start, hidden - page.on_page.start), name
                assert bool(page.more.words) == bool(hidden), name
            if page.more.words and not page.own_letters:
                last = page.rows[-1]
                fits = grid.measure(page.more.words) + BETWEEN <= _free(page, grid)
                told = [segment.text for segment in last if segment.look is Look.MORE]
                assert told == [page.more.words if fits else page.more.short], (name, page.number, text_of(last))
            assert shown or not page.choices
            assert drawn


def _free(page: Page, grid: Grid) -> int:
    """Cells beside Help and "I feel unwell" in the last row."""
    caps = [at for at, segment in enumerate(page.rows[-1]) if segment.look is Look.CAP]
    more = next(at for at, segment in enumerate(page.rows[-1]) if segment.look is Look.MORE)
    two = page.rows[-1][: caps[2] if len(caps) > 2 else more]
    while not two[-1].text.strip():
        two = two[:-1]
    return grid.width - grid.margin - width_of(two, grid)


@each_language
@each_grid
def test_the_title_tells_which_choice_it_is(library: Library, grid: Grid, language: str):
    view = shipped_view(library, grid, language)
    page = next(each for each in focuses_of(view, MENU) if each.focus == 1)
    long, short = (view.wording(text, n=2, m=8) for text in ("Choice {n} of {m}", "{n} of {m}"))
    assert page.position is not None
    assert (page.position.words, page.position.short) == (long, short)
    assert (long if grid.roomy else short) in text_of(page.rows[0])
    assert language != "en" or (long, short) == ("Choice 2 of 8", "2 of 8")


@each_grid
def test_further_pages_are_counted_and_drawn_as_a_bar(library: Library, grid: Grid):
    view = shipped_view(library, grid, "en")
    pages = pages_of(view, ALL_KEYS)
    for page in pages if len(pages) > 1 else []:
        counted = f"Page {page.number} of {len(pages)}" if grid.roomy else f"{page.number} of {len(pages)}"
        assert counted in text_of(page.rows[0])
        if grid.rule:
            done = sum(grid.measure(s.text) for row in page.rows for s in row if s.look is Look.PROGRESS)
            assert done == grid.width * page.number // len(pages)
