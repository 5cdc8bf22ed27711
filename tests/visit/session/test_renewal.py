"""Content that changes while a visitor is there: seen and heard from the next page on, never in the middle of one."""

from __future__ import annotations

from dataclasses import replace

from kiosk.content.model.library import Library
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import UNWELL
from tests.visit.reworded import with_text
from tests.visit.visitor import Visitor


def renamed(library: Library, name: str, title: str) -> Library:
    """The library with another title for one topic."""
    topics = dict(library.topics["en"])
    topics[name] = with_text(topics[name], "title", title)
    return replace(library, topics={**library.topics, "en": topics})


def without(library: Library, name: str) -> Library:
    """The library without one topic."""
    topics = {
        language: {each: topic for each, topic in of.items() if each != name} for language, of in library.topics.items()
    }
    menu = tuple(each for each in library.clinic.menu if each != name)
    return replace(library, topics=topics, clinic=replace(library.clinic, menu=menu))


def test_at_rest_it_is_shown_at_once(library: Library, newcomer: Visitor):
    newcomer.attendant.renew(renamed(library, "disclaimer", "Another note"))
    assert newcomer.attendant.page.title == "Another note"


def test_a_visitors_page_stays_until_the_next_one(library: Library, visitor: Visitor):
    visitor.presses(Action.PICK_2)
    visitor.attendant.renew(renamed(library, "signs", "Other signs"))
    assert visitor.attendant.page.title == "Symptoms that the cancer may have spread"
    visitor.presses(Action.DOWN)
    assert visitor.attendant.page.title == "Symptoms that the cancer may have spread"
    visitor.presses(Action.PICK_1)
    assert visitor.attendant.page.title == "Other signs"
    assert visitor.attendant.page.number == 2


def test_a_page_that_is_read_on_comes_from_the_new_text(library: Library, visitor: Visitor):
    visitor.presses(Action.PICK_2)
    visitor.attendant.renew(renamed(library, "signs", "Other signs"))
    visitor.hears_all()
    assert visitor.attendant.page.title == "Other signs"


def test_the_choice_that_was_shown_is_the_one_that_opens(library: Library, visitor: Visitor):
    menu = tuple(reversed(library.clinic.menu))
    visitor.attendant.renew(replace(library, clinic=replace(library.clinic, menu=menu)))
    visitor.presses(Action.PICK_2)
    assert visitor.page == "signs"
    visitor.presses(Action.MENU)
    opens = [choice.opens for choice in visitor.attendant.page.choices]
    assert opens[:2] == [UNWELL, menu[0]], "who feels unwell never has to look for it"


def test_a_topic_that_is_gone_leads_to_the_menu(library: Library, visitor: Visitor):
    visitor.attendant.renew(without(library, "signs"))
    visitor.presses(Action.PICK_2)
    assert visitor.page == "menu"


def test_no_way_leads_back_to_a_topic_that_is_gone(library: Library, visitor: Visitor):
    visitor.presses(Action.PICK_2, Action.UNWELL)
    visitor.attendant.renew(without(library, "signs"))
    visitor.presses(Action.BACK)
    assert visitor.page in ("menu", "disclaimer")


def test_a_language_that_is_gone_gives_way_to_the_first(library: Library, visitor: Visitor):
    visitor.presses(Action.LANGUAGE)
    english = {"en": library.topics["en"]}
    clinic = replace(library.clinic, languages=("en",))
    visitor.attendant.renew(replace(library, topics=english, clinic=clinic))
    visitor.presses(Action.PICK_2)
    assert visitor.attendant.page.title == "Symptoms that the cancer may have spread"


def test_the_next_visitor_has_the_new_content(library: Library, visitor: Visitor):
    visitor.attendant.renew(renamed(library, "disclaimer", "Another note"))
    visitor.waits(library.clinic.warn_after + library.clinic.countdown + 1)
    assert visitor.attendant.page.title == "Another note"
