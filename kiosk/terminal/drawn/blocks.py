"""Pixels into cells: four pixels a cell in quadrant blocks, or one pixel a cell.

Quadrants are drawn well by xterm, urxvt, kitty, alacritty and foot. The stock fonts of the Linux console hold only the
full block.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By upper left (1), upper right (2), lower left (4), lower right (8)."""

Blocks = Callable[[Sequence[int], int], tuple[str, ...]]
"""Rows of pixels (highest of 8 bits leftmost) and their width in pixels become rows of cells."""


def in_quadrants(pixels: Sequence[int], width: int) -> tuple[str, ...]:
    """Four pixels a cell; width and number of rows are even."""
    return tuple(
        "".join(QUADRANTS[_pair(upper, x) | _pair(lower, x) << 2] for x in range(0, width, 2))
        for upper, lower in zip(pixels[::2], pixels[1::2], strict=True)
    )


def in_whole_cells(pixels: Sequence[int], width: int) -> tuple[str, ...]:
    """One pixel a cell."""
    return tuple("".join("█" if row >> (7 - x) & 1 else " " for x in range(width)) for row in pixels)


def _pair(row: int, x: int) -> int:
    """The pixels at `x` and right of it: 1 for the left one, 2 for the right one."""
    return (row >> (7 - x) & 1) | (row >> (6 - x) & 1) << 1
