"""How much of what was handed over has been heard, by the clock. Pure."""

from __future__ import annotations

import time
from collections.abc import Callable


class Pace:
    """Counts samples: handed over at once, heard in step with the clock.

    A sound card's clock and the computer's differ by less than 0.1 %, and each silence sets them right again.
    """

    def __init__(self, sample_rate: int, delay_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        """`delay_s`: seconds between handing over and hearing."""
        self._rate = sample_rate
        self._delay = delay_s
        self._clock = clock
        self._begun = 0.0
        self._before = 0
        self.handed_over = 0
        """Samples since the beginning, less those that were thrown away."""

    def hand_over(self, count: int) -> None:
        """`count` samples go on their way."""
        if self.heard >= self.handed_over:
            self._begun, self._before = self._clock() + self._delay, self.handed_over
        self.handed_over += count

    @property
    def heard(self) -> int:
        """Samples that have been heard."""
        since = max(0.0, self._clock() - self._begun)
        return min(self.handed_over, self._before + int(since * self._rate))

    def throw_away(self) -> None:
        """Forget what has not been heard yet."""
        self._before = self.handed_over = self.heard
