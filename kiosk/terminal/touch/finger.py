"""The size that a finger needs, in rows of the terminal."""

from __future__ import annotations

import math

BUTTON_MM = 20.0
"""Height of a button, at least: tremor and a hurried hand need more than a fingertip."""
MOST_OF_SCREEN = 4
"""A button is never higher than this part of the screen, or no second one would stand beside it."""


def button_rows(row_mm: float | None, rows: int) -> int:
    """Return the rows of a button on a page of `rows` rows of `row_mm` each; 1 if their height is not known."""
    if not row_mm:
        return 1
    return max(1, min(math.ceil(BUTTON_MM / row_mm), rows // MOST_OF_SCREEN))
