"""Scanning: for visitors with one switch, choices come into focus by themselves, one after the other.

Pure: told the time in seconds of a monotonic clock.
"""

from __future__ import annotations

ROUNDS = 3
"""So often all choices get the focus before the kiosk waits for a switch; scanning must not keep an empty room busy."""


class Scanning:
    """One visit's scanning."""

    def __init__(self, pace_s: float) -> None:
        """`pace_s`: seconds that a choice stays in focus after it was said; 0 for no scanning."""
        self._pace_s = pace_s
        self._since = 0.0
        self._steps = 0
        self.paused = False
        """Whether all rounds are over, and a switch is waited for."""

    def reset(self, now: float) -> None:
        """A switch was pressed."""
        self._since, self._steps, self.paused = now, 0, False

    def due(self, now: float, sounding: bool, choices: int) -> bool:
        """Whether the next choice is to get the focus; asked some four times a second."""
        if not self._pace_s or not choices:
            return False
        if self._steps >= ROUNDS * choices:
            self.paused = True
            return False
        if sounding:
            self._since = now
        if now - self._since < self._pace_s:
            return False
        self._since = now
        self._steps += 1
        return True
