"""A voice that does not answer is replaced; only one that stays away, though it once answered, ends the app."""

from __future__ import annotations

import pytest

from kiosk.speech.messages import Mute, Ping, Pong, Ready, Sound
from kiosk.speech.narrator.heartbeat import ANSWER_S, ASK_S, REPLACED_S
from kiosk.speech.narrator.restarts import RESTART_S
from tests.speech.house import House


def pings(house: House) -> int:
    return [type(command) for command in house.client.commands].count(Ping)


def test_a_voice_is_asked_now_and_then_and_not_while_an_answer_is_awaited(house: House):
    house.after(ASK_S / 2)
    assert pings(house) == 0
    house.after(ASK_S)
    house.after(ASK_S)
    assert pings(house) == 1
    house.tell(Pong())
    house.after(ASK_S)
    assert pings(house) == 2
    assert len(house.clients) == 1


def test_a_voice_that_does_not_answer_is_replaced_also_at_rest(house: House):
    house.after(ASK_S)
    house.after(ANSWER_S + 1)
    assert len(house.clients) == 2
    assert house.narrator.answers
    house.tell(Ready())
    house.after(REPLACED_S + 1)
    assert house.narrator.answers


def test_a_pong_does_not_hide_that_speech_is_stuck(house: House):
    house.say("a")
    for _ in range(8):
        house.after(1)
        house.tell(Pong())
    assert len(house.clients) == 2


def test_while_a_voice_is_replaced_the_app_is_well_for_a_while_only(house: House):
    house.can_start = False
    house.client.end()
    house.settle()
    house.after(REPLACED_S - 1)
    assert house.narrator.answers
    house.after(2)
    assert not house.narrator.answers
    house.can_start = True
    house.after(RESTART_S[-1] + 1)
    house.tell(Ready())
    assert house.narrator.answers


@pytest.mark.parametrize("fault", ["cannot start", "never ready"])
def test_a_machine_on_which_no_voice_ever_answered_is_not_started_again_for_it(fault: str):
    house = House()
    house.can_start = fault == "never ready"
    house.narrator.start()
    for _ in range(200):
        house.after(1)
    assert house.narrator.answers


def test_a_process_without_a_voice_answers_by_saying_so(house: House):
    house.tell(Mute("no library"))
    for _ in range(100):
        house.after(1)
    assert house.narrator.answers


def test_a_machine_without_sound_is_well(house: House):
    house.narrator.wake()
    for _ in range(100):
        house.tell(Sound(False, "no device"))
        house.tell(Pong())
        house.after(1)
    assert house.narrator.answers
    assert len(house.clients) == 1
