"""Another language at any moment, without losing the place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.content.model.library import Library
from kiosk.visit.terms.action import Action
from tests.visit.visitor import Visitor


def test_the_note_before_the_start_offers_the_other_language_in_its_own_name(newcomer: Visitor):
    newcomer.presses(Action.OTHER)
    (offer,) = [said for said in newcomer.queue if said.language == "es"]
    assert offer.language == "es"
    newcomer.presses(Action.PICK_3)
    assert newcomer.attendant.visit.settings.language == "es"
    assert newcomer.page == "disclaimer"
    assert newcomer.queue[0].text == "Español."
    assert {said.language for said in newcomer.queue} == {"es", "en"}  # English is offered now


def test_the_key_switches_and_switches_back(visitor: Visitor):
    said = visitor.presses(Action.PICK_2, Action.LANGUAGE)
    assert said[0] == "Español."
    assert all(each.language == "es" for each in visitor.queue)
    assert visitor.page == "signs"
    assert visitor.presses(Action.LANGUAGE)[0] == "English."
    assert visitor.attendant.page.title == "Symptoms that the cancer may have spread"


def test_the_sentence_that_is_read_is_read_on_in_the_other_language(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    visitor.hears(4)
    part = visitor.attendant.visit.state.voice.sounding.unit.part
    visitor.presses(Action.LANGUAGE)
    assert visitor.said[0] == "Español."
    assert visitor.queue[1].unit.part == part
    assert visitor.queue[1].language == "es"


def test_the_second_page_stays_the_second_part_of_the_text(visitor: Visitor):
    visitor.presses(Action.PICK_4, Action.PAGE_DOWN)
    first = visitor.attendant.page.units[0].part
    visitor.presses(Action.LANGUAGE)
    page = visitor.attendant.page
    assert page.units[0].part <= first <= page.units[-1].part


def test_a_help_page_gives_way_to_the_page_below_it(visitor: Visitor):
    visitor.presses(Action.PICK_2, Action.WHERE, Action.LANGUAGE)
    assert visitor.page == "signs"


def test_the_next_visitor_starts_in_the_first_language(library: Library, visitor: Visitor):
    visitor.presses(Action.LANGUAGE)
    visitor.waits(library.clinic.warn_after + library.clinic.countdown + 1)
    assert visitor.attendant.visit.settings.language == "en"


def test_one_language_only_is_told(library: Library):
    visitor = Visitor(replace(library, clinic=replace(library.clinic, languages=("en",))))
    visitor.presses(Action.CHOOSE)
    assert visitor.presses(Action.LANGUAGE) == ["There is no other language here."]


@pytest.fixture
def half_translated(library: Library) -> Library:
    """One topic is in English only."""
    spanish = {name: topic for name, topic in library.topics["es"].items() if name != "signs"}
    return replace(library, topics={**library.topics, "es": spanish})


def test_a_topic_that_is_not_translated_is_shown_and_read_in_english_with_a_note(half_translated: Library):
    visitor = Visitor(half_translated)
    visitor.presses(Action.OTHER, Action.CHOOSE, Action.LANGUAGE, Action.PICK_2)
    page = visitor.attendant.page
    assert page.title == "Symptoms that the cancer may have spread"
    assert page.parts[0].text == "For now, this text is in English."
    languages = [said.language for said in visitor.queue]
    assert "en" in languages
    assert "es" in languages
    assert all(said.language == "en" for said in visitor.queue if said.unit and said.unit.part > 0)
