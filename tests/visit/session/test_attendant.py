"""Visitors come and go: who is silent is asked, who is gone leaves nothing behind."""

from kiosk.visit.terms.action import Action
from tests.visit.visitor import Visitor


def test_at_rest_nobody_is_asked(newcomer: Visitor):
    assert newcomer.waits(1_000) == []
    assert newcomer.page == "disclaimer"


def test_a_silent_visitor_is_asked_and_any_key_stays(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    said = visitor.waits(121)
    assert visitor.page == "still-there"
    assert said[0].startswith("Are you still there? This kiosk starts again in 30 seconds")
    visitor.presses(Action.OTHER)
    assert visitor.page == "signs"


def test_the_key_that_answers_does_nothing_else(visitor: Visitor):
    visitor.waits(121)
    visitor.presses(Action.PICK_2)
    assert visitor.page == "menu"


def test_the_countdown_is_seen_and_heard(visitor: Visitor):
    said = visitor.waits(149)
    assert "This kiosk starts again in 20 seconds." in said
    assert "This kiosk starts again in 10 seconds." in said
    assert "in 1 second." in visitor.screen or "in 2 seconds." in visitor.screen


def test_an_absent_visitor_leaves_nothing_behind(visitor: Visitor):
    visitor.presses(Action.FASTER, Action.LOUDER, Action.PICK_2, Action.SOUND)
    visitor.waits(151)
    assert visitor.attendant.at_rest
    assert visitor.page == "disclaimer"
    settings = visitor.attendant.visit.settings
    assert (settings.sound, settings.rate, settings.volume) == (True, 2, 6)
    visitor.presses(Action.OTHER)
    assert visitor.presses(Action.MENU)[0] == "Please agree first."


def test_a_visitor_who_listens_is_not_asked(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    visitor.waits(1_000, sounding=True)
    assert visitor.page == "signs"


def test_speech_during_the_question_does_not_answer_it(visitor: Visitor):
    visitor.waits(121)
    visitor.waits(31, sounding=True)
    assert visitor.attendant.at_rest


def test_a_key_after_the_time_has_run_out_begins_a_new_visit(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    visitor.now += 10_000  # the machine slept
    visitor.presses(Action.OTHER)
    assert visitor.page == "disclaimer"


def test_who_only_woke_the_kiosk_is_not_asked_but_the_visit_ends(newcomer: Visitor):
    newcomer.presses(Action.OTHER, Action.FASTER)
    assert newcomer.waits(151) == []
    assert newcomer.attendant.at_rest
    assert newcomer.attendant.visit.settings.rate == 2


def test_the_question_can_be_answered_many_times(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    for _ in range(20):
        visitor.waits(121)
        assert visitor.page == "still-there"
        visitor.presses(Action.OTHER)
    assert visitor.page == "signs"
