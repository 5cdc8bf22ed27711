"""How much has been heard, told by the clock alone."""

import pytest

from kiosk.speech.players.pace import Pace


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pace(clock: Clock) -> Pace:
    return Pace(1000, 0.01, clock)


def test_nothing_is_heard_before_the_delay(pace: Pace, clock: Clock):
    pace.hand_over(100)
    clock.now += 0.009
    assert (pace.handed_over, pace.heard) == (100, 0)
    clock.now += 0.006
    assert pace.heard in (4, 5)  # 5 ms, give or take what a float holds


def test_no_more_is_heard_than_was_handed_over(pace: Pace, clock: Clock):
    pace.hand_over(100)
    clock.now += 5
    assert pace.heard == 100


def test_what_follows_at_once_is_heard_at_once_after_it(pace: Pace, clock: Clock):
    pace.hand_over(100)
    clock.now += 0.05
    pace.hand_over(100)
    clock.now += 0.11
    assert pace.heard in (149, 150)


def test_after_a_silence_the_delay_counts_again(pace: Pace, clock: Clock):
    pace.hand_over(100)
    clock.now += 3
    pace.hand_over(100)
    clock.now += 0.01
    assert pace.heard == 100
    clock.now += 0.1
    assert pace.heard in (199, 200)


def test_what_is_thrown_away_is_never_heard(pace: Pace, clock: Clock):
    pace.hand_over(1000)
    clock.now += 0.11
    pace.throw_away()
    heard = pace.heard
    assert heard == pace.handed_over
    assert 99 <= heard <= 100
    clock.now += 5
    assert pace.heard == heard
    pace.hand_over(10)
    clock.now += 5
    assert pace.heard == heard + 10
