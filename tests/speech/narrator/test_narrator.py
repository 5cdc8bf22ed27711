"""The narrator: one queue of utterances, what is heard of it, and which goes first."""

from kiosk.speech.messages import Done, Failed, Gain, Hush, Rest, Say, Started, SystemVolume, Wake, Word
from kiosk.visit.speech_text.utterance import Priority, Utterance
from tests.speech.house import House


def test_every_utterance_has_a_number_of_its_own(house: House):
    house.say("a", "b")
    house.say("c", hush=True)
    numbers = [command.id for command in house.client.commands if isinstance(command, Say)]
    assert numbers == sorted(set(numbers))
    assert len(numbers) == 3


def test_an_utterance_is_sent_with_all_that_the_voice_needs(house: House):
    house.narrator.set_voice(185, 0.0)
    house.say("One.", pause_ms=250)
    command = house.client.commands[-1]
    assert command.text == "One."
    assert (command.language, command.rate, command.pause) == ("en", 185, 250)


def test_nothing_is_sent_for_an_empty_text(house: House):
    house.say("", "  ")
    assert house.client.commands == []
    assert not house.narrator.sounding


def test_what_is_heard_is_told(house: House):
    house.say("One two.")
    number = house.client.number_of("One two.")
    house.begins("One two.")
    house.tell(Word(number, 4, 3))
    house.ends("One two.")
    assert house.ear.heard == ["One two.", ("One two.", 4, 7), "silent"]


def test_it_is_silent_only_after_the_last_one(house: House):
    house.say("a", "b")
    house.ends("a")
    assert house.narrator.sounding
    house.tell(Failed(house.client.number_of("b"), "?"))
    assert house.ear.heard == [("failed", "b", False), "silent"]
    assert not house.narrator.sounding


def test_an_utterance_that_failed_is_told_as_such_with_the_language_that_has_no_voice(house: House):
    house.say("a", "b")
    house.tell(Failed(house.client.number_of("a"), "?", no_voice=True))
    assert house.ear.heard == [("failed", "a", True)]
    house.ends("b")
    assert house.ear.heard[1:] == ["silent"]


def test_after_a_hush_late_reports_are_dropped(house: House):
    house.say("old")
    old = house.client.number_of("old")
    house.say("new", hush=True)
    house.tell(Started(old))
    house.tell(Word(old, 0, 3))
    house.tell(Done(old))
    assert house.ear.heard == []
    house.begins("new")
    assert house.ear.heard == ["new"]


def test_a_hush_is_sent_before_what_replaces_it_and_in_one_go(house: House):
    house.say("old")
    house.say("new", hush=True)
    assert [type(command) for command in house.client.commands] == [Say, Hush, Say]
    assert house.client.said == ["new"]


def test_a_hush_alone_is_silence(house: House):
    house.say("old")
    house.say(hush=True)
    assert house.client.commands[-1] == Hush()
    assert not house.narrator.sounding


# Priorities


def test_now_interrupts_and_what_it_interrupted_is_said_again(house: House):
    house.say("a", "b")
    house.begins("a")
    house.say("notice", priority=Priority.NOW)
    assert house.client.said == ["notice", "a", "b"]
    house.begins("notice")
    house.ends("notice")
    house.begins("a")
    assert house.ear.heard == ["a", "notice", "a"]


def test_now_does_not_bring_back_what_was_over(house: House):
    house.say("a", "b")
    house.ends("a")
    house.say("notice", priority=Priority.NOW)
    assert house.client.said == ["notice", "b"]


def test_a_key_during_a_notice_ends_that_too(house: House):
    house.say("a")
    house.say("notice", priority=Priority.NOW)
    house.say("menu", hush=True)
    assert house.client.said == ["menu"]


def test_next_overtakes_what_waits_but_nothing_that_sounds(house: House):
    house.say("a", "b")
    house.begins("a")
    house.say("next", priority=Priority.NEXT)
    assert house.client.commands[-1].text == "next"
    assert house.client.commands[-1].next
    assert Hush() not in house.client.commands
    house.client.end()
    house.settle()
    assert house.client.said == ["a", "next", "b"]
    assert not any(isinstance(command, Say) and command.next for command in house.client.commands)


def test_within_one_reply_they_go_by_priority_and_then_in_order(house: House):
    kinds = [Priority.NORMAL, Priority.NEXT, Priority.NOW, Priority.NORMAL, Priority.NEXT]
    house.narrator.speak([Utterance(f"{n}", "en", priority=kind) for n, kind in enumerate(kinds)], False)
    assert house.client.said == ["2", "1", "4", "0", "3"]


def test_an_emergency_sentence_that_sounds_outlives_a_hush(house: House):
    house.say("call 911", "again", emergency=True)
    house.begins("call 911")
    house.say("menu", hush=True)
    number = house.client.number_of("call 911")
    house.tell(Word(number, 5, 3))
    house.ends("call 911")
    house.begins("menu")
    assert house.ear.heard == ["call 911", ("call 911", 5, 8), "menu"]


def test_an_emergency_sentence_that_waits_does_not(house: House):
    house.say("call 911", emergency=True)
    assert house.client.commands[-1].emergency
    house.say("menu", hush=True)
    house.begins("call 911")
    assert house.ear.heard == []


def test_a_notice_does_not_have_the_emergency_sentence_said_twice(house: House):
    house.say("call 911", emergency=True)
    house.begins("call 911")
    house.say("notice", priority=Priority.NOW)
    assert house.client.said == ["notice"]


# Volume, waking and resting


def test_the_volume_is_sent_when_it_changes(house: House):
    house.narrator.set_voice(122, -3.0)
    house.narrator.set_voice(155, -3.0)
    assert house.client.commands == [Gain(-3.0)]


def test_it_is_woken_once_and_rests(house: House):
    house.narrator.wake()
    house.narrator.wake()
    house.narrator.rest()
    assert [type(command) for command in house.client.commands] == [Wake, Rest]
    house.narrator.wake()
    assert house.client.commands[-1] == Wake()


def test_rest_forgets_what_waits(house: House):
    house.say("a")
    house.narrator.rest()
    house.begins("a")
    assert house.ear.heard == []


def test_who_rests_already_is_not_told_to(house: House):
    house.narrator.rest()
    assert house.client.commands == []


def test_what_answers_a_key_begins_without_its_pause(house: House):
    house.say("a", "b", pause_ms=500)
    house.say("c", "d", hush=True, pause_ms=500)
    pauses = {command.text: command.pause for command in house.client.commands if isinstance(command, Say)}
    assert pauses == {"a": 500, "b": 500, "c": 0, "d": 500}


def test_after_an_emergency_sentence_that_is_said_to_its_end_comes_the_usual_pause(house: House):
    house.say("Call 911.", emergency=True)
    house.begins("Call 911.")
    house.say("c", hush=True, pause_ms=500)
    last = house.client.commands[-1]
    assert (last.text, last.pause) == ("c", 500)


def test_the_system_volume_is_noted(house: House):
    house.tell(SystemVolume(4))
    assert house.volumes == [4]
