"""Cues: short and quiet, before the speech that follows, hushed like speech."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kiosk.speech.messages import Hush, PlayCue
from kiosk.speech.voice_process.cue_sounds import SOUNDS, cue_sound
from kiosk.visit.terms.cue import Cue
from tests.speech.house import House
from tests.speech.stage import Stage, told

RATE = 22_050


def test_every_cue_has_a_sound_of_its_own():
    assert set(SOUNDS) == {cue.value for cue in Cue}
    assert len({hertz for hertz, _ in SOUNDS.values()}) == len(SOUNDS)


@pytest.mark.parametrize("cue", Cue)
def test_a_cue_is_short_and_quiet_and_does_not_click(cue: Cue):
    sound = cue_sound(cue, RATE)
    assert 0 < len(sound) <= 0.08 * RATE
    assert 1_000 < max(map(abs, sound)) <= 0.1 * 32_767 + 1
    assert abs(sound[0]) < 50
    assert abs(sound[-1]) < 50


@pytest.mark.parametrize("cue", Cue)
def test_a_cue_has_the_pitch_that_it_says(cue: Cue):
    sound = cue_sound(cue, RATE)
    rises = sum(before < 0 <= after for before, after in pairwise(sound))
    hertz, ms = SOUNDS[cue]
    assert rises == pytest.approx(hertz * ms / 1000, abs=1.5)


def test_an_unknown_cue_is_silence():
    assert len(cue_sound("gong", RATE)) == 0


# In the voice process


def cue(stage: Stage, name: str) -> None:
    stage.speaker.say(PlayCue(name))


def test_speech_comes_after_the_cue_and_no_later_than_that(stage: Stage):
    cue(stage, "move")
    stage.say(1, "one")
    stage.work()
    length = len(cue_sound("move", 1000))
    assert stage.player.sound[:length] == cue_sound("move", 1000)
    assert stage.player.sound[length] == ord("o")


def test_a_cue_is_hushed_like_speech(stage: Stage):
    cue(stage, "warning")
    stage.work()
    stage.player.played = 5
    stage.speaker.hush()
    assert stage.player.written == 5
    cue(stage, "move")
    stage.speaker.hush()
    stage.work()
    assert stage.player.written == 5


def test_nothing_is_reported_of_a_cue_and_nothing_prepared(stage: Stage):
    before = len(stage.reports)
    cue(stage, "move")
    stage.work()
    assert stage.play_all() == []
    assert told(stage.reports[before:]) == []
    assert stage.voice.prepared == []


# In the app


def test_the_cue_goes_after_the_hush_and_before_what_is_said(house: House):
    house.say("a")
    house.client.commands.clear()
    house.narrator.speak([], hush=True, cue=Cue.END)
    assert house.client.commands == [Hush(), PlayCue("end")]


def test_without_a_cue_none_is_sent(house: House):
    house.say("a", hush=True)
    assert not any(isinstance(command, PlayCue) for command in house.client.commands)
