"""Letters of their own width: the bitmaps trimmed to their ink, with one pixel of space behind it.

Digits are all as wide as the widest of them, so that numbers stay in columns; lines and blocks keep their whole width,
so that they meet.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from kiosk.terminal.drawn.bitmaps import HEIGHT, WIDE_ABOVE, WIDE_WIDTH, Bitmap, bitmaps, wide_rows

SPACE = 1
"""Pixels between two letters."""
DIGITS = "0123456789"
GLYPHS_KEPT = 1024
"""Cached letters of all fonts together."""


class Glyph(NamedTuple):
    """One letter in pixels, as high as it is drawn."""

    rows: tuple[int, ...]
    """From the top; the lowest bit is the rightmost pixel of `advance`."""
    advance: int
    """Pixels to the next letter, the space behind it included."""
    above: int
    """How many rows are above the usual ones."""
    below: int
    """How many are below them."""


@lru_cache(maxsize=GLYPHS_KEPT)
def glyph(name: str, doubled: frozenset[int], sign: str) -> Glyph | None:
    """Return one letter, of the bitmaps `name` or of the wide ones; None for one that neither has with all its marks.

    `sign`: a letter, with the marks that it does not make one sign with. A mark by itself has no width. Usual rows in
    `doubled` are there twice, except in the wide signs.
    """
    found = _trimmed_glyph(name, sign)
    if found is None or found.above == WIDE_ABOVE:
        return found
    rows = [row for y, row in enumerate(found.rows, -found.above) for _ in range(2 if y in doubled else 1)]
    return found._replace(rows=tuple(rows))


def _trimmed_glyph(name: str, sign: str) -> Glyph | None:
    if len(sign) != 1:
        return None
    width = int(name.partition("x")[0])
    known = bitmaps(name)
    if sign.isspace():
        return Glyph((0,) * HEIGHT, width // 2, 0, 0)
    if unicodedata.combining(sign) or unicodedata.category(sign)[0] == "C":
        return Glyph((0,) * HEIGHT, 0, 0, 0)
    found = known.get(ord(sign))
    if found is None and (wide := wide_rows(sign)) is not None:
        rows = _without_empty_ends(wide, WIDE_ABOVE)
        return Glyph(rows, WIDE_WIDTH, WIDE_ABOVE, len(rows) - WIDE_ABOVE - HEIGHT)
    if found is None:
        # Another form of a letter may be drawn as that letter, but a letter never without its marks.
        found = known.get(ord(other)) if len(other := unicodedata.normalize("NFKD", sign)) == 1 else None
    if found is None:
        return None
    if "─" <= sign <= "▟":
        return Glyph(found.rows, width, 0, 0)
    if sign in DIGITS:
        return _trimmed(found, width, _digit_width(name))
    return _trimmed(found, width, 0)


def _trimmed(bitmap: Bitmap, width: int, least: int) -> Glyph:
    """Return the bitmap without empty columns, at least `least` pixels of ink wide, with its space behind it."""
    left, right = _ink(bitmap.rows, width)
    ink = max(right - left + 1, least)
    before = (ink - (right - left + 1)) // 2
    shift = width - 1 - right
    rows = tuple(row >> shift << (ink - before - (right - left + 1)) + SPACE for row in bitmap.rows)
    return Glyph(rows, ink + SPACE, bitmap.above, len(rows) - bitmap.above - HEIGHT)


def _ink(rows: tuple[int, ...], width: int) -> tuple[int, int]:
    """Return the first and the last column with ink."""
    ink = 0
    for row in rows:
        ink |= row
    return width - ink.bit_length(), width - (ink & -ink).bit_length()


@lru_cache(maxsize=4)
def _digit_width(name: str) -> int:
    width = int(name.partition("x")[0])
    edges = [_ink(bitmaps(name)[ord(digit)].rows, width) for digit in DIGITS]
    return max(right - left + 1 for left, right in edges)


def _without_empty_ends(rows: tuple[int, ...], above: int) -> tuple[int, ...]:
    """Return rows without the empty ones below the usual rows, which would widen the space to the next row."""
    end = len(rows)
    while end > above + HEIGHT and not rows[end - 1]:
        end -= 1
    return rows[:end]
