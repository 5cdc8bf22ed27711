"""Scanning: for visitors with one switch, the focus moves from choice to choice on its own.

Pure: `now` is in seconds of a monotonic clock.
"""

from __future__ import annotations

ROUNDS = 3
"""Rounds through all choices until scanning pauses; it must not go on in an empty room."""


class Scanning:
    """Scanning in one visit."""

    def __init__(self, pace_s: float) -> None:
        """`pace_s`: seconds per choice, counted from the beginning of its speech; 0 for no scanning."""
        self._pace_s = pace_s
        self._since = 0.0
        self._steps = 0
        self.paused = False
        """True after all rounds, until a switch is pressed."""

    def reset(self, now: float) -> None:
        """Note a switch press."""
        self._since, self._steps, self.paused = now, 0, False

    def due(self, now: float, waits: bool, choices: int) -> bool:
        """Return True if the focus must move now; call it about four times a second.

        `waits`: True while a text or a heading is read and the choice in focus was not said yet. Scanning does not wait
        for the end of a choice, as whoever knows the choices is quicker.
        """
        if not self._pace_s or not choices:
            return False
        if self._steps >= ROUNDS * choices:
            self.paused = True
            return False
        if waits:
            self._since = now
        if now - self._since < self._pace_s:
            return False
        self._since = now
        self._steps += 1
        return True
