"""Turns pixels into cells: four pixels a cell in quadrant blocks, or one pixel a cell.

xterm, urxvt, kitty, alacritty and foot draw quadrants well. The stock fonts of the Linux console have only the full
block.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""Indexed by the dark pixels: upper left 1, upper right 2, lower left 4, lower right 8."""

Blocks = Callable[[Sequence[int], int], tuple[str, ...]]
"""Turns rows of pixels (highest of 8 bits leftmost) and their width in pixels into rows of cells."""


def in_quadrants(pixels: Sequence[int], width: int) -> tuple[str, ...]:
    """Draw four pixels a cell; width and number of rows must be even."""
    return tuple(
        "".join(QUADRANTS[_pair(upper, x) | _pair(lower, x) << 2] for x in range(0, width, 2))
        for upper, lower in zip(pixels[::2], pixels[1::2], strict=True)
    )


def in_whole_cells(pixels: Sequence[int], width: int) -> tuple[str, ...]:
    """Draw one pixel a cell."""
    return tuple("".join("█" if row >> (7 - x) & 1 else " " for x in range(width)) for row in pixels)


def _pair(row: int, x: int) -> int:
    """Return the pixels at `x` and right of it: 1 for the left one, 2 for the right one."""
    return (row >> (7 - x) & 1) | (row >> (6 - x) & 1) << 1
