"""Taps from a terminal's mouse reports. A touch screen's terminal reports a finger as the left button of a mouse.

Only presses and releases are asked for, so a terminal sends no moves. Everything but a plain press of the left button
and its release is dropped here: other buttons, wheel, drag, modifier keys, other forms of reports.
"""

from __future__ import annotations

import re

from textual import events

ASK, GIVE_BACK = "\x1b[?1000h\x1b[?1006h", "\x1b[?1006l\x1b[?1000l"
"""Asks a terminal for presses and releases, as numbers (the SGR form); and for none any more."""
REPORT = re.compile(r"\x1b\[<0;([1-9]\d{0,3});([1-9]\d{0,3})([Mm])")
"""The left button without any modifier: column and row from 1, then M for its press or m for its release."""

Cell = tuple[int, int]
"""Column and row of the terminal, from 0."""


class Tapped(events.Event, bubble=False):
    """A tap. It counts when the finger goes up; who has slid off what it touched has changed their mind."""

    def __init__(self, down: Cell, up: Cell) -> None:
        """`down`, `up`: where the finger went down, and where up."""
        super().__init__()
        self.down, self.up = down, up


class Taps:
    """Puts a press and its release together."""

    def __init__(self) -> None:
        self._down: Cell | None = None

    def take(self, sequence: str) -> Tapped | None:
        """Take a control sequence; return the tap that it ends. A release without its press is dropped."""
        report = REPORT.fullmatch(sequence)
        if report is None:
            return None
        cell = int(report[1]) - 1, int(report[2]) - 1
        if report[3] == "M":
            self._down = cell
            return None
        down, self._down = self._down, None
        return Tapped(down, cell) if down is not None else None
