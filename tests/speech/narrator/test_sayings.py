"""What the narrator commands, word for word: the voice process understands just this."""

from __future__ import annotations

from kiosk.content.model.library import WordRule
from kiosk.speech.narrator.sayings import cue_command, longest_silence, say_commands
from kiosk.visit.speech_text.utterance import Priority, Utterance
from kiosk.visit.terms.cue import Cue
from tests.speech.house import House

PLAIN = {"do": "say", "language": "en", "rate": 160, "next": False, "emergency": False}


def test_an_utterance_is_commanded_with_all_that_belongs_to_it():
    said = {
        3: Utterance("One.", "en", pause_ms=250),
        4: Utterance("MBC", "en", say="em bee see", emergency=True, priority=Priority.NEXT),
    }
    assert say_commands(said, 160) == [
        PLAIN | {"id": 3, "text": "One.", "pause": 250},
        PLAIN | {"id": 4, "text": "em bee see", "pause": said[4].pause_ms, "emergency": True},
    ]


def test_only_what_overtakes_goes_before_what_waits():
    kinds = dict(enumerate(Utterance("x", "en", priority=each) for each in Priority))
    overtaking = {command["id"] for command in say_commands(kinds, 160, overtaking=True) if command["next"]}
    assert [kinds[number].priority for number in overtaking] == [Priority.NEXT]


def test_a_cue_is_commanded_like_an_utterance_without_words():
    assert cue_command(Cue.PAGE, 185) == {
        "do": "say", "id": 0, "text": "", "language": "", "rate": 185, "pause": 0, "cue": Cue.PAGE,
    }  # fmt: skip


def test_the_longest_silence_is_the_pause_and_all_its_words_of_five_letters():
    assert longest_silence(Utterance("x" * 25, "en", pause_ms=500), 60) == 5.5
    assert longest_silence(Utterance("x" * 25, "en", pause_ms=0), 120) == 2.5


def test_the_rest_of_what_a_voice_is_told(house: House):
    rule = WordRule("MBC", "em bee see", "en", anywhere=True)
    narrator = house.narrator
    narrator.set_words([rule])
    narrator.wake()
    narrator.set_voice(120, -3.5)
    narrator.speak([], True)
    narrator.rest()
    assert house.link.commands == [
        {"do": "words", "rules": [{"write": "MBC", "say": "em bee see", "language": "en", "anywhere": True}]},
        {"do": "wake"},
        {"do": "gain", "db": -3.5},
        {"do": "hush"},
        {"do": "rest"},
    ]


def test_a_voice_that_takes_over_is_told_how_things_are(house: House):
    house.narrator.set_voice(90, -6.0)
    house.say("One.", pause_ms=0)
    house.link.end()
    house.settle()
    assert house.link.commands == [
        {"do": "gain", "db": -6.0},
        {"do": "wake"},
        PLAIN | {"id": 1, "text": "One.", "pause": 0, "rate": 90},
    ]


def test_headphones_are_answered_before_anything_is_said_to_them(house: House):
    house.say("One.", pause_ms=0)
    house.link.commands.clear()
    house.tell("headphones", plugged=True)
    assert house.link.commands == [{"do": "go-on"}]
    house.tell("headphones", plugged=True)
    assert house.link.commands[1:] == [
        {"do": "go-on"},
        {"do": "hush"},
        PLAIN | {"id": 1, "text": "One.", "pause": 0, "rate": 122},
    ]
