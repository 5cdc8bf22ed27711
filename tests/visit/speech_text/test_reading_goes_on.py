"""Whatever is confirmed, and whenever: reading then goes on with the sentence that was due, and none is left out."""

from __future__ import annotations

import pytest

from kiosk.visit.layout.grid import Grid
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import WARNING
from tests.visit.visitor import Visitor

ADJUSTING = [Action.FASTER, Action.SLOWER, Action.LOUDER, Action.QUIETER, Action.ONE_BY_ONE]


def sentences(visitor: Visitor) -> list[str]:
    """What is to be read of the page on the screen."""
    page = visitor.attendant.page
    return [page.sentence(unit) for unit in page.units]


@pytest.mark.parametrize("action", ADJUSTING)
def test_a_key_during_the_heading_leaves_no_sentence_out(visitor: Visitor, action: Action):
    visitor.presses(Action.UNWELL)
    visitor.hears()
    page = sentences(visitor)
    visitor.presses(action)
    heard = visitor.hears_all()
    assert heard[1 : 1 + len(page)] == page


@pytest.mark.parametrize("action", ADJUSTING)
def test_a_key_during_a_confirmation_leaves_no_sentence_out(visitor: Visitor, action: Action):
    visitor.presses(Action.PICK_2)
    due = visitor.hears(4).text
    visitor.presses(action)
    visitor.hears()
    visitor.presses(action)
    assert visitor.said[1] == due


def test_colours_changed_twice_leave_no_sentence_out(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    due = visitor.hears(4).text
    for _ in range(2):
        visitor.take(visitor.attendant.confirm("Colours", "Colours.", visitor.attendant.visit.grid, visitor.now))
        visitor.hears()
    assert visitor.said[0] == due


def test_larger_letters_twice_leave_no_sentence_out(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    due = visitor.hears(4).text
    for grid in (Grid(40, 12), Grid(26, 8)):
        visitor.queue.clear()
        visitor.take(visitor.attendant.confirm("Size", "Size.", grid, visitor.now))
        visitor.hears()
    assert visitor.said[0].split() == due.split()[: len(visitor.said[0].split())]


def test_another_language_twice_leads_back_to_the_sentence(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    due = visitor.hears(4).text
    visitor.presses(Action.LANGUAGE)
    visitor.hears()
    visitor.presses(Action.LANGUAGE)
    assert due in visitor.said[:2]


def test_a_pause_during_a_confirmation_keeps_the_sentence(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    due = visitor.hears(4).text
    visitor.presses(Action.FASTER)
    visitor.hears()
    assert visitor.presses(Action.READ) == []
    assert visitor.presses(Action.READ)[0] == due


def test_right_during_a_confirmation_goes_to_the_next_sentence_and_during_the_title_to_the_first(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    visitor.hears(4)
    after = visitor.said[0]
    visitor.presses(Action.FASTER)
    visitor.hears()
    assert visitor.presses(Action.RIGHT)[0] == after
    visitor.presses(Action.MENU, Action.PICK_2)
    visitor.hears()
    first = visitor.said[0]
    assert visitor.presses(Action.RIGHT)[0] == first


@pytest.mark.parametrize("grid", [Grid(100, 40), Grid(46, 13), Grid(24, 8)])
def test_another_window_size_during_the_heading_reads_what_is_shown(visitor: Visitor, grid: Grid):
    visitor.presses(Action.PICK_2)
    visitor.hears()
    visitor.take(visitor.attendant.visit.resize(grid))
    page = sentences(visitor)
    heard = visitor.hears_all()
    at = heard.index(page[0])
    assert len(heard) >= at + len(page)
    for piece, sentence in zip(page, heard[at:], strict=False):  # a page may end inside its last sentence
        assert sentence.startswith(piece)


def test_when_nothing_is_read_a_confirmation_starts_nothing_and_turns_no_page(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    visitor.presses(Action.SOUND)
    number = visitor.attendant.page.number
    visitor.presses(Action.FASTER)
    assert visitor.hears_all() == []
    assert visitor.attendant.page.number == number


def test_in_the_menu_a_confirmation_is_all_that_is_said(visitor: Visitor):
    visitor.hears_all()
    assert visitor.presses(Action.FASTER) == ["Speed 4 of 7."]


def test_who_turns_the_page_after_a_pause_is_asked_as_soon_as_anybody(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    visitor.hears(3)
    visitor.presses(Action.READ)
    visitor.presses(Action.PAGE_DOWN)
    visitor.waits(121)
    assert visitor.page == WARNING
