"""Reads X11's compiled bitmap fonts (PCF), as Debian's packages `xfonts-base` and `xfonts-terminus` have them.

Only what the letters need: one byte order of bits (most significant first), one bitmap a code point.
The format: https://fontforge.org/docs/techref/pcf-format.html
"""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

METRICS, BITMAPS, ENCODINGS, ACCELERATORS = 4, 8, 32, 2
"""Kinds of tables in the file."""


def read_pcf(path: Path) -> dict[int, list[int]]:
    """Code point to rows from top to bottom; in a row the lowest bit is the rightmost pixel of the letter's width."""
    data = gzip.decompress(path.read_bytes())
    (count,) = struct.unpack_from("<I", data, 4)
    tables = {}
    for number in range(count):
        kind, form, _, offset = struct.unpack_from("<IIII", data, 8 + 16 * number)
        tables[kind] = (form, offset)
    metrics = _metrics(data, *tables[METRICS])
    form, at = tables[BITMAPS]
    order = _order(form)
    padding = 1 << (form & 3)
    (glyphs,) = struct.unpack_from(order + "I", data, at + 4)
    offsets = struct.unpack_from(f"{order}{glyphs}I", data, at + 8)
    start = at + 8 + 4 * glyphs + 16
    ascent, descent = struct.unpack_from(
        _order(tables[ACCELERATORS][0]) + "ii", data, tables[ACCELERATORS][1] + 12
    )  # fmt: skip
    letters = {}
    for code, glyph in _encodings(data, *tables[ENCODINGS]).items():
        left, right, width, above, below = metrics[glyph]
        ink = right - left
        stride = ((ink + 7) // 8 + padding - 1) // padding * padding
        rows = [0] * (ascent + descent)
        for y in range(above + below):
            place = start + offsets[glyph] + y * stride
            bits = int.from_bytes(data[place : place + stride], "big") >> (8 * stride - ink)
            shift = width - ink - left
            rows[ascent - above + y] = bits << shift if shift >= 0 else bits >> -shift
        letters[code] = rows
    return letters


def _order(form: int) -> str:
    return ">" if form & 4 else "<"


def _metrics(data: bytes, form: int, at: int) -> list[tuple[int, ...]]:
    """Left, right, width, ascent, descent of each glyph."""
    order = _order(form)
    if form & 0x100:
        (count,) = struct.unpack_from(order + "H", data, at + 4)
        return [tuple(byte - 0x80 for byte in data[at + 6 + 5 * n : at + 11 + 5 * n]) for n in range(count)]
    (count,) = struct.unpack_from(order + "I", data, at + 4)
    return [struct.unpack_from(order + "hhhhh", data, at + 8 + 12 * n) for n in range(count)]


def _encodings(data: bytes, form: int, at: int) -> dict[int, int]:
    """Code point to number of the glyph."""
    order = _order(form)
    low, high, first, last, _ = struct.unpack_from(order + "5H", data, at + 4)
    width = high - low + 1
    found = {}
    for place in range(width * (last - first + 1)):
        (glyph,) = struct.unpack_from(order + "H", data, at + 14 + 2 * place)
        if glyph != 0xFFFF:
            found[(first + place // width) * 256 + low + place % width] = glyph
    return found
