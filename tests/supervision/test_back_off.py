"""A crash is answered by a new start; many crashes by the safe page and ever longer waits."""

from __future__ import annotations

from kiosk.supervision.back_off import FIRST_WAIT_S, LONGEST_WAIT_S, MOST_CRASHES, WITHIN_S, BackOff


def crash_often(back_off: BackOff, times: int, every_s: float, start: float = 0.0) -> list[float]:
    """What is waited after each of so many crashes."""
    return [back_off.crashed(start + at * every_s, min(every_s, WITHIN_S)) for at in range(times)]


def test_the_fifth_crash_within_a_minute_brings_the_safe_page():
    assert crash_often(BackOff(), MOST_CRASHES, 1.0) == [0, 0, 0, 0, FIRST_WAIT_S]


def test_five_crashes_in_more_than_a_minute_do_not():
    assert crash_often(BackOff(), 50, WITHIN_S / 4) == [0] * 50


def test_each_further_crash_doubles_the_wait_up_to_a_limit():
    back_off = BackOff()
    crash_often(back_off, MOST_CRASHES, 0.5)
    waits = crash_often(back_off, 8, 20.0, start=20.0)
    assert waits == [20, 40, 80, 160, 300, 300, 300, 300]
    assert waits[-1] == LONGEST_WAIT_S


def test_an_app_that_ran_for_long_before_is_started_again_at_once():
    back_off = BackOff()
    crash_often(back_off, MOST_CRASHES + 3, 0.5)
    assert back_off.crashed(1_000.0, ran_s=900.0) == 0
    assert back_off.crashed(1_001.0, ran_s=1.0) == 0
