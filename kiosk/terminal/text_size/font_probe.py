"""Finds out if the terminal really changes its font: ask, wait for another grid, remember.

Pure: time (seconds of a monotonic clock) and grid are passed in; requests are returned.
Terminals refuse silently. Those that accept repaint within 25 ms; 350 ms is enough even on a busy machine.
"""

from __future__ import annotations

from enum import Enum

from kiosk.terminal.request import Request
from kiosk.terminal.text_size.terminal_font import TerminalFont

WAIT_S = 0.35
"""Seconds until an unchanged grid counts as a refusal."""
PROBE_SIZES = (24.0, 15.0)
"""Sizes to ask for, in points; the second in case the terminal already has the first."""


class ProbeResult(Enum):
    """What is known about the terminal."""

    ASKING = "asking"
    CHANGES = "changes"
    REFUSES = "refuses"


class FontProbe:
    """One question to one terminal, at the start, so that no visitor has to wait for it."""

    def __init__(self, terminal: TerminalFont) -> None:
        self.terminal = terminal
        self.result = ProbeResult.ASKING
        self.size_columns = 0.0
        """Once it changes: size × columns, which is the same for every size."""
        self.start: float | None = None
        """The size at the start, estimated from the change of the grid or of a cell's pixels."""
        self._tried = 0
        self._asked_at = 0.0
        self._before = (0, 0)
        self._cell_before = 0.0

    def begin(self, grid: tuple[int, int], now: float, cell: float = 0.0) -> Request:
        """Return the first request. `grid`: columns and rows at the start; `cell`: a cell's width in pixels, or 0."""
        self._before = grid
        self._cell_before = cell
        return self._ask(now)

    def grid_is(self, grid: tuple[int, int]) -> None:
        """Take the new `grid`, columns and rows."""
        if self.result is ProbeResult.ASKING and self._tried and grid != self._before and grid[0] != self._before[0]:
            self.result = ProbeResult.CHANGES
            self.size_columns = PROBE_SIZES[self._tried - 1] * grid[0]
            self.start = _likely(self.size_columns / self._before[0])

    def tick(self, now: float, cell: float = 0.0) -> Request | None:
        """Let time pass; return the next request, if any.

        A terminal whose window is not full-screen changes the window instead of the grid. That is useless, and it is
        asked to undo it. `cell`: present width of a cell in pixels, from which the first size is estimated.
        """
        if self.result is not ProbeResult.ASKING or not self._tried or now - self._asked_at < WAIT_S:
            return None
        if self._tried < len(PROBE_SIZES):
            return self._ask(now)
        self.result = ProbeResult.REFUSES
        if cell and self._cell_before and cell != self._cell_before:
            self.start = _likely(PROBE_SIZES[-1] * self._cell_before / cell)
        return self.terminal.restore(self.start)

    def _ask(self, now: float) -> Request:
        self._asked_at = now
        self._tried += 1
        return self.terminal.ask(PROBE_SIZES[self._tried - 1])


def _likely(size: float) -> float:
    """Round a size to whole points: it was measured in whole cells."""
    return float(max(1, round(size)))
