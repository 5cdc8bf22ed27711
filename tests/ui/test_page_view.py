"""What `PageView` draws, and which rows it draws again."""

from __future__ import annotations

from kiosk.terminal.drawn import IN_QUADRANTS
from kiosk.terminal.lettering import Drawn
from kiosk.ui.page_view import PageView
from kiosk.ui.themes import THEMES
from kiosk.visit.layout.page import Page, Segment
from kiosk.visit.layout.part_style import Look
from kiosk.visit.session.visit import Lit
from tests.ui.one_page import page_view

BROAD = Drawn(IN_QUADRANTS[1])
PART = 0


def page(*texts: str) -> Page:
    """A page of these rows."""
    rows = tuple((Segment(text, Look.TEXT, PART, 0, len(text)),) for text in texts)
    return Page("signs", "", 1, 1, (), (), (), range(0), -1, (), (), rows, margin=1)


def drawn(view: PageView) -> list[str]:
    """The rows of the terminal, as text, without the margin."""
    view.refresh()
    page = view._page
    assert page is not None
    strips = [view.render_line(y).text for y in range(len(page.rows) * BROAD.rows)]
    return [strip[page.margin * BROAD.columns :].rstrip() for strip in strips]


def apart(*texts: str) -> list[str]:
    """The rows that should be seen."""
    rows: list[str] = []
    above = ""
    for text in texts:
        own = BROAD.draw(text)
        rows += [(BROAD.apart(above, own) if rows else own[0]).rstrip(), *(row.rstrip() for row in own[1:])]
        above = text
    return rows


async def test_a_row_of_drawn_letters_gives_way_to_the_descenders_above_it():
    async with page_view(THEMES[0].name) as view:
        view.show(page("pp", "hh"), None, BROAD)
        assert drawn(view) == apart("pp", "hh")
        assert drawn(view)[BROAD.rows] != BROAD.draw("hh")[0].rstrip()


async def test_when_the_row_above_changes_the_letters_below_it_do_too():
    async with page_view(THEMES[0].name) as view:
        view.show(page("pp", "hh", "last"), None, BROAD)
        drawn(view)
        view.show(page("oo", "hh", "last"), None, BROAD)
        assert drawn(view) == apart("oo", "hh", "last")
        assert drawn(view)[BROAD.rows] == BROAD.draw("hh")[0].rstrip()
        view.show(page("oo", "hh", "last, gpqy"), None, BROAD)
        assert drawn(view) == apart("oo", "hh", "last, gpqy")


async def test_a_lit_word_has_the_same_shape():
    async with page_view(THEMES[0].name) as view:
        view.show(page("pppp pp", "hhhh hh"), None, BROAD)
        unlit = drawn(view)
        view.show(page("pppp pp", "hhhh hh"), Lit(PART, 0, 7, 1, 3), BROAD)
        assert drawn(view) == unlit
