"""How long to wait before a voice process that ended is started again. Pure."""

from __future__ import annotations

RESTART_S = (0.0, 0.1, 0.3, *[0.5] * 12, 3.0)
"""Seconds to wait before the first, second, … restart in a row; the last for all further ones, which are hopeless."""
STEADY_S = 1.0
"""A process that lived so long starts the row anew."""


class Restarts:
    """One row of restarts after the other."""

    def __init__(self) -> None:
        self._in_a_row = 0

    def wait(self, lived_s: float) -> float:
        """Seconds until the next start, after a process that lived so long."""
        if lived_s > STEADY_S:
            self._in_a_row = 0
        wait = RESTART_S[min(self._in_a_row, len(RESTART_S) - 1)]
        self._in_a_row += 1
        return wait
