"""Turns pixels into cells: four pixels a cell in quadrant blocks, or one pixel a cell.

xterm, urxvt, kitty, alacritty and foot draw quadrants well. The stock fonts of the Linux console have only the full
block. Half blocks are for fonts between the two: pictures are drawn with them, letters would be too coarse.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""Indexed by the dark pixels: upper left 1, upper right 2, lower left 4, lower right 8."""
_WHOLE = str.maketrans("01", " █")


class Blocks(Enum):
    """The signs that cells are drawn with."""

    QUADRANTS = "quadrants"
    HALVES = "half blocks"
    WHOLE_CELLS = "whole cells"

    @property
    def pixels(self) -> int:
        """Pixels of a cell, each way; in half blocks two beside each other are alike."""
        return 1 if self is Blocks.WHOLE_CELLS else 2

    def cells(self, pixels: Sequence[int], width: int) -> tuple[str, ...]:
        """Return rows of cells for rows of pixels that are `width` wide; the lowest bit is the rightmost pixel.

        An odd last column or row of pixels gets an empty one beside it.
        """
        if self is Blocks.WHOLE_CELLS:
            return tuple(f"{row:0{width}b}".translate(_WHOLE)[:width] if width else "" for row in pixels)
        count, spare = -(-width // 2), -width % 4
        if not count:
            return ("",) * -(-len(pixels) // 2)
        digits = (width + spare) // 4
        table = _two_cells()
        if self is Blocks.HALVES:
            left = int("10" * (2 * digits), 2)
            pixels = [((row << spare & left) | (row << spare & left) >> 1) >> spare for row in pixels]
        lines = [f"{row << spare:0{digits}x}" for row in pixels]
        lines += ["0" * digits] * (len(lines) % 2)
        return tuple(
            "".join([table[pair] for pair in zip(upper, lower, strict=True)])[:count]
            for upper, lower in zip(lines[::2], lines[1::2], strict=True)
        )


@lru_cache(maxsize=1)
def _two_cells() -> dict[tuple[str, str], str]:
    """Return hexadecimal digits of an upper and a lower row, four pixels each → the two cells that they make."""
    return {
        (f"{upper:x}", f"{lower:x}"): "".join(
            QUADRANTS[_mirrored(upper >> shift & 3) | _mirrored(lower >> shift & 3) << 2] for shift in (2, 0)
        )
        for upper in range(16)
        for lower in range(16)
    }


def _mirrored(pair: int) -> int:
    """Swap two bits: the left pixel of a cell is the higher bit in a row, the lower one in a block's number."""
    return (pair & 1) << 1 | pair >> 1
