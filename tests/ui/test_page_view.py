"""What `PageView` draws, and which rows it draws again."""

from __future__ import annotations

from kiosk.terminal.drawn import IN_QUADRANTS
from kiosk.terminal.drawn.runs import Run
from kiosk.terminal.lettering import Drawn
from kiosk.ui.page_view import PageView
from kiosk.ui.themes import THEMES
from kiosk.visit.layout.page import Page, Row, Segment
from kiosk.visit.layout.part_style import Look
from kiosk.visit.session.visit import Lit
from tests.ui.one_page import page_view

BROAD = Drawn(IN_QUADRANTS[1])
PART = 0
HEIGHT = 24
"""Rows of the terminal."""


def page(*rows: Row) -> Page:
    """A page of these rows."""
    return Page("signs", "", 1, 1, (), (), (), (), range(0), -1, (), (), None, (), rows=rows)


def of_text(*texts: str) -> Page:
    """A page of these texts, one a row."""
    return page(*((Segment(text, Look.TEXT, PART, 0, len(text)),) for text in texts))


def drawn(view: PageView) -> list[str]:
    """The rows of the terminal, as text."""
    view.refresh()
    page = view._page
    assert page is not None
    return [view.render_line(y).text.rstrip() for y in range(HEIGHT)]


def drawn_again(view: PageView) -> set[int]:
    """The numbers of the rows that have been drawn since they were last asked for."""
    kept = set(view._drawn)
    drawn(view)
    return set(view._drawn) - kept


async def test_each_row_is_drawn_in_the_letters_of_the_page():
    async with page_view(THEMES[0].name) as view:
        view.show(of_text("pp", "hh"), None, BROAD)
        found = drawn(view)
        middle = (HEIGHT // 2 - BROAD.rows) // 2
        for top, text in ((0, "pp"), (HEIGHT // 2, "hh")):
            letters = ["".join(run.text for run in row).rstrip() for row in BROAD.draw_row([Run(text, at=0)], 80)]
            assert found[top + middle : top + middle + BROAD.rows] == letters


async def test_only_rows_that_changed_are_drawn_again():
    async with page_view(THEMES[0].name) as view:
        view.show(of_text("pp", "hh", "last"), None, BROAD)
        drawn(view)
        view.show(of_text("oo", "hh", "last"), None, BROAD)
        assert drawn_again(view) == {0}
        view.show(of_text("oo", "hh", "last"), Lit(PART, 0, 2, 0, 1), BROAD)
        assert drawn_again(view) == {0, 1, 2}, "all of them hold characters of the lit sentence"


async def test_a_lit_word_has_the_same_shape():
    async with page_view(THEMES[0].name) as view:
        view.show(of_text("pppp pp", "hhhh hh"), None, BROAD)
        unlit = drawn(view)
        view.show(of_text("pppp pp", "hhhh hh"), Lit(PART, 0, 7, 1, 3), BROAD)
        assert drawn(view) == unlit


async def test_the_word_is_reversed_and_no_drawn_letter_is_underlined():
    async with page_view(THEMES[0].name) as view:
        view.show(of_text("pppp pp"), Lit(PART, 0, 7, 5, 7), BROAD)
        styles = [piece.style for y in range(HEIGHT) for piece in view.render_line(y) if piece.style]
        assert any(style.reverse for style in styles)
        assert not any(style.underline for style in styles)


async def test_a_band_has_its_ground_from_edge_to_edge():
    async with page_view(THEMES[0].name) as view:
        view.show(page((Segment(BROAD.grid(80, HEIGHT).filled("Title", 20), Look.TITLE),)), None, BROAD)
        band = view.get_component_rich_style("page-view--title").bgcolor
        for y in range(HEIGHT):
            assert {piece.style.bgcolor for piece in view.render_line(y) if piece.style} == {band}
