"""What the narrator commands, word for word: the voice process understands just this."""

from __future__ import annotations

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.messages import Gain, GoOn, HeadphoneChange, Hush, PlayCue, Rest, Say, Wake, Words
from kiosk.speech.narrator.say_commands import longest_silence, say_commands
from kiosk.visit.speech_text.utterance import Priority, Utterance
from kiosk.visit.terms.cue import Cue
from tests.speech.house import House


def test_an_utterance_is_commanded_with_all_that_belongs_to_it():
    said = {
        3: Utterance("One.", "en", pause_ms=250),
        4: Utterance("MBC", "en", say="em bee see", emergency=True, priority=Priority.NEXT),
    }
    assert say_commands(said, 160, page_of=lambda number: 3) == [
        Say(3, "One.", "en", 160, pause=250, page=3, more=1),
        Say(4, "em bee see", "en", 160, pause=said[4].pause_ms, emergency=True, page=3),
    ]


def test_only_what_overtakes_goes_before_what_waits():
    kinds = dict(enumerate(Utterance("x", "en", priority=each) for each in Priority))
    overtaking = {command.id for command in say_commands(kinds, 160, overtaking=True) if command.next}
    assert [kinds[number].priority for number in overtaking] == [Priority.NEXT]


def test_a_cue_is_sent_by_its_name(house: House):
    house.narrator.speak([], hush=False, cue=Cue.PAGE)
    assert house.client.commands == [PlayCue("page")]


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
    assert house.client.commands == [
        Words((rule,)),
        Wake(),
        Gain(-3.5),
        Hush(),
        Rest(),
    ]


def test_a_voice_that_takes_over_is_told_how_things_are(house: House):
    house.narrator.set_voice(90, -6.0)
    house.say("One.", pause_ms=0)
    house.client.end()
    house.settle()
    assert house.client.commands == [
        Gain(-6.0),
        Wake(),
        Say(1, "One.", "en", 90, page=1),
    ]


def test_headphones_are_answered_before_anything_is_said_to_them(house: House):
    house.say("One.", pause_ms=0)
    house.client.commands.clear()
    house.tell(HeadphoneChange(True))
    assert house.client.commands == [GoOn()]
    house.tell(HeadphoneChange(True))
    assert house.client.commands[1:] == [
        GoOn(),
        Hush(),
        Say(1, "One.", "en", 122, page=1),
    ]


def test_the_choice_of_the_classic_voice_goes_with_all_that_is_said_and_said_again(house: House):
    house.narrator.set_voice(90, -6.0, classic=True)
    house.say("a", "b")
    assert [command.classic for command in house.client.commands if isinstance(command, Say)] == [True, True]
    house.narrator.set_voice(90, -6.0)
    house.say("c", hush=True)
    assert not [command for command in house.client.commands if isinstance(command, Say)][-1].classic
