"""A language that no voice speaks is shown as one that is silent, and no page of it turns by itself."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.machine import Machine
from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.action import Action
from tests.visit.visitor import Visitor

REMARK = "No sound in this language"
SMALL = Grid(64, 18)


def fails(visitor: Visitor, *, no_voice: bool = True) -> None:
    """The voice refuses all that waits in Spanish; the rest is heard, and then it is silent."""
    visit = visitor.attendant.visit
    while visitor.queue:
        each: Utterance = visitor.queue.pop(0)
        if each.language == "es":
            visitor.attendant.visit.failed(each, no_voice)
        else:
            visit.started(each)
    visitor.take(visit.silent())


@pytest.fixture
def reader_of_spanish(library: Library) -> Visitor:
    """A visitor on a long page in Spanish, in which nothing was said yet."""
    visitor = Visitor(library, SMALL, Machine())
    visitor.presses(Action.CHOOSE, Action.CHOOSE, Action.UNWELL, Action.LANGUAGE)
    assert visitor.attendant.visit.settings.language == "es"
    assert visitor.attendant.page.count > 1
    return visitor


def test_the_page_stays_and_says_so(reader_of_spanish: Visitor):
    number = reader_of_spanish.attendant.page.number
    fails(reader_of_spanish)
    assert reader_of_spanish.attendant.page.number == number
    assert reader_of_spanish.queue == []
    assert REMARK in reader_of_spanish.attendant.page.status


def test_once_it_is_found_nothing_more_is_tried_in_that_language(reader_of_spanish: Visitor):
    fails(reader_of_spanish)
    assert reader_of_spanish.presses(Action.PAGE_DOWN) == []
    assert reader_of_spanish.presses(Action.READ) == []
    assert REMARK in reader_of_spanish.attendant.page.status


def test_the_next_visitor_is_told_at_once(reader_of_spanish: Visitor):
    fails(reader_of_spanish)
    reader_of_spanish.attendant.dismiss()
    reader_of_spanish.presses(Action.CHOOSE)
    assert REMARK not in reader_of_spanish.attendant.page.status
    reader_of_spanish.presses(Action.LANGUAGE)
    assert REMARK in reader_of_spanish.attendant.page.status
    assert all(each.language != "es" for each in reader_of_spanish.queue)


def test_the_screen_comes_back_for_it(reader_of_spanish: Visitor):
    reader_of_spanish.presses(Action.SCREEN)
    assert not reader_of_spanish.attendant.visit.settings.screen
    fails(reader_of_spanish)
    assert reader_of_spanish.attendant.visit.settings.screen


def test_another_language_is_still_heard(reader_of_spanish: Visitor):
    fails(reader_of_spanish)
    assert reader_of_spanish.presses(Action.LANGUAGE)
    assert REMARK not in reader_of_spanish.attendant.page.status


def test_a_single_sentence_that_cannot_be_said_stops_the_reading_and_no_language(reader_of_spanish: Visitor):
    number = reader_of_spanish.attendant.page.number
    fails(reader_of_spanish, no_voice=False)
    assert reader_of_spanish.attendant.page.number == number
    assert REMARK not in reader_of_spanish.attendant.page.status
    assert reader_of_spanish.presses(Action.READ)
