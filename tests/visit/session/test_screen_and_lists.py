"""The screen off and on, and one choice at a time."""

from __future__ import annotations

from kiosk.content.model.library import Library
from kiosk.visit.terms.action import Action
from tests.visit.visitor import Visitor


def test_screen_off_is_told_by_voice_and_on_by_both(visitor: Visitor):
    assert visitor.presses(Action.SCREEN) == ["Screen is off. Press the same key to turn it on."]
    assert not visitor.attendant.visit.settings.screen
    assert visitor.presses(Action.SCREEN) == ["Screen is on."]
    assert visitor.attendant.visit.settings.screen
    assert "Screen is on" in visitor.screen


def test_reading_goes_on_while_the_screen_goes_off(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    sentence = visitor.hears(3).text
    assert visitor.presses(Action.SCREEN)[1] == sentence


def test_screen_and_sound_are_never_both_off(visitor: Visitor):
    visitor.presses(Action.SOUND, Action.SCREEN)
    assert visitor.attendant.visit.settings.screen
    assert "Sound is off, so the screen stays on" in visitor.screen
    visitor.presses(Action.SOUND, Action.SCREEN, Action.SOUND)
    assert visitor.attendant.visit.settings.screen
    visitor.presses(Action.SOUND, Action.SCREEN)
    assert not visitor.attendant.visit.settings.screen
    visitor.attendant.set_voice(False)
    assert visitor.attendant.visit.settings.screen


def test_the_next_visitor_has_the_screen_on(library: Library, visitor: Visitor):
    visitor.presses(Action.SCREEN)
    visitor.waits(library.clinic.warn_after + library.clinic.countdown + 1)
    assert visitor.attendant.visit.settings.screen


def test_one_choice_at_a_time_holds_the_same_choices(visitor: Visitor):
    labels = [choice.label for choice in visitor.attendant.page.choices]
    assert visitor.presses(Action.ONE_BY_ONE) == ["One choice at a time."]
    seen = []
    for _ in labels:
        page = visitor.attendant.page
        assert len(page.on_page) == 1
        seen.append(page.choices[page.on_page[0]].label)
        visitor.presses(Action.DOWN)
    assert seen == labels
    visitor.presses(Action.PICK_3)
    assert visitor.page == "when-to-seek-care"
    visitor.presses(Action.BACK)
    assert visitor.presses(Action.ONE_BY_ONE) == ["All choices."]
    assert len(visitor.attendant.page.on_page) == len(labels)
