"""The page to try the keys: its way out comes first, at every size, and is alive."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.locale.wordings import wordings
from kiosk.terminal.key_map import BUILT_IN
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.view import view_of
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import EXPLORE, UNWELL
from kiosk.visit.terms.trail import Place
from tests.terminal.keypad import shipped
from tests.visit.visitor import Visitor

GRIDS = [Grid(width, height) for width in (20, 26, 36, 46, 80, 120) for height in (6, 8, 13, 24, 34)]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", BUILT_IN)
def test_the_way_out_comes_first_and_all_is_on_one_page(library: Library, name: str, language: str):
    for grid in GRIDS:
        page = view_of(library, grid, language, wordings(["en", "es"]), shipped(name).keys).page(Place(EXPLORE))
        assert page.count == 1, grid
        assert page.sentence(page.units[0]).startswith(("To leave", "Para salir", "Salir"))


def trying(visitor: Visitor) -> Visitor:
    visitor.presses(Action.PICK_2, *[Action.HELP] * 3)
    assert visitor.page == EXPLORE
    return visitor


def test_back_leaves_and_feeling_unwell_is_not_only_explained(visitor: Visitor):
    trying(visitor).presses(Action.BACK)
    assert visitor.page == "signs"
    trying(visitor).presses(Action.UNWELL)
    assert visitor.page == UNWELL


def test_a_key_without_a_job_says_so_there_and_anywhere(visitor: Visitor):
    assert visitor.presses(Action.OTHER) == ["This key does nothing. Help: H."]
    assert "This key does nothing" in visitor.screen
    assert trying(visitor).presses(Action.OTHER) == ["This key does nothing."]


def test_end_goes_to_the_last_choice_and_home_to_the_first(visitor: Visitor):
    assert visitor.presses(Action.END)[0] == "Finish. 8 of 8."
    visitor.presses(Action.MENU)
    assert visitor.focus == "I feel unwell"
