"""What sounds and what waits, in the order in which visitors will hear it."""

from kiosk.speech.narrator.utterance_queue import UtteranceQueue
from kiosk.visit.speech_text.utterance import Priority, Utterance


def say(text: str, priority: Priority = Priority.NORMAL, emergency: bool = False) -> Utterance:
    return Utterance(text, "en", priority=priority, emergency=emergency)


def texts(queue: UtteranceQueue) -> list[str]:
    return [utterance.text for utterance in queue.all.values()]


def test_numbers_rise_and_empty_utterances_have_none():
    queue = UtteranceQueue()
    assert list(queue.add([say("a"), say(" "), say("b")])) == [1, 2]
    assert list(queue.interrupt([say("c")], resume=False)) == [3]
    assert [queue.has_numbered(number) for number in (0, 1, 3, 4)] == [False, True, True, False]


def test_what_goes_next_stands_after_what_sounds_and_before_what_waits():
    queue = UtteranceQueue()
    queue.add([say("a"), say("b")])
    queue.begin(1)
    queue.add([say("next", Priority.NEXT)])
    assert texts(queue) == ["a", "next", "b"]


def test_what_was_interrupted_is_resumed_after_the_urgent_ones_under_new_numbers():
    queue = UtteranceQueue()
    queue.add([say("a"), say("b")])
    queue.begin(1)
    sent = queue.interrupt([say("later"), say("now", Priority.NOW)], resume=True)
    assert [utterance.text for utterance in sent.values()] == texts(queue) == ["now", "a", "b", "later"]
    assert list(sent) == [3, 4, 5, 6]


def test_an_emergency_sentence_that_sounds_stays_and_is_not_sent_twice():
    queue = UtteranceQueue()
    queue.add([say("call 911", emergency=True), say("again", emergency=True)])
    queue.begin(1)
    assert [each.text for each in queue.interrupt([say("menu")], resume=False).values()] == ["menu"]
    assert texts(queue) == ["call 911", "menu"]
    assert queue.first == say("call 911", emergency=True)


def test_what_is_finished_waits_no_more():
    queue = UtteranceQueue()
    queue.add([say("a")])
    queue.finish(1)
    assert not queue
    assert queue.first is None
    assert queue.get(1) is None


def test_what_is_added_at_once_is_one_page_and_stays_it_when_it_is_resumed():
    queue = UtteranceQueue()
    queue.add([say("a"), say("b")])
    queue.begin(1)
    sent = queue.interrupt([say("now", Priority.NOW)], resume=True)
    assert {each.text: queue.page_of(number) for number, each in sent.items()} == {"now": 3, "a": 1, "b": 1}
