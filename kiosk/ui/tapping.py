"""Finds what a tap is for: from cells of the terminal to cells of the page, and to what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.terminal.lettering import Lettering
from kiosk.visit.layout.page import Page
from kiosk.visit.terms.target import Target

if TYPE_CHECKING:
    from kiosk.terminal.touch.taps import Cell, Tapped


def tapped_target(page: Page, tap: Tapped, lettering: Lettering, button_rows: int = 1) -> Target | None:
    """Return what was tapped; None beside everything, and where the finger slid from one thing to another.

    Args:
        page: The page on the screen.
        tap: Where the finger went down and up.
        lettering: The one in which the page is shown.
        button_rows: Rows of a button, at least. The keys have no more than one: the rows above it count for them too.
    """
    # Right above small keys there is only a remark.
    above = max(button_rows - 1, 1 if lettering.rows == 1 else 0)
    down, up = (_target_at(page, cell, lettering, above) for cell in (tap.down, tap.up))
    return down if down == up else None


def _target_at(page: Page, cell: Cell, lettering: Lettering, above: int) -> Target | None:
    column, row = cell[0] // lettering.columns, cell[1] // lettering.rows
    for spot in page.spots:
        if spot.holds(column, row):
            return spot.target
    last = len(page.rows) - 1
    if last - above <= row < last:
        return next((spot.target for spot in page.spots if spot.holds(column, last)), None)
    return None
