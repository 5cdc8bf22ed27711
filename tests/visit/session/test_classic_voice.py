"""The classic voice is one key away, for who is used to it, and says itself that it is there."""

from __future__ import annotations

from kiosk.content.model.library import Library
from kiosk.device.device import Device
from kiosk.device.device_settings import machine_of
from kiosk.terminal.key_map import STANDARD_MAP
from kiosk.visit.session.machine import Machine
from kiosk.visit.terms.action import OFFERED, Action
from kiosk.visit.terms.keys import Keys
from tests.visit.visitor import Visitor


def test_the_key_changes_the_voice_and_back_and_says_so_in_that_voice(visitor: Visitor):
    assert visitor.presses(Action.VOICE) == ["Classic voice."]
    assert visitor.attendant.visit.settings.classic
    assert "Classic voice" in visitor.screen
    assert visitor.presses(Action.VOICE) == ["Natural voice."]
    assert not visitor.attendant.visit.settings.classic


def test_reading_goes_on_from_the_same_sentence_in_the_other_voice(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    sentence = visitor.hears(3).text
    assert visitor.presses(Action.VOICE)[1] == sentence


def test_it_stays_for_the_visit_in_every_place_and_language_and_goes_with_it(library: Library, visitor: Visitor):
    visitor.presses(Action.VOICE, Action.PICK_2, Action.LANGUAGE, Action.BACK)
    assert visitor.attendant.visit.settings.classic
    visitor.waits(library.clinic.warn_after + library.clinic.countdown + 1)
    assert not visitor.attendant.visit.settings.classic


def test_more_offers_it_where_the_key_map_has_no_key_for_it():
    assert Action.VOICE in OFFERED
    assert Action.VOICE in Keys({Action.CHOOSE: "Enter"}).missing


def test_where_the_classic_voice_speaks_anyway_neither_a_key_nor_more_offers_it(library: Library):
    keys = machine_of(Device(voice="espeak"), STANDARD_MAP).keys
    assert not keys.has(Action.VOICE)
    assert Action.VOICE not in keys.missing
    assert machine_of(Device(voice="hibari"), STANDARD_MAP).keys.has(Action.VOICE)
    visitor = Visitor(library, machine=Machine(keys))
    visitor.presses(Action.VOICE)
    said = visitor.presses(Action.VOICE)
    assert said[0].startswith("This key does nothing")
    assert not visitor.attendant.visit.settings.classic
