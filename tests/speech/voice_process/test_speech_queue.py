"""What waits to be said keeps its order; what goes next overtakes all that has not begun."""

from kiosk.speech.messages import PlayCue, Say
from kiosk.speech.voice_process.speech_queue import SpeechQueue


def say(number: int, *, next: bool = False) -> Say:
    """An utterance, known by its number."""
    return Say(number, "x", "en", 160, next=next)


def taken(queue: SpeechQueue) -> list[int]:
    """The numbers of all that waits, as they would begin."""
    numbers = []
    while queue:
        utterance = queue.take()
        assert isinstance(utterance, Say)
        numbers.append(utterance.id)
    return numbers


def queue_of(*utterances: Say | PlayCue) -> SpeechQueue:
    queue = SpeechQueue()
    for utterance in utterances:
        queue.add(utterance)
    return queue


def test_nothing_waits_at_the_start():
    assert not SpeechQueue()


def test_what_came_first_is_said_first():
    assert taken(queue_of(say(1), say(2), say(3))) == [1, 2, 3]


def test_what_goes_next_overtakes_what_waits_and_keeps_its_own_order():
    assert taken(queue_of(say(1), say(2), say(3, next=True), say(4, next=True))) == [3, 4, 1, 2]


def test_a_cue_keeps_its_place_among_what_does_not_overtake():
    queue = queue_of(say(1), PlayCue("move"), say(2), say(3, next=True))
    assert [queue.take() for _ in range(4)] == [say(3, next=True), say(1), PlayCue("move"), say(2)]


def test_what_was_taken_waits_no_more():
    queue = queue_of(say(1), say(2))
    assert queue.take() == say(1)
    queue.add(say(3, next=True))
    assert taken(queue) == [3, 2]


def test_either_kind_alone_is_something_that_waits():
    assert queue_of(say(1))
    assert queue_of(say(1, next=True))


def test_after_a_hush_nothing_waits():
    queue = queue_of(say(1), say(2, next=True))
    queue.clear()
    assert not queue
    queue.add(say(3))
    assert taken(queue) == [3]
