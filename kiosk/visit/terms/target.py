"""What a tap on a page is for."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.visit.terms.action import Action


class Target(NamedTuple):
    """Something on a page that can be tapped: a choice, a key, or what tells that there are more choices."""

    choice: int = -1
    """The number (0-based) of a choice of the page; -1 for none."""
    action: Action | None = None
    """What the key does that is tapped."""
    more: bool = False
    """True for the words that tell of choices that are not on the screen."""


MORE_CHOICES = Target(more=True)


class Spot(NamedTuple):
    """Where a target stands, in cells of the page."""

    target: Target
    column: int
    row: int
    columns: int
    rows: int

    def goes_on_in(self, below: Spot) -> bool:
        """Return True if `below`, one row high, is the next row of the same thing."""
        return (self.target, self.column, self.columns, self.row + self.rows) == (
            below.target,
            below.column,
            below.columns,
            below.row,
        )

    def holds(self, column: int, row: int) -> bool:
        """Return True if the cell is one of its own."""
        return 0 <= column - self.column < self.columns and 0 <= row - self.row < self.rows
