"""How long to wait before a voice process that ended is started again. Pure."""

from __future__ import annotations

RESTART_S = (0.0, 0.1, 0.3, *[0.5] * 12, 3.0)
"""Seconds to wait before the first, second, … restart in a row; the last one for all that follow."""
STEADY_S = 1.0
"""Seconds after which a process counts as steady, and the next restart is the first of a row."""


class Restarts:
    """Counts restarts in a row."""

    def __init__(self) -> None:
        self._in_a_row = 0

    def wait(self, lived_s: float) -> float:
        """Return the seconds until the next start, after a process that lived for `lived_s`."""
        if lived_s > STEADY_S:
            self._in_a_row = 0
        wait = RESTART_S[min(self._in_a_row, len(RESTART_S) - 1)]
        self._in_a_row += 1
        return wait
