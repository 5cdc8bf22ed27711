"""A silent visitor is asked; an absent one is given up; a listening one is left in peace."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.idle_clock import IdleClock, Presence


def test_a_listening_visitor_is_never_asked():
    clock = IdleClock(warn_after=120, countdown=30)
    for second in range(0, 600, 10):
        clock.sounds(second)
        assert clock.presence(second + 9) is Presence.HERE


def test_the_answer_may_come_at_the_last_moment():
    clock = IdleClock(warn_after=120, countdown=30)
    assert clock.presence(149.9) is Presence.ASKED
    clock.stir(149.9)
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


@given(st.lists(st.tuples(st.floats(0, 300), st.booleans()), max_size=30))
def test_nobody_is_given_up_without_having_been_asked_for_the_whole_countdown(events: list[tuple[float, bool]]):
    clock = IdleClock(warn_after=120, countdown=30)
    now = last = 0.0
    for pause, is_key in events:
        now += pause
        if clock.presence(now) is Presence.GONE:
            assert now - last >= 150
        if is_key:
            clock.stir(now)
            last = now
        elif clock.presence(now) is Presence.HERE:
            clock.sounds(now)
            last = now
