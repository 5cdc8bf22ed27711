"""Keeps drawn letters of two rows apart.

Six rows of letters fill 24 rows of cells without a gap, so a `p` touches the `h` below it and both become one shape.
Where two letters touch, the lower one begins one pixel lower. Descenders stay, because a comma without its tail is a
full stop; so do single dots, because an i without its dot is another letter.
"""

from __future__ import annotations

from functools import lru_cache

from kiosk.terminal.drawn.blocks import QUADRANTS

MEETINGS_KEPT = 512
"""Cached pairs of rows."""

_LEFT_COUNTS_MORE = "0213"
"""Digit of base 4 for two pixels side by side, by their bits in a block's number (left 1, right 2)."""
_UPPER = str.maketrans({sign: _LEFT_COUNTS_MORE[number & 3] for number, sign in enumerate(QUADRANTS)})
_LOWER = str.maketrans({sign: _LEFT_COUNTS_MORE[number >> 2] for number, sign in enumerate(QUADRANTS)})


@lru_cache(maxsize=MEETINGS_KEPT)
def apart_in_quadrants(above: str, first: str) -> str:
    """Return `first`, the top cells of a row of letters, without the pixels that touch `above`, the cells over it."""
    if not {*above, *first}.issubset(QUADRANTS):
        return first
    touching = _touching(_pixels(above, _LOWER), _pixels(first, _UPPER), _pixels(first, _LOWER))
    if not touching:
        return first
    cells = list(first)
    for at in range(len(cells)):
        gone = touching >> 2 * (len(cells) - 1 - at) & 3
        cells[at] = QUADRANTS[QUADRANTS.index(cells[at]) & ~int(_LEFT_COUNTS_MORE[gone])]
    return "".join(cells)


@lru_cache(maxsize=MEETINGS_KEPT)
def apart_in_whole_cells(above: str, first: str, second: str) -> str:
    """Do the same if a cell is a pixel; `second` are the cells below `first`."""
    if not {*above, *first, *second}.issubset(" █"):
        return first
    over, ink, under = (int("0" + line.replace(" ", "0").replace("█", "1"), 2) for line in (above, first, second))
    touching = _touching(over, ink, under)
    signs = (" " if touching >> (len(first) - 1 - at) & 1 else sign for at, sign in enumerate(first))
    return "".join(signs) if touching else first


def _pixels(line: str, half: dict[int, str]) -> int:
    """Return one row of the pixels of `line`; the lowest bit is the rightmost pixel."""
    return int("0" + line.translate(half), 4)


def _touching(above: int, ink: int, below: int) -> int:
    """Return the pixels of `ink` that touch `above`, except single dots; each argument is a row of pixels."""
    standing = ink & _wider(below)
    while (more := _wider(standing) & ink) != standing:
        standing = more
    return standing & _wider(above)


def _wider(pixels: int) -> int:
    """Return these pixels and their neighbours on both sides."""
    return pixels | pixels << 1 | pixels >> 1
