"""Headphones: plugging in reads the page, unplugging is silence until the visitor asks."""

import pytest

from kiosk.content.model.library import Library
from kiosk.visit.session.machine import Machine
from kiosk.visit.terms.action import Action
from tests.visit.visitor import Visitor


def plug(visitor: Visitor, plugged: bool) -> list[str]:
    visitor.take(visitor.attendant.headphones(plugged, visitor.now))
    return visitor.said


def test_plugging_in_says_the_title_and_reads_on(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    sounding = visitor.hears(4)
    assert plug(visitor, True)[:2] == ["Symptoms that the cancer may have spread.", sounding.text]
    assert visitor.attendant.visit.settings.sound


def test_plugging_in_begins_a_visit_and_answers_whether_somebody_is_there(newcomer: Visitor):
    assert plug(newcomer, True)[0].startswith("Talking kiosk.")
    assert not newcomer.attendant.at_rest


def test_plugging_in_answers_whether_somebody_is_still_there(visitor: Visitor):
    visitor.waits(121)
    assert visitor.page == "still-there"
    plug(visitor, True)
    assert visitor.page == "menu"


def test_whoever_chose_no_sound_gets_it_with_headphones(newcomer: Visitor):
    newcomer.presses(Action.OTHER, Action.PICK_2)
    assert plug(newcomer, True)


@pytest.mark.parametrize("key", [Action.DOWN, Action.PICK_1, Action.REPEAT, Action.MENU, Action.WHERE])
def test_after_unplugging_no_key_that_does_not_ask_for_sound_brings_it_back(visitor: Visitor, key: Action):
    visitor.presses(Action.PICK_2)
    visitor.hears(4)
    assert plug(visitor, False) == []
    assert "Headphones unplugged" in visitor.screen
    assert visitor.presses(key) == []


def test_reading_goes_on_where_it_was_once_it_is_asked_for(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    sounding = visitor.hears(4)
    plug(visitor, False)
    assert visitor.presses(Action.READ)[0] == sounding.text


def test_the_sound_key_turns_it_on_again_too(visitor: Visitor):
    plug(visitor, False)
    assert visitor.presses(Action.SOUND)[0] == "Sound is on."


def test_sound_that_the_visitor_turned_off_stays_off_whatever_else_is_pressed(visitor: Visitor):
    plug(visitor, False)
    visitor.presses(Action.SOUND, Action.SOUND)
    assert visitor.presses(Action.READ) == []


def test_a_screen_that_was_off_comes_back_when_the_voice_goes(visitor: Visitor):
    visitor.presses(Action.SCREEN)
    plug(visitor, False)
    assert visitor.attendant.visit.settings.screen


def test_who_unplugs_is_not_taken_for_gone_while_reading_is_paused(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    visitor.hears(4)
    plug(visitor, False)
    visitor.waits(121)
    assert visitor.page == "signs"


def test_unplugging_while_nobody_is_there_changes_nothing(newcomer: Visitor):
    plug(newcomer, False)
    assert newcomer.attendant.at_rest
    assert newcomer.attendant.visit.settings.sound


def test_the_next_visitor_is_spoken_to_again(visitor: Visitor):
    plug(visitor, False)
    visitor.waits(1_000)
    assert visitor.attendant.at_rest
    assert visitor.attendant.visit.settings.sound


def test_where_only_headphones_are_spoken_to_the_screen_says_to_plug_in(library: Library):
    visitor = Visitor(library, machine=Machine(headphones_only=True))
    visitor.attendant.set_voice(False)
    assert "Plug in headphones to hear" in visitor.screen
    visitor.attendant.set_voice(True)
    plug(visitor, True)
    assert "Headphones" not in visitor.screen
