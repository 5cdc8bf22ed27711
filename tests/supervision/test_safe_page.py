"""The safe page fits any terminal, in letters as large as there is room for."""

from __future__ import annotations

from itertools import pairwise

import pyte
import pytest

from kiosk.supervision import safe_page
from kiosk.supervision.safe_page import SENTENCES, drawn, plain
from kiosk.terminal.drawn.blocks import QUADRANTS


def shown(columns: int, rows: int) -> str:
    screen = pyte.Screen(columns, rows)
    pyte.ByteStream(screen).feed(safe_page.safe_page(columns, rows))
    return "\n".join(screen.display)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 34), (46, 13), (200, 60), (40, 25)])
def test_letters_are_drawn_where_there_is_room(columns: int, rows: int):
    lines = drawn(columns, rows)
    assert len(lines) <= rows
    assert all(len(line) <= columns for line in lines)
    if (columns, rows) != (46, 13):
        assert "█" in shown(columns, rows)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 34), (200, 60), (40, 25)])
def test_no_letter_melts_into_the_line_above_it(columns: int, rows: int):
    """Between two lines there is a row of pixels without ink, which the lower half of a cell may be."""
    pixels = []
    for line in drawn(columns, rows):
        bits = [QUADRANTS.index(cell) for cell in line]
        pixels += [any(bit & 3 for bit in bits), any(bit & 12 for bit in bits)]
    lines = sum(not before and after for before, after in pairwise([False, *pixels]))
    assert lines >= 2
    assert len(pixels) >= lines * 7


@pytest.mark.parametrize(("columns", "rows"), [(20, 6), (46, 13)])
def test_a_small_window_has_the_words_in_the_terminals_own_letters(columns: int, rows: int):
    words = " ".join(shown(columns, rows).split())
    assert SENTENCES["en"] in words


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (3, 2), (7, 50)])
def test_no_window_is_too_small(columns: int, rows: int):
    assert len(safe_page.safe_page(columns, rows)) > 0
    assert all(len(line) <= max(columns, 1) for line in plain(columns))


def test_the_page_comes_without_large_letters_where_their_code_is_broken(monkeypatch: pytest.MonkeyPatch):
    import sys

    monkeypatch.setitem(sys.modules, "kiosk.terminal.drawn", None)
    assert SENTENCES["en"] in " ".join(shown(80, 24).split())
