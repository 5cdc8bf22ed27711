"""A silent visitor is asked; an absent one is given up; a listening one is left in peace."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.session.idle_clock import IdleClock, Presence


def test_a_listening_visitor_is_never_asked():
    clock = IdleClock(warn_after=120, countdown=30)
    for second in range(0, 600, 10):
        clock.sounds(second)
        assert clock.presence(second + 9) is Presence.HERE


def test_a_visitor_is_asked_after_the_whole_time_and_gone_after_the_whole_countdown():
    clock = IdleClock(warn_after=120, countdown=30)
    clock.reset(1_000)
    seen = {second: clock.presence(1_000 + second) for second in (0, 119.9, 120, 149.9, 150)}
    assert seen == {
        0: Presence.HERE,
        119.9: Presence.HERE,
        120: Presence.ASKED,
        149.9: Presence.ASKED,
        150: Presence.GONE,
    }


def test_a_word_that_sounded_earlier_takes_no_time_from_a_key_pressed_since():
    clock = IdleClock(warn_after=120, countdown=30)
    clock.reset(50)
    clock.sounds(20)
    assert clock.presence(169) is Presence.HERE


def test_the_answer_may_come_at_the_last_moment():
    clock = IdleClock(warn_after=120, countdown=30)
    assert clock.presence(149.9) is Presence.ASKED
    clock.reset(149.9)
    assert clock.presence(150.0) is Presence.HERE


def test_the_warning_itself_does_not_count_as_an_answer():
    clock = IdleClock(warn_after=120, countdown=30)
    clock.sounds(130)
    assert clock.presence(150) is Presence.GONE


def test_the_seconds_left_are_rounded_up_and_never_negative():
    clock = IdleClock(warn_after=120, countdown=30)
    assert clock.seconds_left(120) == 30
    assert clock.seconds_left(149.1) == 1
    assert clock.seconds_left(1_000) == 0
    assert clock.seconds_until_asked(0.5) == 120
    assert clock.seconds_until_asked(121) == 0
    clock.reset(10)
    assert clock.seconds_left(120) == 40
    assert clock.seconds_until_asked(120) == 10


@given(st.lists(st.tuples(st.floats(0, 300), st.booleans()), max_size=30))
def test_nobody_is_given_up_without_having_been_asked_for_the_whole_countdown(events: list[tuple[float, bool]]):
    clock = IdleClock(warn_after=120, countdown=30)
    now = last = 0.0
    for pause, is_key in events:
        now += pause
        if clock.presence(now) is Presence.GONE:
            assert now - last >= 150
        if is_key:
            clock.reset(now)
            last = now
        elif clock.presence(now) is Presence.HERE:
            clock.sounds(now)
            last = now
