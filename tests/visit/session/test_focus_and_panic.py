"""Enter does what was told last, whatever turned in between; and the key for who feels unwell, in a panic."""

from __future__ import annotations

from kiosk.visit.terms.action import Action
from tests.visit.visitor import Visitor


def test_hammering_the_key_for_who_feels_unwell_does_not_delay_the_first_card(visitor: Visitor):
    said = visitor.presses(Action.UNWELL)
    visitor.hears()
    for _ in range(20):
        assert visitor.presses(Action.UNWELL) == said[1:], "what was begun goes on"
    emergency = visitor.hears(2)
    assert emergency.emergency
    visitor.presses(*[Action.UNWELL] * 20)
    visitor.hears(2)
    assert visitor.presses(Action.UNWELL)[:3] == said[:3], "once it was heard, it can be asked for again"
    assert visitor.presses(Action.REPEAT)


def test_the_emergency_sentence_can_be_repeated_at_once(visitor: Visitor):
    visitor.presses(Action.UNWELL)
    emergency = visitor.hears(3)
    assert visitor.presses(Action.REPEAT)[0] == emergency.text


def test_choose_announces_first_what_has_taken_the_place_of_the_choice_that_was_told(visitor: Visitor):
    visitor.presses(Action.PICK_2, Action.DOWN, Action.UP)
    assert visitor.focus == "Next page"
    visitor.presses(Action.READ, Action.READ)
    while visitor.attendant.page.number < visitor.attendant.page.count:
        if not visitor.queue:
            visitor.take(visitor.attendant.visit.silent())
        visitor.hears()
    assert visitor.focus == "Main menu"
    assert visitor.presses(Action.CHOOSE) == ["Main menu. 1 of 3."]
    assert visitor.page == "signs"
    visitor.presses(Action.CHOOSE)
    assert visitor.page == "menu"


def test_the_focus_stays_on_its_choice_when_the_page_turns_by_itself(visitor: Visitor):
    visitor.presses(Action.PICK_2, Action.DOWN, Action.DOWN)
    assert visitor.focus == "Questions to ask"
    visitor.presses(Action.READ, Action.READ)
    while visitor.attendant.page.number < visitor.attendant.page.count:
        if not visitor.queue:
            visitor.take(visitor.attendant.visit.silent())
        visitor.hears()
        assert visitor.focus == "Questions to ask"
    visitor.presses(Action.CHOOSE)
    assert visitor.page == "signs/questions"


def test_another_language_on_the_start_page_leads_back_to_nothing(newcomer: Visitor):
    newcomer.presses(Action.OTHER, Action.PICK_3)
    assert newcomer.attendant.visit.settings.language == "es"
    newcomer.presses(Action.CHOOSE)
    assert newcomer.page == "menu", "the focus is on what was announced: to agree"


def test_space_before_the_first_sound_of_a_page_pauses(visitor: Visitor):
    said = visitor.presses(Action.PICK_2)
    assert visitor.presses(Action.READ) == []
    assert visitor.presses(Action.READ)[1:] == said[1:]
