"""A group of topics is a place like any other: seen, spoken, numbered, and found again on the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.commands.voice.spoken_texts import spoken_texts
from kiosk.content.model.library import Group, Library
from kiosk.locale.wordings import wordings
from kiosk.visit.layout.grid import Grid
from kiosk.visit.places.places import ClinicPlaces
from kiosk.visit.session.view import view_of
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.sheet import Verb
from kiosk.visit.transcript import transcript
from tests.visit.visitor import Visitor

LIVING = Group(1, {"en": "Living with it", "es": "Vivir con la enfermedad"}, {"en": "Day by day."}, ("signs", "about"))
PLAN = Group(2, {"en": "Your plan"}, {}, ("treatments",))
GRIDS = [Grid(20, 6), Grid(46, 13), Grid(80, 24), Grid(120, 34)]


@pytest.fixture(scope="module")
def grouped(library: Library) -> Library:
    """The shipped topics, three of them in groups."""
    menu = ("feel-unwell", "when-to-seek-care", "ongoing-care")
    return replace(library, clinic=replace(library.clinic, menu=menu, groups=(LIVING, PLAN)))


@pytest.fixture
def visitor(grouped: Library) -> Visitor:
    visitor = Visitor(grouped)
    visitor.presses(Action.OTHER, Action.CHOOSE)
    return visitor


def test_groups_come_after_the_topics_of_the_menu_and_feeling_unwell_before_all(visitor: Visitor):
    labels = [choice.label for choice in visitor.attendant.page.choices]
    assert labels[0] == "I feel unwell"
    assert labels[3:] == ["Living with it", "Your plan", "Finish"]


def test_a_group_says_what_it_is_about_or_how_many_topics_it_has(visitor: Visitor):
    assert visitor.presses(Action.DOWN, Action.DOWN, Action.DOWN) == ["Living with it. 4 of 6.", "Day by day."]
    assert visitor.presses(Action.DOWN) == ["Your plan. 5 of 6.", "1 topic."]


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_a_group_is_opened_by_its_number_and_says_its_name_and_its_first_topic(grouped: Library, grid: Grid):
    visitor = Visitor(grouped, grid)
    visitor.presses(Action.OTHER, Action.CHOOSE)
    said = visitor.presses(Action.PICK_4)
    assert visitor.page == "menu/1"
    assert said[0].startswith("Opened: Living with it.")
    assert "1 of 3." in " ".join(said)
    assert [choice.opens for choice in visitor.attendant.page.choices] == ["signs", "about", ""]


def test_back_from_a_topic_leads_to_its_group_with_the_focus_on_that_topic(visitor: Visitor):
    visitor.presses(Action.PICK_4, Action.PICK_2)
    assert visitor.page == "about"
    visitor.presses(Action.BACK)
    assert (visitor.page, visitor.attendant.page.focus) == ("menu/1", 1)
    visitor.presses(Action.BACK)
    assert (visitor.page, visitor.attendant.page.focus) == ("menu", 3)


def test_who_can_only_choose_gets_back_to_the_group_and_from_there_to_the_menu(visitor: Visitor):
    visitor.presses(Action.PICK_4, Action.PICK_2)
    page = visitor.attendant.page
    (back,) = (number for number, choice in enumerate(page.choices) if choice.verb is Verb.BACK)
    visitor.presses(*(Action.NEXT,) * (back - page.focus), Action.CHOOSE)
    assert visitor.page == "menu/1"
    visitor.presses(Action.NEXT, Action.CHOOSE)
    assert visitor.page == "menu"


def test_a_topic_outside_groups_still_leads_to_the_menu(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    assert Verb.MENU in {choice.verb for choice in visitor.attendant.page.choices}


def test_feeling_unwell_leads_back_into_the_group(visitor: Visitor):
    visitor.presses(Action.PICK_4, Action.UNWELL)
    assert visitor.page == "feel-unwell"
    visitor.presses(Action.BACK)
    assert visitor.page == "menu/1"


def test_help_and_where_am_i_know_the_group(visitor: Visitor):
    visitor.presses(Action.PICK_4)
    assert "This is a group of topics." in visitor.presses(Action.HELP)
    visitor.presses(Action.BACK)
    assert "You are on: Living with it." in visitor.presses(Action.WHERE)


def test_a_group_has_its_name_in_the_patients_language_or_else_in_the_first(visitor: Visitor):
    visitor.presses(Action.LANGUAGE)
    labels = {choice.label: choice.language for choice in visitor.attendant.page.choices}
    assert labels["Vivir con la enfermedad"] == ""
    assert labels["Your plan"] == "en"
    visitor.presses(Action.PICK_5)
    assert visitor.attendant.page.language == "en"


def test_a_group_that_is_gone_leaves_the_topic_one_step_from_the_menu(visitor: Visitor, grouped: Library):
    visitor.presses(Action.PICK_4, Action.PICK_2)
    menu = (*grouped.clinic.menu, "about")
    visitor.attendant.visit.renew(ClinicPlaces(replace(grouped, clinic=replace(grouped.clinic, menu=menu, groups=()))))
    visitor.presses(Action.BACK)
    assert visitor.page == "menu"


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_the_transcript_has_each_group_and_each_of_its_topics_once(grouped: Library, grid: Grid):
    names = [each.page for each in transcript(grouped, "en", grid, wordings(["en", "es"]))]
    assert len(names) == len(set(names))
    for place in ("menu/1", "menu/2", "signs", "about", "treatments", "help-menu/1"):
        assert [name for name in names if name == place or name.startswith(f"{place}-")], place


def test_every_topic_is_two_keys_from_the_menu(grouped: Library):
    view = view_of(grouped, Grid(80, 24))
    first = [choice.opens for choice in view.sheets.sheet("menu").choices]
    second = [choice.opens for name in view.sheets.groups.names for choice in view.sheets.sheet(name).choices]
    assert {*first, *second} >= set(grouped.clinic.offered)


def test_what_is_rendered_ahead_includes_groups_and_their_topics(grouped: Library):
    texts = {each.text for each in spoken_texts(grouped, "en", [Grid(80, 24)], wordings(["en", "es"]))}
    assert any("Opened: Living with it." in text for text in texts)
    first = grouped.topic("treatments", "en")
    assert any(text.startswith(f"Opened: {first.title}") for text in texts)
