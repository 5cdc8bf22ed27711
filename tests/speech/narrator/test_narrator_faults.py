"""The narrator goes on, whatever becomes of the voice process."""

import logging
from pathlib import Path

import pytest

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.messages import (
    Done,
    Gain,
    Hush,
    Lost,
    Mute,
    Pong,
    Ready,
    Say,
    Sound,
    Started,
    Wake,
    Word,
    Words,
)
from kiosk.speech.narrator.narrator import STUCK_S
from kiosk.speech.narrator.restarts import RESTART_S, STEADY_S
from kiosk.speech.voice_config import VoiceConfig
from tests.speech.house import House


def test_a_voice_that_ends_is_replaced_at_once_and_what_waits_is_said(house: House):
    house.narrator.set_voice(90, -6.0)
    house.say("a", "b")
    house.ends("a")
    house.client.end()
    house.settle()
    assert len(house.clients) == 2
    assert house.client.commands[0] == Gain(-6.0)
    assert house.client.commands[1] == Wake()
    assert house.client.said == ["b"]
    assert house.ear.heard == [False]


def test_sound_is_told_once_it_is_back(house: House):
    house.client.end()
    house.settle()
    house.tell(Ready())
    house.tell(Sound(True, ""))
    house.tell(Sound(True, ""))
    assert house.ear.heard == [False, True]


def test_restarts_in_a_row_wait_longer_and_longer(house: House):
    for number, wait in enumerate((*RESTART_S, RESTART_S[-1]), start=1):
        house.client.end()
        house.settle()
        if wait:
            house.after(wait * 0.9)
            assert len(house.clients) == number
            house.after(wait * 0.2)
        assert len(house.clients) == number + 1


def test_a_voice_that_lived_long_is_replaced_at_once(house: House):
    for _ in RESTART_S:
        house.client.end()
        house.settle()
        house.after(RESTART_S[-1])
    made = len(house.clients)
    house.clock.now += STEADY_S + 1
    house.client.end()
    house.settle()
    assert len(house.clients) == made + 1


def test_the_end_of_an_old_voice_means_nothing(house: House):
    old = house.client
    old.end()
    house.settle()
    old.end()
    old.report(Sound(False, ""))
    house.settle()
    assert len(house.clients) == 2
    assert house.ear.heard == [False]


def test_a_voice_that_does_not_take_commands_is_replaced(house: House):
    old = house.client
    old.takes = False
    house.say("a")
    house.settle()
    assert old.closed
    assert house.client.said == ["a"]


def test_a_voice_that_is_stuck_is_replaced(house: House):
    house.say("a")
    house.after(STUCK_S / 2)
    house.tell(Sound(True, ""))
    house.after(STUCK_S * 0.9)
    assert len(house.clients) == 1
    house.after(STUCK_S)
    assert len(house.clients) == 2
    assert house.client.said == ["a"]


def test_a_voice_in_a_long_pause_is_not_stuck(house: House):
    house.say("a", pause_ms=9000)
    house.after(9 + STUCK_S)
    assert len(house.clients) == 1


def test_a_voice_with_nothing_to_say_is_not_stuck(house: House):
    house.after(3600)
    house.say("a")
    house.after(STUCK_S * 0.9)
    assert len(house.clients) == 1


def test_a_voice_that_never_becomes_ready_is_replaced():
    house = House()
    house.narrator.start()
    house.after(4 * STUCK_S + 1)
    assert len(house.clients) == 2


def test_a_voice_that_looks_for_a_device_is_not_stuck_as_long_as_it_tells_so(house: House):
    house.say("a")
    for _ in range(20):
        house.tell(Sound(False, "no device"))
        house.tell(Pong())
        house.after(3.8)
    assert len(house.clients) == 1
    assert house.ear.heard == [False]
    house.after(4 * STUCK_S)
    assert len(house.clients) == 2


def test_a_kiosk_at_rest_without_a_device_is_not_stuck_when_somebody_comes(house: House):
    house.narrator.wake()
    house.tell(Sound(False, "no device"))
    house.narrator.rest()
    house.after(3600)
    house.narrator.wake()
    house.after(1)
    assert len(house.clients) == 1


def test_where_there_is_no_voice_it_is_told_and_not_tried_again(house: House):
    house.client.end()
    house.settle()
    house.tell(Mute("no data"))
    house.say("a")
    house.after(3600)
    assert len(house.clients) == 2
    assert house.ear.heard == [False]


def test_after_the_device_was_lost_all_that_waits_is_sent_again_once(house: House):
    house.say("a", "b")
    house.begins("a")
    house.tell(Lost())
    assert house.client.said == ["a", "b"]
    assert [type(c) for c in house.client.commands] == [Say, Say, Hush, Say, Say]


def test_while_no_process_can_be_started_it_is_tried_again():
    house = House()
    house.can_start = False
    house.narrator.start()
    house.settle()
    house.say("a")
    house.can_start = True
    house.after(RESTART_S[2] + 1)
    assert house.client.said == ["a"]


def test_close_ends_the_voice_and_nothing_follows(house: House):
    house.narrator.close()
    assert house.client.closed
    house.client.end()
    house.settle()
    house.after(60)
    assert len(house.clients) == 1
    house.say("a")


def test_the_clinics_words_and_the_voice_are_handed_on():
    rule = WordRule("MBC", "m b c", "en", False)
    house = House([rule], VoiceConfig("piper", Path("/a/voice.onnx"), Path("/cache")))
    house.narrator.start()
    options = list(house.client.options)
    assert options[options.index("--voice") + 1] == "piper"
    assert options[options.index("--voice-file") + 1] == "/a/voice.onnx"
    assert options[options.index("--cache") + 1] == "/cache"
    assert house.client.commands[0] == Words((rule,))


def test_new_words_of_the_clinic_are_told_and_kept_for_the_next_voice(house: House):
    rule = WordRule("MBC", "m b c", "en", False)
    house.narrator.set_words([rule])
    assert house.client.commands[-1] == Words((rule,))
    house.client.end()
    house.settle()
    assert house.client.commands[0] == Words((rule,))


def test_a_voice_that_was_never_started_may_be_closed():
    house = House()
    house.narrator.close()
    assert house.clients == []


# Reports that come too late; the reason stands in the log of whoever looks for it


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG, "kiosk.speech.narrator.narrator")
    return caplog


def test_a_report_of_a_voice_that_was_replaced_is_dropped(house: House, log: pytest.LogCaptureFixture):
    house.say("a")
    old, number = house.client, house.client.number_of("a")
    old.end()
    house.settle()
    old.report(Started(number))
    house.settle()
    assert house.ear.heard == [False]
    assert log.messages[-1] == f"dropped Started(id={number}): its voice process was replaced"


def test_a_report_of_what_was_hushed_is_dropped(house: House, log: pytest.LogCaptureFixture):
    house.say("a")
    number = house.client.number_of("a")
    house.say(hush=True)
    house.tell(Word(number, 0, 1))
    assert house.ear.heard == []
    assert log.messages == [f"dropped Word(id={number}, start=0, length=1): that utterance waits no more"]


@pytest.mark.parametrize("number", [-1, 0, 99])
def test_a_report_of_what_was_never_sent_is_dropped(house: House, log: pytest.LogCaptureFixture, number: int):
    house.say("a")
    house.tell(Done(number))
    assert house.ear.heard == []
    assert house.narrator.sounding
    assert log.messages == [f"dropped Done(id={number}): that utterance was never sent"]
