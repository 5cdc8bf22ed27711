"""The sign that tells staff of mistakes in the texts is on every screen; at most the page number gives way to it."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.terms.action import Action
from tests.terminal.keypad import Keypad, shipped

MAPS = ("standard", "number-pad", "keypad-8", "one-hand", "two-switch")


@pytest.mark.parametrize("keys", MAPS)
@pytest.mark.parametrize("grid", [Grid(20, 6), Grid(42, 12), Grid(46, 13), Grid(80, 24)], ids=str)
def test_the_sign_is_there_whatever_the_keys_are_called(library: Library, grid: Grid, keys: str):
    visitor = Keypad(library, shipped(keys), grid)
    without = visitor.screen.split("\n")
    visitor.attendant.set_problems(1)
    signed = visitor.screen.split("\n")
    assert sum("§1" in row for row in signed) == 1
    assert "§1" in signed[0], "it stands in the title band"
    assert signed[1:] == without[1:]
    left = signed[0].replace("§1", "").split()
    assert left == without[0].split() if grid.width > 20 else left == without[0].split()[: len(left)]


def test_patients_do_not_see_it_once_they_have_begun(library: Library):
    visitor = Keypad(library, shipped("number-pad"), Grid(42, 12))
    visitor.attendant.set_problems(1)
    visitor.presses(Action.OTHER, Action.PICK_1)
    assert visitor.page == "menu"
    assert "§" not in visitor.screen
