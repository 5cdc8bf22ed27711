"""The first key wakes and greets, and nothing that came before the greeting counts as a decision."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from kiosk.terminal.key_map import BUILT_IN
from kiosk.visit.session.attendant import HELD_S
from kiosk.visit.session.machine import Machine
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import DISCLAIMER, HELP, UNWELL
from tests.terminal.keypad import shipped
from tests.visit.visitor import Visitor

AT_ONCE = {Action.UNWELL: UNWELL, Action.HELP: HELP, Action.LANGUAGE: DISCLAIMER}


@pytest.mark.parametrize("action", [each for each in Action if each not in AT_ONCE], ids=lambda each: each.value)
def test_whatever_key_comes_first_it_only_wakes_and_greets(newcomer: Visitor, action: Action):
    before = newcomer.attendant.visit.settings
    said = newcomer.presses(action)
    greeting = "Talking kiosk. Enter to agree, down for next, E when ill, comma for slower, R to repeat."
    assert said[0].startswith(greeting)
    assert said[1].startswith("For Español, press 3")
    assert newcomer.page == DISCLAIMER
    assert newcomer.attendant.visit.settings == before
    assert not newcomer.attendant.visit.state.agreed


@pytest.mark.parametrize(("action", "page"), AT_ONCE.items(), ids=lambda each: getattr(each, "value", each))
def test_who_feels_unwell_needs_help_or_another_language_gets_it_at_once(newcomer: Visitor, action: Action, page: str):
    assert newcomer.presses(action)
    assert newcomer.page == page


def test_a_key_that_is_held_down_wakes_and_does_not_agree(newcomer: Visitor):
    greeting = newcomer.presses(Action.CHOOSE)
    for _ in range(60):
        newcomer.now += 0.04
        assert newcomer.presses(Action.CHOOSE) == greeting, "the greeting goes on"
    assert newcomer.page == DISCLAIMER
    newcomer.now += HELD_S + 0.1
    newcomer.presses(Action.CHOOSE)
    assert newcomer.page == "menu"


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_greeting_names_only_keys_that_there_are(library: Library, name: str):
    keys = shipped(name).keys
    visitor = Visitor(library, machine=Machine(keys))
    greeting = visitor.presses(Action.OTHER)[0]
    assert ("when ill" in greeting) is keys.has(Action.UNWELL)
    assert ("slower" in greeting) is keys.has(Action.SLOWER)
    assert f"{keys.names[Action.CHOOSE]} to agree".lower() in greeting.lower()


def test_sound_goes_off_only_on_purpose_and_the_way_back_is_said_first(visitor: Visitor):
    assert visitor.presses(Action.SOUND) == ["Sound off. M brings it back."]
    assert visitor.presses(Action.UNWELL) == [], "silence was on purpose"
    assert visitor.presses(Action.SOUND)[0] == "Sound is on."


@pytest.mark.parametrize("action", [Action.UNWELL, Action.HELP])
def test_after_headphones_were_unplugged_who_feels_unwell_or_needs_help_is_heard(visitor: Visitor, action: Action):
    visitor.take(visitor.attendant.headphones(False, visitor.now))
    assert visitor.presses(action)
