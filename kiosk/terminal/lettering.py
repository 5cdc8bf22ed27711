"""How large letters are: how many cells a page may fill, and how its rows become rows of the terminal.

This is the one place where text size enters. Letters of one cell are the only ones yet.
"""

from __future__ import annotations

from kiosk.visit.grid import Grid


class Plain:
    """One cell a letter, as the terminal has it."""

    def grid(self, columns: int, rows: int) -> Grid:
        """The cells that a page may fill on a terminal of this size."""
        return Grid(columns, rows)
