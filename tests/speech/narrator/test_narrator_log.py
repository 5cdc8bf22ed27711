"""Whoever looks after the machine reads in the log what became of the voice."""

from __future__ import annotations

import logging

import pytest

from kiosk.speech.messages import Done, Gain, Mute, Sound, Started, Word
from kiosk.speech.narrator.narrator import STUCK_S
from tests.speech.house import House


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, "kiosk.speech.narrator.narrator")
    return caplog


def test_a_voice_that_ends(house: House, log: pytest.LogCaptureFixture):
    house.client.end()
    house.settle()
    assert log.messages == ["the voice process has ended and is replaced", "sound does not work: "]


def test_a_voice_that_is_stuck(house: House, log: pytest.LogCaptureFixture):
    house.say("a")
    house.after(3 * STUCK_S)
    assert log.messages[0] == "the voice process is stuck and is replaced"


def test_sound_that_goes_and_comes(house: House, log: pytest.LogCaptureFixture):
    house.tell(Sound(False, "no device"))
    house.tell(Sound(True, "pulse"))
    assert log.messages == ["sound does not work: no device", "sound works: pulse"]


def test_a_machine_without_a_voice(house: House, log: pytest.LogCaptureFixture):
    house.tell(Mute("no data"))
    assert log.messages[0] == "there is no voice: no data"


def test_a_voice_that_cannot_be_started(log: pytest.LogCaptureFixture):
    house = House()
    house.can_start = False
    house.narrator.start()
    assert log.messages == ["the voice process cannot be started: no memory"]


def test_a_new_voice_is_told_nothing_but_the_volume():
    house = House()
    house.narrator.start()
    assert house.client.commands == [Gain(0.0)]


def test_no_line_shows_when_somebody_was_there(log: pytest.LogCaptureFixture):
    house = House()
    house.narrator.start()
    house.tell(Sound(True, "pulse"))
    before = list(log.messages)
    house.narrator.wake()
    house.say("hello")
    for report in (Started(1), Word(1, 0, 5), Done(1)):
        house.tell(report)
    house.narrator.set_voice(90, -3.0)
    house.narrator.rest()
    assert log.messages == before
