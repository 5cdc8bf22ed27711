"""The bitmaps of the letters, read from `data/*.hex` when the first one is needed (about 1 ms).

A line of such a file is a code point, a colon, and two hexadecimal digits for each row of pixels, from the top; the
highest bit is the leftmost pixel. `tools/drawn_letters` makes the files.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

HEIGHT = 8
"""Rows of pixels of every bitmap."""
Bitmap = bytes
"""One byte a row."""
_DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=4)
def bitmaps(name: str) -> Mapping[int, Bitmap]:
    """Return code point → bitmap of the letters `name`, such as `8x8`."""
    text = (_DATA / f"{name}.hex").read_text(encoding="ascii")
    pairs = (line.split(":") for line in text.splitlines() if line[0] != "#")
    return MappingProxyType({int(code, 16): bytes.fromhex(rows) for code, rows in pairs})


def is_known(name: str, sign: str) -> bool:
    """Return True if `sign`, or its base letter, can be drawn."""
    known = bitmaps(name)
    return ord(sign) in known or ord(unicodedata.normalize("NFKD", sign)[0]) in known


def bitmap(name: str, width: int, sign: str) -> Bitmap:
    """Return the bitmap of `sign`, else of its base letter, else a hollow box `width` pixels wide.

    Fractions and ligatures are not shortened to their first letter: "⅓" drawn as "1" would be a wrong dose.
    """
    known = bitmaps(name)
    found = known.get(ord(sign))
    if found is not None:
        return found
    if sign.isspace():
        return bytes(HEIGHT)
    base, *marks = list(unicodedata.normalize("NFKD", sign))
    if ord(base) in known and all(unicodedata.combining(mark) for mark in marks):
        return known[ord(base)]
    return _hollow_box(width)


def _hollow_box(width: int) -> Bitmap:
    """Return the bitmap for an unknown letter: an outline, with a free pixel at the right."""
    full = 0xFF << (9 - width) & 0xFF
    edges = 0x80 | 1 << (9 - width)
    return bytes([full, *[edges] * (HEIGHT - 3), full, 0])
