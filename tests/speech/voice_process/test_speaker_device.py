"""The speaker and a device that comes and goes."""

import pytest

from kiosk.speech.messages import Sound, Word
from kiosk.speech.voice_process.speaker import RESTING_RETRY_S, RETRY_S
from tests.speech.stage import Stage, told


def test_rest_silences_even_an_emergency_sentence_and_eases_the_device(stage: Stage):
    stage.say(1, "call 911", emergency=True)
    stage.work()
    stage.play_to(20)
    stage.speaker.rest()
    stage.work()
    assert stage.player.dozes
    assert not stage.player.closed, "it would swallow the first word of the next visitor"
    assert stage.player.written == 20
    assert stage.reports[-1] == Word(1, 0, 4)


def test_the_device_is_open_and_eased_before_anybody_comes_and_quick_when_somebody_does():
    stage = Stage()
    stage.work()
    assert stage.reports == [Sound(True, "fake")]
    assert stage.player.dozes
    stage.speaker.wake()
    stage.work()
    assert not stage.player.dozes
    assert len(stage.players.opened) == 1
    assert len(stage.reports) == 1, "nothing that is told shows when somebody came"


def test_a_device_that_is_not_there_is_looked_for_seldom_at_rest_and_at_once_when_somebody_comes():
    stage = Stage()
    stage.players.there = False
    stage.work()
    stage.clock.now += RESTING_RETRY_S / 2
    stage.work()
    assert told(stage.reports) == ["sound False"]
    stage.players.there = True
    stage.speaker.wake()
    stage.work()
    assert told(stage.reports) == ["sound False", "sound True"]


def test_a_device_that_goes_at_rest_is_opened_again(stage: Stage):
    stage.speaker.rest()
    stage.work()
    stage.player.stalled = True
    stage.work()
    assert len(stage.players.opened) == 2
    assert stage.player.dozes
    assert told(stage.reports)[-2:] == ["lost", "sound True"]


def test_saying_something_wakes():
    stage = Stage()
    stage.say(1, "a")
    stage.work()
    assert stage.play_all()[-1] == "done 1"


def test_a_device_that_goes_is_told_and_opened_again(stage: Stage):
    stage.say(1, "one two")
    stage.say(2, "three")
    stage.work()
    stage.play_to(50)
    first = stage.player
    first.stalled = True
    before = len(stage.reports)
    stage.work()
    assert told(stage.reports[before:]) == ["lost", "sound True"]
    assert first.closed
    assert stage.player is not first
    assert stage.play_all() == [], "what was lost comes again only when it is sent again"
    stage.say(1, "one two")
    stage.work()
    assert stage.play_all()[-1] == "done 1"


def test_a_device_that_goes_while_an_utterance_is_made_does_not_count_as_heard(stage: Stage):
    def unplug() -> None:
        stage.player.stalled = True

    stage.voice.meanwhile = unplug
    stage.say(1, "one two")
    stage.speaker.turn()
    stage.player.played = stage.player.written
    stage.playback.report_due()
    assert "done 1" not in told(stage.reports)
    stage.work()
    assert told(stage.reports)[-2:] == ["lost", "sound True"]


def test_without_a_device_sound_is_off_and_tried_again():
    stage = Stage()
    stage.players.there = False
    stage.say(1, "one")
    stage.work()
    assert told(stage.reports) == ["sound False"]
    stage.clock.now += RETRY_S / 2
    stage.work()
    assert told(stage.reports) == ["sound False"]
    stage.clock.now += RETRY_S
    stage.work()
    assert told(stage.reports) == ["sound False"] * 2, "it is still alive"
    stage.players.there = True
    stage.clock.now += RETRY_S
    stage.work()
    assert told(stage.reports)[2:] == ["sound True"]
    assert stage.play_all()[-1] == "done 1"


def test_the_volume_is_that_of_the_player_whichever_it_is(stage: Stage):
    stage.playback.set_gain(-20)
    assert stage.player.gain == pytest.approx(0.1)
    stage.player.stalled = True
    stage.work()
    assert stage.player.gain == pytest.approx(0.1)
    stage.playback.set_gain(6)
    assert stage.player.gain == 1.0


def test_a_server_that_hangs_is_told_before_anything_else_is_tried(stage: Stage):
    stage.say(1, "one")
    stage.work()
    stage.players.there = False
    stage.player.stalled = stage.player.hung = True
    before = len(stage.reports)
    stage.work()
    assert told(stage.reports[before:])[:2] == ["lost", "sound False"]
    stage.players.there = True
    stage.clock.now += 1
    stage.work()
    assert told(stage.reports[before:])[-1] == "sound True"
