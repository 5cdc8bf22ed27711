"""The list of care cards and the cards: heard alike at any size, and found again after any detour."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.machine import Machine
from kiosk.visit.session.settings import RATES_WPM, START_RATE
from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import UNWELL
from tests.visit.session.test_few_keys import SWITCHES
from tests.visit.visitor import Visitor

MOST_S = 15
"""Seconds that a listener waits for the end of the first choice of the list, and until a card says what to do."""
GRIDS = [Grid(20, 6), Grid(46, 13), Grid(80, 24), Grid(120, 34)]
CARD = f"{UNWELL}/2"


def at_the_list(library: Library, grid: Grid) -> Visitor:
    visitor = Visitor(library, grid)
    visitor.presses(Action.OTHER, Action.CHOOSE, Action.UNWELL)
    return visitor


def seconds(said: Sequence[Utterance]) -> float:
    """How long it takes to say, at the rate of the start."""
    words = sum(len(each.text.split()) for each in said)
    return words * 60 / RATES_WPM[START_RATE] + sum(each.pause_ms for each in said) / 1000


def on_a_further_page(library: Library, grid: Grid) -> Visitor:
    """Page 2 of a card that needs several."""
    visitor = at_the_list(library, grid)
    visitor.presses(Action.PICK_2)
    visitor.presses(Action.PICK_1)
    page = visitor.attendant.page
    assert (page.sheet, page.number) == (CARD, 2)
    return visitor


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_at_any_size_the_emergency_comes_first_then_all_choices_then_the_one_in_focus(library: Library, grid: Grid):
    visitor = at_the_list(library, grid)
    page = visitor.attendant.page
    labels = [choice.label for choice in page.choices]
    said = visitor.said
    assert said[1:3] == ["Emergency", "Tell staff now."]
    assert said[3 : 3 + len(labels)] == [f"{number}: {label}." for number, label in enumerate(labels, 1)]
    assert said[3 + len(labels)] == f"{labels[0]}. 1 of {len(labels)}."


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_read_aloud_says_each_choice_of_the_list_once_by_its_number(library: Library, grid: Grid):
    visitor = at_the_list(library, grid)
    said = visitor.said
    visitor.hears_all()
    assert visitor.presses(Action.READ)[1:] == said[1 : len(visitor.said)]
    visitor.hears(5)
    assert visitor.presses(Action.READ) == []
    assert visitor.presses(Action.READ)[0] == "Tell staff now.", "a pause goes on with what is most urgent"


@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_the_key_for_who_feels_unwell_begins_with_the_first_card_whatever_was_in_focus(library: Library, grid: Grid):
    visitor = at_the_list(library, grid)
    visitor.hears_all()
    visitor.presses(*[Action.DOWN] * 5, Action.ONE_BY_ONE, Action.CHOOSE, Action.UNWELL)
    assert (visitor.page, visitor.attendant.page.focus) == (UNWELL, 0)
    assert any(said.emergency for said in visitor.queue)


def test_one_choice_at_a_time_goes_on_with_the_sentence_though_its_page_is_another(library: Library):
    visitor = at_the_list(library, Grid(80, 24))
    visitor.hears_all()
    visitor.presses(*[Action.DOWN] * 4)
    visitor.hears_all()
    visitor.presses(Action.READ)
    visitor.hears(3)
    assert visitor.presses(Action.ONE_BY_ONE)[:2] == ["One choice at a time.", "Tell staff now."]


def test_back_leads_from_a_card_to_the_list_whichever_card_came_before(library: Library):
    visitor = at_the_list(library, Grid(80, 24))
    visitor.presses(Action.PICK_1)
    while any(choice.opens.startswith(f"{UNWELL}/") for choice in visitor.attendant.page.choices):
        visitor.presses(Action.END)
        visitor.presses(Action.CHOOSE)
    assert visitor.page == f"{UNWELL}/6"
    visitor.presses(Action.BACK)
    assert visitor.page == UNWELL
    visitor.presses(Action.BACK)
    assert visitor.page == "menu"


def test_a_further_page_of_a_card_says_its_head_apart_from_the_sentences(library: Library):
    visitor = on_a_further_page(library, Grid(46, 13))
    page = visitor.attendant.page
    heads = [page.sentence(unit) for unit in page.units if unit.part >= len(page.parts)]
    assert heads == ["Urgent, continued.", "Tell staff now."]
    at = visitor.said.index(heads[0])
    assert visitor.said[at : at + 2] == heads
    assert [said.unit is None for said in visitor.queue[at : at + 3]] == [True, True, False]
    visitor.hears(at + 3)
    assert heads[0] not in visitor.presses(Action.FASTER), "it is said when the page is turned to, and not again"


@pytest.mark.parametrize("grid", [Grid(40, 12), Grid(26, 8), Grid(80, 24)], ids=str)
def test_another_size_shows_the_sentence_that_the_page_of_a_card_began_with(library: Library, grid: Grid):
    visitor = on_a_further_page(library, Grid(46, 13))
    visit = visitor.attendant.visit
    visit.hush()
    visit.state.here.position = None
    page = visit.page
    first = next(page.sentence(unit) for unit in page.units if unit.part < len(page.parts))
    visit.resize(grid)
    shown = " ".join(visit.page.sentence(unit) for unit in visit.page.units)
    assert first[:10] in shown


@pytest.mark.parametrize("place", ["signs", CARD])
@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_the_sentence_is_kept_though_a_picture_or_a_level_comes_before_it(library: Library, grid: Grid, place: str):
    visitor = Visitor(library, Grid(120, 34))
    visitor.presses(Action.OTHER, Action.CHOOSE)
    visitor.queue = list(visitor.attendant.visit.go_to(place).say)
    due = visitor.hears(6).text
    visitor.queue.clear()
    visitor.take(visitor.attendant.visit.resize(grid))
    assert visitor.said[0] == due if grid != Grid(120, 34) else visitor.said == []


def test_a_listener_knows_the_first_choice_in_fifteen_seconds_and_two_keys_lead_to_what_a_card_says(library: Library):
    visitor = at_the_list(library, Grid(80, 24))
    first = next(at for at, said in enumerate(visitor.queue) if said.text.startswith("1: "))
    assert seconds(visitor.queue[: first + 1]) <= MOST_S
    visitor.presses(Action.PICK_2)
    heading, level, what_to_do = visitor.queue[:3]
    assert (level.text, what_to_do.text.split(",")[0]) == ("Urgent", "Tell staff now")
    assert heading.text == "Opened: Back or neck pain, weak legs, numbness.", "nothing is said of its length"
    assert seconds([heading, level]) <= MOST_S, "then it says what to do"


def test_with_switches_each_choice_is_said_as_it_comes_into_focus_and_not_before(library: Library):
    visitor = Visitor(library, machine=Machine(SWITCHES, scan_s=3.0))
    visitor.presses(Action.NEXT)
    visitor.presses(Action.CHOOSE)
    visitor.take(visitor.attendant.visit.go_to(UNWELL))
    label = visitor.focus
    assert [said for said in visitor.said if label in said] == [f"{label}. 1 of {len(visitor.attendant.page.choices)}."]
    visitor.hears_all()
    visitor.waits(3.5)
    assert visitor.focus != label
