"""One switch or two: a text is paused by one press, and "I feel unwell" is near, wherever the visitor is."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.machine import Machine
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import DISCLAIMER, UNWELL
from tests.visit.session.test_few_keys import SWITCHES, choose
from tests.visit.visitor import Visitor

MOST_PRESSES, MOST_S, SCAN_S = 4, 15.0, 3.0
GRIDS = [Grid(20, 6), Grid(80, 24)]
PLACES = ["menu", "signs", "when-to-seek-care", "signs/questions", "more", "help", "where-am-i", "all-keys", DISCLAIMER]


def at(library: Library, grid: Grid, place: str, scan_s: float = 0.0, move: int = 0) -> Visitor:
    """A visitor with switches in `place`, who hears its text, or has moved on by so many choices."""
    visitor = Visitor(library, grid, Machine(SWITCHES, scan_s=scan_s))
    visitor.presses(Action.NEXT)
    if place == DISCLAIMER:
        return visitor
    visitor.presses(Action.CHOOSE)
    visit = visitor.attendant.visit
    reply = {"help": Action.HELP, "where-am-i": Action.WHERE}.get(place)
    visitor.take(visit.act(reply) if reply else visit.go_to(place))
    visitor.hears(2)
    if move:
        if not visitor.queue:
            visitor.take(visit.silent())
        visitor.hears_all()
        visitor.presses(*[Action.NEXT] * move)
    assert visitor.page == place
    return visitor


@pytest.mark.parametrize("move", range(12))
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_with_two_switches_i_feel_unwell_is_within_four_presses(library: Library, grid: Grid, place: str, move: int):
    visitor = at(library, grid, place, move=move)
    presses = 1
    while "I feel unwell" not in visitor.focus:
        visitor.presses(Action.NEXT)
        presses += 1
    visitor.presses(Action.CHOOSE)
    assert visitor.page == UNWELL
    assert presses <= MOST_PRESSES


@pytest.mark.parametrize("place", ["menu", "signs", "when-to-seek-care", "signs/questions", "more", "help"])
@pytest.mark.parametrize("grid", GRIDS, ids=str)
def test_with_one_switch_it_is_within_fifteen_seconds(library: Library, grid: Grid, place: str):
    visitor = at(library, grid, place, SCAN_S)
    start = visitor.now
    if visitor.attendant.visit.state.voice.reading and visitor.attendant.page.sheet == place != "help":
        visitor.presses(Action.CHOOSE)
    visitor.hears_all()
    while "I feel unwell" not in visitor.focus:
        visitor.waits(0.25, sounding=True)
        assert visitor.now - start < MOST_S
    visitor.presses(Action.CHOOSE)
    assert visitor.page == UNWELL


def test_one_press_pauses_a_text_and_offers_what_is_wanted_then(library: Library):
    visitor = at(library, Grid(80, 24), "signs")
    sentence = visitor.attendant.visit.state.voice.last
    assert sentence is not None
    assert visitor.presses(Action.CHOOSE)[:2] == ["Paused.", "Go on. 1 of 5."]
    labels = [choice.label for choice in visitor.attendant.page.choices]
    assert labels == ["Go on", "I feel unwell", "Say it again", "Go back", "More"]
    assert visitor.presses(Action.CHOOSE)[0] == sentence.text
    visitor.hears()
    visitor.presses(Action.NEXT)
    choose(visitor, "Say it again")
    assert visitor.said[0] == sentence.text
    visitor.hears()
    visitor.presses(Action.NEXT)
    choose(visitor, "Go back")
    assert visitor.page == "menu"


def test_scanning_does_not_wait_for_the_end_of_a_choice(library: Library):
    visitor = at(library, Grid(80, 24), "menu", SCAN_S)
    visitor.hears_all()
    before = visitor.focus
    visitor.waits(SCAN_S + 0.5, sounding=True)
    assert visitor.focus != before


def test_scanning_leaves_a_text_alone(library: Library):
    visitor = at(library, Grid(80, 24), "signs", SCAN_S)
    before = visitor.focus
    visitor.waits(60, sounding=True)
    assert visitor.focus == before
