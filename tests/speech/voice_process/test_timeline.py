"""A mark is given out when its sample is played, in order, once."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.voice_process.timeline import Timeline


def test_a_mark_is_due_when_its_sample_is_played():
    timeline: Timeline[str] = Timeline(1000)
    timeline.add(500, "word")
    assert timeline.due(499) == []
    assert timeline.due(500) == ["word"]
    assert timeline.due(501) == []


def test_it_tells_how_long_the_next_mark_is_away():
    timeline: Timeline[str] = Timeline(1000)
    assert timeline.seconds_to_next(0) is None
    timeline.add(500, "word")
    assert timeline.seconds_to_next(250) == 0.25
    assert timeline.seconds_to_next(900) == 0


def test_what_is_cleared_is_never_due():
    timeline: Timeline[str] = Timeline(1000)
    timeline.add(1, "word")
    timeline.clear()
    assert timeline.due(10) == []
    assert timeline.seconds_to_next(0) is None


@given(st.lists(st.integers(0, 100)), st.lists(st.integers(0, 100)))
def test_marks_come_once_each_and_in_the_order_of_adding(samples, looks):
    timeline: Timeline[int] = Timeline(10)
    for number, sample in enumerate(samples):
        timeline.add(sample, number)
    given_out = [mark for look in sorted(looks) for mark in timeline.due(look)] + timeline.due(100)
    assert given_out == list(range(len(samples)))
