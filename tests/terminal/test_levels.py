"""Which sizes a window has, and which one a visitor meets first."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kiosk.terminal.drawn import IN_QUADRANTS
from kiosk.terminal.lettering import LENS_ROWS, Lettering, Plain
from kiosk.terminal.levels import (
    HEIGHTS_MM,
    LENS,
    NAMES,
    Window,
    chosen,
    drawn_levels,
    drawn_start,
    own_levels,
    own_start,
)
from kiosk.visit.layout.grid import Grid


def start(window: Window) -> Lettering:
    levels = drawn_levels(window, IN_QUADRANTS)
    return levels[drawn_start(window, levels)]


def test_an_unknown_terminal_of_80_by_24_begins_with_the_lens():
    first = start(Window(80, 24))
    assert isinstance(first, Plain)
    assert first.name == LENS
    assert [letters.columns for letters in first.lens] == [4, 3], "broad letters, and narrow ones for longer sentences"
    assert first.grid(80, 24) == Grid(80, 24, lens=LENS_ROWS)
    assert first.height_mm is None


def test_80_by_24_has_the_lens_between_its_own_letters_and_three_drawn_sizes():
    levels = drawn_levels(Window(80, 24), IN_QUADRANTS)
    assert [level.name for level in levels] == [NAMES[0], LENS, *NAMES[1:4]]
    assert [level.grid(80, 24) for level in levels] == [
        Grid(80, 24),
        Grid(80, 24, lens=LENS_ROWS),
        *(level.grid(80, 24) for level in levels[2:]),
    ]
    rooms = [level.grid(80, 24) for level in levels[2:]]
    assert [(grid.width, grid.height) for grid in rooms] == [(26, 5), (20, 5), (20, 4)]
    assert {grid.own for grid in rooms} == {Grid(80, 24)}


def test_a_window_without_room_for_a_lens_has_none():
    for columns, rows in ((71, 24), (80, 23)):
        assert not any(level.lens for level in drawn_levels(Window(columns, rows), IN_QUADRANTS))


def test_a_window_too_small_for_drawn_letters_begins_plain():
    for columns, rows in ((79, 23), (20, 6), (60, 24), (80, 20), (1, 1), (0, 0)):
        first = start(Window(columns, rows))
        assert isinstance(first, Plain) or first.grid(columns, rows).width >= 20
    assert isinstance(start(Window(20, 6)), Plain)


def test_a_larger_window_has_a_larger_size_too():
    levels = drawn_levels(Window(240, 67), IN_QUADRANTS)
    assert [level.name for level in levels] == [NAMES[0], LENS, *NAMES[1:]]
    assert (levels[-1].grid(240, 67).width, levels[-1].grid(240, 67).height) == (30, 7)
    assert start(Window(240, 67)).grid(240, 67) == Grid(240, 67, lens=LENS_ROWS)


def test_where_the_screen_is_known_heights_are_told_and_nine_millimetres_come_first():
    window = Window(240, 67, width_mm=476)  # 21.5 inches, 1920 by 1080, cells of 8 by 16
    levels = drawn_levels(window, IN_QUADRANTS)
    assert [round(level.height_mm or 0, 1) for level in levels] == [2.5, 2.5, 11.9, 13.9, 21.8, 27.8]
    assert start(window) is not None
    assert start(window).height_mm == levels[2].height_mm, "where mm are known the lens is not needed"


def test_where_the_terminals_own_letters_are_tall_enough_they_stay():
    first = start(Window(64, 18, width_mm=476))
    assert isinstance(first, Plain)
    assert round(first.height_mm or 0, 1) == 9.3


def test_a_terminal_that_changes_its_font_offers_four_heights():
    levels = own_levels(Window(120, 34, width_mm=476), size_columns=12 * 120)
    assert tuple(level.height_mm for level in levels) == HEIGHTS_MM
    sizes = [level.size or 0 for level in levels]
    assert sizes == sorted(set(sizes))
    told = 0.626 * 2.0 * 476 / (12 * 120 / sizes[2])
    assert abs(told - 9.0) < 0.3
    assert own_start(levels) == 2


def test_without_a_known_screen_it_offers_four_clear_steps():
    levels = own_levels(Window(127, 39), size_columns=12 * 127)
    sizes = [level.size or 0 for level in levels]
    assert len(levels) == 4
    assert all(after >= 1.2 * before for before, after in pairwise(sizes))
    assert {level.height_mm for level in levels} == {None}


def test_sizes_that_leave_no_room_for_a_page_are_left_out():
    levels = own_levels(Window(39, 12, width_mm=154), size_columns=12 * 39)  # 7 inches
    assert [level.height_mm for level in levels] == [4.8, 6.4, 9.0]


def test_the_device_file_may_name_the_start():
    levels = drawn_levels(Window(80, 24), IN_QUADRANTS)
    assert chosen("1", levels, 2) == 0
    assert chosen("9", levels, 2) == len(levels) - 1
    assert chosen("auto", levels, 2) == 2


def test_a_font_of_smaller_capitals_gets_fewer_columns_for_the_same_height():
    usual = Window(120, 34, width_mm=476)
    smaller = usual._replace(cap_of_cell=0.514)
    for levels in (own_levels(usual, 12 * 120), own_levels(smaller, 12 * 120)):
        assert [level.height_mm for level in levels] == [4.8, 6.4, 9.0, 12.0]
    sizes = [levels[2].size for levels in (own_levels(usual, 12 * 120), own_levels(smaller, 12 * 120))]
    assert sizes[0] is not None
    assert sizes[1] is not None
    assert sizes[1] / sizes[0] == pytest.approx(0.626 / 0.514, rel=0.03)
