"""Help in three layers, the same on every page."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.keys import STANDARD_NAMES
from kiosk.visit.terms.names import EXPLORE
from tests.visit.visitor import Visitor


@pytest.mark.parametrize(
    ("keys", "about"),
    [
        ([], "This is the main menu. Choose a topic to read or hear."),
        ([Action.PICK_2], "This text has 5 parts: Symptoms that the cancer may have spread."),
        ([Action.UNWELL], "This page shows you who to ask for help. The most urgent comes first."),
    ],
)
def test_the_first_press_helps_with_this_page(visitor: Visitor, keys: list[Action], about: str):
    visitor.presses(*keys)
    said = " ".join(visitor.presses(Action.HELP))
    assert visitor.page == "help"
    assert about in said
    assert "To go from choice to choice, use the arrow keys. To choose, press Enter." in said
    assert "To see all keys, press again: H." in said


def test_the_second_press_tells_all_keys(visitor: Visitor):
    visitor.presses(Action.PICK_2, Action.HELP, Action.HELP)
    assert visitor.page == "all-keys"
    said = " ".join(visitor.hears_all())
    for key in STANDARD_NAMES.values():
        assert key in said or key.isdigit()


def test_the_third_press_lets_keys_be_tried(visitor: Visitor):
    visitor.presses(Action.PICK_2, *[Action.HELP] * 3)
    assert visitor.page == "try-keys"
    settings = visitor.attendant.visit.settings
    for action in Action:
        if action in (Action.HELP, Action.BACK, Action.UNWELL):
            continue
        said = visitor.presses(action)
        assert len(said) == 1
        assert visitor.page == "try-keys"
        assert visitor.attendant.visit.settings == settings
    assert visitor.presses(Action.OTHER) == ["This key does nothing."]


def test_help_twice_leaves_the_trying_and_finds_the_page_again(visitor: Visitor):
    visitor.presses(Action.PICK_2, Action.PICK_1, *[Action.HELP] * 3)
    assert visitor.presses(Action.HELP) == ["H: Help."]
    visitor.presses(Action.UP)
    assert visitor.presses(Action.HELP) == ["H: Help."]
    visitor.presses(Action.HELP)
    assert (visitor.page, visitor.attendant.page.number) == ("signs", 2)


def test_back_leads_out_layer_by_layer(visitor: Visitor):
    visitor.presses(Action.PICK_2, Action.HELP, Action.HELP, Action.BACK)
    assert visitor.page == "help"
    visitor.presses(Action.BACK)
    assert visitor.page == "signs"


def test_all_keys_and_trying_can_be_chosen_too(visitor: Visitor):
    visitor.presses(Action.HELP, Action.PICK_2)
    assert visitor.page == "all-keys"
    page = visitor.attendant.page
    label = [choice.label for choice in page.choices].index("Try the keys")
    visitor.presses(Action(f"pick-{label + 1}"))
    assert visitor.page == "try-keys"


def test_trying_keys_ends_with_the_visit(library: Library, visitor: Visitor):
    visitor.presses(*[Action.HELP] * 3)
    clinic = library.clinic
    visitor.waits(clinic.warn_after + clinic.countdown + 1)
    assert visitor.page == "disclaimer"
    assert visitor.page != EXPLORE
