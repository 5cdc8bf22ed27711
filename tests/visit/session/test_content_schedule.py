"""Notices, pages that come and go, opening hours: as the clinic's clock tells them, which may be wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from kiosk.content.model.dates import Hours
from kiosk.content.model.library import Library, Notice, Weight
from kiosk.visit.speech_text.utterance import Priority
from kiosk.visit.terms.action import Action
from tests.visit.visitor import Visitor

TEXT = "The clinic closes at noon today."


@pytest.fixture
def noon(library: Library) -> datetime:
    """A right time: a week after the newest text."""
    newest = max(topic.last_changed for topic in library.topics["en"].values())
    return datetime.combine(newest + timedelta(days=7), time(12))


@pytest.fixture
def announcing(library: Library, noon: datetime) -> Library:
    """There is a notice from noon to one."""
    notice = Notice({"en": TEXT}, Weight.IMPORTANT, noon, noon + timedelta(hours=1))
    return replace(library, notice=notice)


def told(visitor: Visitor, now: datetime) -> list[str]:
    """The clinic's clock shows `now`."""
    visitor.queue.clear()
    visitor.take(visitor.attendant.tick(visitor.now, False, now))
    return visitor.said


def in_the_menu(library: Library, now: datetime) -> Visitor:
    visitor = Visitor(library)
    told(visitor, now)
    visitor.presses(Action.OTHER, Action.CHOOSE)
    return visitor


def test_a_notice_interrupts_once_and_then_stays_as_a_line(announcing: Library, noon: datetime):
    visitor = in_the_menu(announcing, noon - timedelta(minutes=1))
    visitor.presses(Action.PICK_2)
    assert TEXT in told(visitor, noon)
    assert {said.priority for said in visitor.queue} == {Priority.NOW}
    assert visitor.page == "notice"
    assert TEXT in visitor.screen
    assert told(visitor, noon + timedelta(seconds=5)) == []
    visitor.presses(Action.OTHER)
    assert visitor.page == "signs"
    visitor.presses(Action.MENU)
    assert TEXT in visitor.screen
    visitor.hears_all()
    visitor.presses(Action.READ)
    assert TEXT in visitor.said


def test_when_the_notice_was_said_the_page_below_is_back(announcing: Library, noon: datetime):
    visitor = in_the_menu(announcing, noon - timedelta(minutes=1))
    visitor.presses(Action.PICK_2)
    before = visitor.queue[0]
    told(visitor, noon)
    while visitor.queue:
        visitor.hears()
    assert visitor.page == "notice"
    visitor.attendant.visit.started(before)
    assert visitor.page == "signs"


def test_a_new_visitor_meets_the_notice_on_the_first_page(announcing: Library, noon: datetime):
    visitor = Visitor(announcing)
    told(visitor, noon)
    assert TEXT in visitor.screen
    assert TEXT in visitor.presses(Action.OTHER)


def test_a_notice_goes_by_itself(announcing: Library, noon: datetime):
    visitor = in_the_menu(announcing, noon)
    assert TEXT in visitor.screen
    told(visitor, noon + timedelta(hours=1))
    visitor.presses(Action.PICK_2, Action.MENU)
    assert TEXT not in visitor.screen


def test_a_clock_that_is_years_off_hides_nothing(announcing: Library, noon: datetime):
    visitor = Visitor(announcing)
    told(visitor, datetime(1970, 1, 1))
    assert TEXT in visitor.screen


def test_a_clock_that_was_set_back_is_looked_at_again(announcing: Library, noon: datetime):
    visitor = Visitor(announcing)
    told(visitor, noon + timedelta(hours=2))
    assert TEXT not in visitor.screen
    told(visitor, noon)
    assert TEXT in visitor.screen


def test_outside_opening_hours_a_kiosk_at_rest_is_dim(library: Library, noon: datetime):
    hours = Hours(tuple(range(7)), 9 * 60, 17 * 60)
    visitor = Visitor(replace(library, clinic=replace(library.clinic, opening=(hours,))))
    told(visitor, noon)
    assert not visitor.attendant.is_dim
    told(visitor, noon.replace(hour=20))
    assert visitor.attendant.is_dim
    visitor.presses(Action.OTHER)
    assert not visitor.attendant.is_dim


def test_a_page_whose_time_is_over_goes_at_the_next_page(library: Library, noon: datetime):
    topics = dict(library.topics["en"])
    topics["signs"] = replace(topics["signs"], show_until=noon)
    visitor = in_the_menu(replace(library, topics={**library.topics, "en": topics}), noon - timedelta(hours=1))
    visitor.presses(Action.PICK_2)
    told(visitor, noon)
    assert visitor.page == "signs"
    visitor.presses(Action.MENU)
    assert "signs" not in [choice.opens for choice in visitor.attendant.page.choices]
