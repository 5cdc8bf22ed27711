"""Which action gives which cue, where cues are wanted; each has its visible twin."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.machine import Machine
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.cue import Cue
from tests.visit.visitor import Visitor


def at_the_menu(library: Library, grid: Grid | None = None, cues: bool = True) -> Visitor:
    visitor = Visitor(library, grid, Machine(cues=cues))
    visitor.presses(Action.OTHER, Action.CHOOSE)
    return visitor


def press(visitor: Visitor, *actions: Action) -> Reply:
    """The reply to the last of `actions`."""
    for action in actions:
        reply = visitor.attendant.act(action, visitor.now)
        visitor.take(reply)
    return reply


def focus(visitor: Visitor) -> int:
    return visitor.attendant.page.focus


def test_the_focus_that_moves_is_seen_and_heard(library: Library):
    visitor = at_the_menu(library)
    before = focus(visitor)
    assert press(visitor, Action.DOWN).cue is Cue.MOVE
    assert focus(visitor) == before + 1


def test_the_end_of_a_list_is_seen_and_heard(library: Library):
    visitor = at_the_menu(library)
    assert press(visitor, Action.UP).cue is Cue.END
    assert "Start of list" in visitor.screen
    assert press(visitor, Action.UP).cue is Cue.MOVE, "the next press goes round"


@pytest.mark.parametrize("key", [Action.CHOOSE, Action.PICK_1])
def test_what_is_chosen_is_seen_and_heard(library: Library, key: Action):
    visitor = at_the_menu(library)
    assert press(visitor, key).cue is Cue.CHOOSE
    assert visitor.page != "menu"


def test_a_page_that_is_turned_is_seen_and_heard(library: Library):
    visitor = at_the_menu(library, Grid(46, 13))
    press(visitor, Action.PICK_2)
    assert press(visitor, Action.PAGE_DOWN).cue is Cue.PAGE
    assert "2 of" in visitor.screen
    assert press(visitor, Action.PAGE_UP, Action.PAGE_UP).cue is Cue.END
    assert "First part" in visitor.screen


def test_a_page_that_turns_by_itself_is_heard_too(library: Library):
    visitor = at_the_menu(library, Grid(46, 13))
    press(visitor, Action.PICK_2)
    while visitor.queue:
        visitor.hears()
    reply = visitor.attendant.visit.silent()
    assert reply is not None
    assert reply.cue is Cue.PAGE


def test_the_question_whether_somebody_is_there_is_seen_and_heard(library: Library):
    visitor = at_the_menu(library)
    warn_after = library.clinic.warn_after
    reply = visitor.attendant.tick(visitor.now + warn_after + 0.1, sounding=False)
    assert reply is not None
    assert reply.cue is Cue.WARNING
    assert visitor.page == "still-there"


@pytest.mark.parametrize("key", [Action.REPEAT, Action.FASTER, Action.HELP, Action.READ])
def test_other_keys_have_none(library: Library, key: Action):
    assert press(at_the_menu(library), key).cue is None


def test_nothing_sounds_for_who_turned_sound_off(library: Library):
    visitor = at_the_menu(library)
    press(visitor, Action.SOUND)
    assert press(visitor, Action.DOWN).cue is None


def test_without_being_asked_for_there_are_none(library: Library):
    visitor = at_the_menu(library, cues=False)
    assert press(visitor, Action.DOWN).cue is None
    assert press(visitor, Action.CHOOSE).cue is None
