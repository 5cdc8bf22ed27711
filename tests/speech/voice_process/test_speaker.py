"""The speaker: one after the other, silence at once, and nothing late."""

import threading
from array import array

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.messages import Words
from kiosk.speech.voice_process.__main__ import obey
from kiosk.speech.voice_process.playback import EARLY_S, HELD_S
from tests.speech.fakes import RATE
from tests.speech.stage import Stage, told

EARLY = int(EARLY_S * RATE)


def test_started_each_word_and_done_are_told_when_they_are_heard(stage: Stage):
    stage.say(1, "one two")
    stage.work()
    assert stage.play_to(0) == ["started 1", "word 1 0+3"]
    assert stage.play_to(99) == []
    assert stage.play_to(100) == ["word 1 4+3"]
    assert stage.play_to(199) == []
    assert stage.play_to(200) == ["done 1"]


def test_utterances_follow_each_other_with_their_pauses(stage: Stage):
    stage.say(1, "a")
    stage.say(2, "b", pause=250)
    stage.work()
    assert stage.play_all() == ["started 1", "word 1 0+1", "done 1", "started 2", "word 2 0+1", "done 2"]
    assert stage.player.sound == array("h", [ord("a")] * 100 + [0] * 250 + [ord("b")] * 100)


def test_a_pause_is_not_yet_the_start(stage: Stage):
    stage.say(1, "a", pause=500)
    stage.work()
    assert stage.play_to(499) == []
    assert stage.play_to(500) == ["started 1", "word 1 0+1"]


def test_the_next_one_is_made_just_before_it_is_needed(stage: Stage):
    stage.say(1, "a")
    stage.say(2, "b")
    stage.work()
    stage.play_to(99 - EARLY)
    assert stage.player.written == 100
    stage.play_to(100 - EARLY)
    assert stage.player.written == 200


def test_a_hush_drops_everything_at_once(stage: Stage):
    stage.say(1, "one two three")
    stage.say(2, "four")
    stage.work()
    stage.play_to(120)
    stage.speaker.hush()
    assert stage.player.written == stage.player.played == 120
    assert stage.voice.stopped
    assert stage.play_all() == []


def test_what_is_being_made_when_the_hush_comes_is_not_heard_either(stage: Stage):
    stage.voice.meanwhile = stage.speaker.hush
    stage.say(1, "one two three four")
    stage.work()
    assert stage.player.written == 0
    assert stage.voice.pieces == 1, "it went on although nobody hears it"
    assert stage.play_all() == []


def test_what_is_said_after_a_hush_is_said(stage: Stage):
    stage.say(1, "one")
    stage.work()
    stage.speaker.hush()
    stage.say(2, "two")
    stage.work()
    assert stage.play_all() == ["started 2", "word 2 0+3", "done 2"]


def test_a_hush_between_two_marks_makes_the_second_late(stage: Stage):
    stage.say(1, "one")
    stage.work()
    stage.on_report = stage.speaker.hush
    stage.playback.report_due()
    assert told(stage.reports[1:]) == ["started 1"]


def test_next_goes_before_all_that_has_not_begun(stage: Stage):
    for number, text in enumerate("abc", 1):
        stage.say(number, text)
    stage.work()
    stage.play_to(10)
    stage.say(4, "x", next=True)
    stage.say(5, "y", next=True)
    heard = [report for report in stage.play_all() if report.startswith("started")]
    assert heard == ["started 4", "started 5", "started 2", "started 3"]


def test_an_emergency_sentence_that_sounds_is_said_to_its_end(stage: Stage):
    stage.say(1, "call 911 now", emergency=True)
    stage.say(2, "more")
    stage.work()
    stage.play_to(150)
    stage.speaker.hush()
    stage.say(3, "menu")
    stage.work()
    heard = [report for report in stage.play_all() if "word" not in report]
    assert heard == ["done 1", "started 3", "done 3"]
    assert stage.player.flushes == 0


def test_it_is_said_to_its_end_even_while_it_is_still_being_made(stage: Stage):
    def key() -> None:
        stage.player.played = 50
        stage.speaker.hush()

    stage.voice.meanwhile = key
    stage.say(1, "call 911 now", emergency=True)
    stage.work()
    assert stage.play_all()[-1] == "done 1"


def test_an_emergency_sentence_that_does_not_sound_yet_is_forgotten(stage: Stage):
    stage.say(1, "call 911", pause=400, emergency=True)
    stage.work()
    stage.play_to(399)
    stage.speaker.hush()
    assert stage.play_all() == []


def test_after_its_end_a_hush_is_a_hush(stage: Stage):
    stage.say(1, "call 911", emergency=True)
    stage.say(2, "more of it")
    stage.work()
    stage.play_to(200)
    stage.play_to(250)
    stage.speaker.hush()
    assert stage.player.written == 250


def test_nothing_is_handed_over_before_an_emergency_sentence_is_over(stage: Stage):
    stage.say(1, "a", emergency=True)
    stage.say(2, "b")
    stage.work()
    stage.play_to(99)
    assert stage.player.written == 100


def test_what_cannot_be_said_is_told_and_the_next_is_said(stage: Stage):
    stage.say(1, "!")
    stage.say(2, "b")
    stage.work()
    assert told(stage.reports)[-1] == "failed 1"
    assert stage.play_all()[-1] == "done 2"


def test_an_utterance_without_sound_is_done(stage: Stage):
    stage.say(1, "")
    stage.work()
    assert stage.play_all() == ["done 1"]


def test_of_a_huge_utterance_only_some_seconds_are_made_ahead(stage: Stage):
    text = " ".join(["a"] * 200)
    stage.say(1, text)
    making = threading.Thread(target=stage.work)
    making.start()
    making.join(0.3)
    assert making.is_alive()
    assert stage.player.written <= HELD_S * RATE + 100
    stage.speaker.hush()
    making.join(2)
    assert not making.is_alive()


def test_what_is_said_soon_is_prepared_and_forgotten_at_rest(stage: Stage):
    stage.say(1, "one")
    stage.say(2, "two")
    assert stage.voice.prepared == ["one", "two"]
    stage.speaker.rest()
    assert stage.voice.prepared == []


def test_new_words_of_the_clinic_reach_the_voice(stage: Stage):
    rule = WordRule("MBC", "m b c", "en", False)
    obey(Words((rule,)), stage.speaker, stage.playback, stage.reports.append)
    assert stage.voice.rules == [rule]


def test_what_the_classic_voice_is_to_say_is_said_by_it_and_not_prepared(stage: Stage):
    stage.say(1, "one")
    stage.say(2, "two three", classic=True)
    stage.work()
    stage.play_all()
    assert (stage.voice.pieces, stage.classic.pieces) == (1, 2)
    assert stage.voice.prepared == ["one"]
