"""Speech that is made clearer on its way to the player: what is told of it, and what is left as it is."""

from __future__ import annotations

from array import array

from kiosk.speech.messages import PlayCue
from kiosk.speech.voice_process.cue_sounds import cue_sound
from tests.speech.fakes import RATE
from tests.speech.stage import Stage

TEXT = "one two three"
PLAIN = array("h", [sample for word in TEXT.split() for sample in [ord(word[0])] * 100])
"""What the voice makes of it."""


def test_speech_that_is_not_made_clearer_is_played_as_the_voice_made_it(stage: Stage):
    stage.say(1, TEXT)
    stage.work()
    assert stage.player.sound == PLAIN


def test_clearer_speech_is_another_sound_of_the_same_length(stage: Stage):
    stage.clears = True
    stage.say(1, TEXT)
    stage.work()
    assert len(stage.player.sound) == len(PLAIN)
    assert stage.player.sound != PLAIN


def test_its_words_are_told_at_the_same_samples(stage: Stage):
    stage.clears = True
    stage.say(1, TEXT)
    stage.work()
    assert stage.play_to(0) == ["started 1", "word 1 0+3"]
    assert stage.play_to(99) == []
    assert stage.play_to(100) == ["word 1 4+3"]
    assert stage.play_to(200) == ["word 1 8+5"]
    assert stage.play_all() == ["done 1"]


def test_a_word_that_comes_before_any_sample_is_told_when_that_is_heard(stage: Stage):
    stage.clears = True
    stage.voice.word_samples = 3  # less than a block, so the first word is there before its sound
    stage.say(1, "a b c d")
    stage.work()
    assert stage.play_all() == ["started 1", "word 1 0+1", "word 1 2+1", "word 1 4+1", "word 1 6+1", "done 1"]
    assert len(stage.player.sound) == 12


def test_a_hush_in_the_middle_ends_it(stage: Stage):
    stage.clears = True
    stage.voice.meanwhile = stage.speaker.hush
    stage.say(1, TEXT)
    stage.work()
    assert len(stage.player.sound) == 0
    assert stage.voice.stopped
    assert stage.play_all() == []


def test_a_cue_is_left_as_it_is(stage: Stage):
    stage.clears = True
    stage.speaker.say(PlayCue("choose"))
    stage.work()
    assert stage.player.sound == cue_sound("choose", RATE)


def test_it_is_asked_before_each_utterance(stage: Stage):
    stage.clears = True
    stage.say(1, TEXT)
    stage.work()
    stage.clears = False
    stage.say(2, TEXT)
    stage.play_all()
    assert stage.player.sound[len(PLAIN) :] == PLAIN
