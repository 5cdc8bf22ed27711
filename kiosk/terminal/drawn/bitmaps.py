"""The bitmaps of the letters, read from `data/*.hex` when the first one is needed (about 1 ms).

The wide signs are thousands: their file is read for the first of them, and each line is understood once it is needed.

A line of such a file is a code point, a colon, and hexadecimal digits for each row of pixels, from the top: two for
each 8 pixels across, the highest bit leftmost. A letter with marks that need more than the usual rows has another colon
and the number of rows above them. `tools/drawn_letters` makes the files.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import east_asian_width

HEIGHT = 8
"""Rows of pixels of a usual bitmap."""
WIDE = "16x16"
"""The bitmaps of Chinese, Japanese and Korean signs, which are as high as two usual ones."""
WIDE_WIDTH = 16
WIDE_ABOVE = 7
"""Rows that these reach above the usual ones, so that all stand on one line."""
_DATA = Path(__file__).parent / "data"


class Bitmap(NamedTuple):
    """The pixels of one letter, untrimmed."""

    rows: tuple[int, ...]
    """From the top; the lowest bit is the rightmost pixel of the bitmap's width."""
    above: int = 0
    """How many of them are above the usual `HEIGHT`."""


@lru_cache(maxsize=4)
def bitmaps(name: str) -> Mapping[int, Bitmap]:
    """Return code point → bitmap of the letters `name`, such as `8x8`."""
    width = int(name.partition("x")[0])
    digits = 2 * -(-width // 8)
    found = {}
    for line in (_DATA / f"{name}.hex").read_text(encoding="ascii").splitlines():
        if line[0] != "#":
            code, rows, *above = line.split(":")
            spare = 4 * digits - width
            pixels = tuple(int(rows[at : at + digits], 16) >> spare for at in range(0, len(rows), digits))
            found[int(code, 16)] = Bitmap(pixels, int(above[0]) if above else 0)
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def _wide_lines() -> str:
    return (_DATA / f"{WIDE}.hex").read_text(encoding="ascii")


def wide_rows(sign: str) -> tuple[int, ...] | None:
    """Return the rows of a sign that is as wide as high, from the top; None for one that is not there."""
    if east_asian_width(sign) not in "WF":
        return None
    start = f"\n{ord(sign):04X}:"
    at = _wide_lines().find(start)
    if at < 0:
        return None
    at += len(start)
    digits = WIDE_WIDTH // 4
    return tuple(int(_wide_lines()[each : each + digits], 16) for each in range(at, at + digits * WIDE_WIDTH, digits))
