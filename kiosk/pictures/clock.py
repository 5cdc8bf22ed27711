"""A clock that empties: the time that is left, as the marked part of a disc."""

from __future__ import annotations

import math

from kiosk.pictures.master import PIXELS, Master

RIM = 0.84
"""Radius of the face ÷ radius of the clock."""


def clock(share: float, rows: int) -> Master:
    """Return a clock `rows` cells high and twice as wide, with `share` (0 to 1) of its face left, from the top on.

    The rim and what is left are shape; what is left is marked too.
    """
    wide, high = 2 * PIXELS * rows, PIXELS * rows
    shape, marks = [], []
    for y in range(high):
        shape_row = marks_row = 0
        for x in range(wide):
            across, down = 2 * (x + 0.5) / wide - 1, 2 * (y + 0.5) / high - 1
            radius = math.hypot(across, down)
            gone = math.atan2(across, -down) / math.tau % 1
            left = radius <= RIM and gone < share
            shape_row = shape_row << 1 | (left or RIM < radius <= 1)
            marks_row = marks_row << 1 | left
        shape.append(shape_row)
        marks.append(marks_row)
    return Master(2 * rows, rows, tuple(shape), tuple(marks))
