"""How long to wait before the app is restarted. Pure."""

from __future__ import annotations

from collections import deque

MOST_CRASHES = 5
"""This many crashes within `WITHIN_S` bring up the safe page; after fewer, the app restarts at once."""
WITHIN_S = 60.0
"""Seconds."""
FIRST_WAIT_S = 10.0
"""Seconds on the safe page before the next try; doubled each time that it fails."""
LONGEST_WAIT_S = 300.0
"""Seconds."""


class BackOff:
    """Counts crashes. `now` is in seconds of a monotonic clock."""

    def __init__(self) -> None:
        self._crashes: deque[float] = deque(maxlen=MOST_CRASHES)
        self._wait_s = 0.0

    def crashed(self, now: float, ran_s: float) -> float:
        """Count a crash; return the seconds to show the safe page before the next start, or 0.

        `ran_s`: seconds that the app ran before it crashed.
        """
        self._crashes.append(now)
        if ran_s >= WITHIN_S:
            self._wait_s = 0.0
        elif self._wait_s:
            self._wait_s = min(2 * self._wait_s, LONGEST_WAIT_S)
        elif len(self._crashes) == MOST_CRASHES and now - self._crashes[0] < WITHIN_S:
            self._wait_s = FIRST_WAIT_S
        return self._wait_s
