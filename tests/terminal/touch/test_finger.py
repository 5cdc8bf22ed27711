"""How high a button is for a finger, where the size of the screen is known."""

from __future__ import annotations

import pytest

from kiosk.terminal.levels import Window
from kiosk.terminal.touch.finger import BUTTON_MM, MOST_OF_SCREEN, button_rows


@pytest.mark.parametrize(("columns", "rows", "expected"), [(46, 13, 1), (64, 18, 2), (120, 34, 3), (160, 45, 4)])
def test_a_button_on_a_monitor_of_476_mm_has_20_mm_at_least(columns: int, rows: int, expected: int):
    row_mm = Window(columns, rows, 476.0).row_mm
    assert button_rows(row_mm, rows) == expected
    assert row_mm is not None
    assert expected * row_mm >= BUTTON_MM


def test_where_no_size_is_known_a_row_is_enough():
    assert button_rows(Window(80, 24).row_mm, 24) == 1


def test_a_button_leaves_room_for_others_on_the_smallest_screen():
    assert button_rows(0.1, 24) == 24 // MOST_OF_SCREEN
    assert button_rows(0.1, 3) == 1
