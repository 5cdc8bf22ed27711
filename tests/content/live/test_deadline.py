"""A call that hangs is left to itself, and another is tried ever more rarely."""

from __future__ import annotations

from threading import Event

import pytest

from kiosk.content.live.deadline import AGAIN_S, Deadline


def test_a_call_returns_what_the_function_returns_or_raises_what_it_raises():
    deadline = Deadline()
    assert deadline.call(lambda: 7, 30) == 7
    with pytest.raises(ZeroDivisionError):
        deadline.call(lambda: 1 // 0, 30)


def test_beside_a_call_that_hangs_another_is_tried_after_a_while_and_at_once_when_it_has_ended():
    now, free = 0.0, Event()
    deadline = Deadline(lambda: now)
    with pytest.raises(TimeoutError):
        deadline.call(lambda: free.wait(60), 0.01)
    calls: list[float] = []
    with pytest.raises(TimeoutError):
        deadline.call(lambda: calls.append(now), 30)
    assert calls == [], "it is too early"
    now = AGAIN_S
    with pytest.raises(TimeoutError):
        deadline.call(lambda: free.wait(60), 0.01)
    now = 2 * AGAIN_S
    with pytest.raises(TimeoutError):
        deadline.call(lambda: calls.append(now), 30)
    assert calls == [], "the second time it waits twice as long"
    hung = list(deadline._hung)
    free.set()
    for thread in hung:
        thread.join(30)
    deadline.call(lambda: calls.append(now), 30)
    assert calls == [now]
