"""Two switches, or one: everything that has no key is a choice."""

from __future__ import annotations

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.machine import Machine
from kiosk.visit.session.scanning import ROUNDS
from kiosk.visit.terms.action import OFFERED, Action
from kiosk.visit.terms.keys import Keys
from tests.visit.visitor import Visitor

SWITCHES = Keys({Action.NEXT: "switch 1", Action.CHOOSE: "switch 2"}, "switch 1")


def with_switches(library: Library, scan_s: float = 0.0, grid: Grid | None = None) -> Visitor:
    visitor = Visitor(library, grid, Machine(SWITCHES, scan_s=scan_s))
    visitor.presses(Action.NEXT)
    return visitor


def choose(visitor: Visitor, label: str) -> None:
    """Moves to a choice by the one switch and takes it by the other."""
    for _ in range(40):
        if visitor.focus == label:
            visitor.presses(Action.CHOOSE)
            return
        visitor.presses(Action.NEXT)
    raise AssertionError(f"no choice “{label}” on {visitor.page}: {visitor.screen}")


def test_a_whole_visit_by_two_switches(library: Library):
    visitor = with_switches(library)
    visitor.hears(3)
    choose(visitor, "Agree and have it read to me")
    choose(visitor, "When to seek care")
    visitor.hears(3)
    sentence = visitor.hears()
    choose(visitor, "More")
    choose(visitor, "Say it again")
    assert visitor.page == "when-to-seek-care"
    assert visitor.said[0] == sentence.text
    choose(visitor, "More")
    choose(visitor, "Where am I?")
    assert visitor.page == "where-am-i"
    assert visitor.said[1] == "You are on: When to seek care."
    choose(visitor, "Go back")
    choose(visitor, "More")
    choose(visitor, "I feel unwell")
    assert visitor.page == "feel-unwell"
    choose(visitor, "More")
    choose(visitor, "Main menu")
    choose(visitor, "Finish")
    assert visitor.page == "disclaimer"


def test_everything_that_has_no_key_can_be_chosen(library: Library):
    visitor = with_switches(library, grid=Grid(20, 6))
    choose(visitor, "Agree, read aloud")
    choose(visitor, "More")
    acts = {choice.opens for choice in visitor.attendant.page.choices}
    assert acts == {action.value for action in OFFERED}


def test_moving_goes_round_without_a_stop(library: Library):
    visitor = with_switches(library)
    choose(visitor, "Agree and have it read to me")
    first = visitor.focus
    for _ in visitor.attendant.page.choices:
        visitor.presses(Action.NEXT)
    assert visitor.focus == first


def test_pages_name_only_keys_that_there_are(library: Library):
    visitor = with_switches(library)
    choose(visitor, "Agree and have it read to me")
    said = " ".join(visitor.presses(Action.NEXT, Action.READ))
    assert "switch 2" in visitor.screen
    for name in ("Help: H", "Enter", "Space"):
        assert name not in visitor.screen
        assert name not in said


def test_the_standard_keys_leave_nothing_to_be_offered(visitor: Visitor):
    assert "More" not in [choice.label for choice in visitor.attendant.page.choices]


def test_scanning_brings_each_choice_into_focus_by_itself(library: Library):
    visitor = with_switches(library, scan_s=3.0)
    choose(visitor, "Agree and have it read to me")
    labels = [choice.label for choice in visitor.attendant.page.choices]
    assert visitor.focus == labels[0]
    said = visitor.waits(3.5)
    assert visitor.focus == labels[1]
    assert said == [f"{labels[1]}. 2 of {len(labels)}.", visitor.attendant.page.choices[1].about]
    visitor.waits(3.0)
    assert visitor.focus == labels[2]


def test_scanning_waits_until_the_choice_was_said(library: Library):
    visitor = with_switches(library, scan_s=3.0)
    choose(visitor, "Agree and have it read to me")
    label = visitor.focus
    visitor.waits(10.0, sounding=True)
    assert visitor.focus == label


def test_scanning_stops_after_some_rounds_and_the_visit_ends(library: Library):
    visitor = with_switches(library, scan_s=2.0)
    choose(visitor, "Agree and have it read to me")
    count = len(visitor.attendant.page.choices)
    said = visitor.waits(library.clinic.warn_after - 5)
    assert len([text for text in said if text.endswith(f" of {count}.")]) == ROUNDS * count
    visitor.waits(library.clinic.warn_after + library.clinic.countdown)
    assert visitor.page == "disclaimer"


def test_after_the_rounds_the_one_switch_sets_the_choices_going_again(library: Library):
    visitor = with_switches(library, scan_s=2.0)
    choose(visitor, "Agree and have it read to me")
    count = len(visitor.attendant.page.choices)
    visitor.waits(2.0 * ROUNDS * count + 3)
    focus = visitor.focus
    visitor.presses(Action.CHOOSE)
    assert (visitor.page, visitor.focus != focus) == ("menu", True)
    moves = [text for text in visitor.waits(4.5) if text.endswith(f" of {count}.")]
    assert len(moves) == 2
    visitor.presses(Action.CHOOSE)
    assert visitor.page != "menu"
