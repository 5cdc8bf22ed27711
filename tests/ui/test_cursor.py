"""Where the terminal's cursor stands on a page."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from kiosk.content.model.library import Library
from kiosk.ui.cursor import HIDE, SHOW, Cursor, cursor_cell
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.session.view import view_of
from kiosk.visit.session.visit import Lit
from kiosk.visit.terms.names import MENU, WARNING
from kiosk.visit.terms.trail import Place


def at(page: Page, cell: tuple[int, int]) -> str:
    """What stands at `cell` and after it in its row."""
    text = "".join(segment.text for segment in page.rows[cell[1]])
    assert cell_len(text) == len(text)
    return text[cell[0] :]


@pytest.mark.parametrize("grid", [Grid(20, 6), Grid(46, 13), Grid(80, 24), Grid(120, 34)], ids=str)
def test_while_a_word_sounds_it_is_there_and_else_at_the_focus(library: Library, grid: Grid):
    view = view_of(library, grid)
    for number in range(len(view.cut("signs")[1])):
        page = view.page(Place("signs", number))
        assert at(page, cursor_cell(page, None)).startswith("▶")
        for unit in page.units:
            sentence = page.sentence(unit)
            lit = Lit(unit.part, unit.start, unit.end, unit.start, unit.start)
            assert at(page, cursor_cell(page, lit)).startswith(sentence.split()[0][:4])
            start = unit.start + sentence.rindex(sentence.split()[-1])
            lit = Lit(unit.part, unit.start, unit.end, start, unit.end)
            assert at(page, cursor_cell(page, lit)).startswith(sentence.split()[-1][:4])


def test_in_a_menu_it_is_at_each_choice(library: Library):
    view = view_of(library, Grid(46, 13))
    for number in range(len(view.sheets.sheet(MENU).choices)):
        page = view.page(Place(MENU, 0, number))
        assert at(page, cursor_cell(page, None)).split()[:2] == ["▶", str(number + 1)]


@pytest.mark.parametrize("grid", [Grid(20, 6), Grid(80, 24)], ids=str)
def test_without_a_choice_it_is_at_the_title(library: Library, grid: Grid):
    view = view_of(library, grid)
    page = view.page(Place(WARNING), (), view.sheets.warning(30))
    assert at(page, cursor_cell(page, None)).startswith("Are you still")


def test_it_is_touched_only_where_something_changes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    sent: list[bytes] = []
    cursor = Cursor(sent.append)
    for shown in (False, True, True, False):
        cursor.show(shown)
    assert [HIDE in data for data in sent] == [False, True]
    assert sent[0].endswith(SHOW)


def test_an_old_linux_console_is_not_asked_for_a_shape(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TERM", "linux")
    sent: list[bytes] = []
    cursor = Cursor(sent.append)
    cursor.show(True)
    cursor.restore()
    assert sent == [SHOW, HIDE]
