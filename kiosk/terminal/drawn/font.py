"""One size of drawn letters."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len

from kiosk.terminal.drawn.bitmaps import bitmap, is_known
from kiosk.terminal.drawn.blocks import Blocks

LETTERS_KEPT = 1024
ROWS_KEPT = 1024
"""Cached letters and rows of text, of all fonts together."""


@dataclass(frozen=True)
class DrawnFont:
    """Letters of one size. Nothing is loaded until the first text is drawn.

    `draw` gives each letter the same width, in a grid that was laid out as plain text. `kiosk.terminal.drawn.line`
    gives each letter its own.
    """

    name: str
    columns: int
    """Terminal cells per letter, across."""
    rows: int
    """Terminal cells per letter, down, including accents and descenders."""
    cap_cells: float
    """Height of a capital letter, in cells."""
    bitmaps: str
    """The bitmaps to draw: `6x8` or `8x8`."""
    blocks: Blocks
    """Pixels of a cell."""
    doubled: frozenset[int] = frozenset()
    """Rows of pixels that are drawn twice, for taller letters."""

    @property
    def pixels(self) -> int:
        """Width of a letter in pixels."""
        return int(self.bitmaps.partition("x")[0])

    def draw(self, text: str) -> tuple[str, ...]:
        """Return `text` as `rows` strings of block characters, each `columns` times as wide as the plain text.

        So any text that was laid out as plain text fits: a wide letter (of two cells) takes twice the columns, a
        combining mark is drawn with its letter or not at all, an unknown character is a hollow box. Text with letters
        of another script stays in the terminal's own letters.
        """
        return _drawn(self, text)


@lru_cache(maxsize=ROWS_KEPT)
def _drawn(font: DrawnFont, text: str) -> tuple[str, ...]:
    width = font.columns * cell_len(text)
    letters = []
    for sign in unicodedata.normalize("NFC", text):
        cells = cell_len(sign)
        if cells:
            letters.append(_letter(font, sign, cells))
    if not letters:
        return (" " * width,) * font.rows
    if any(unicodedata.category(sign)[0] == "L" and not is_known(font.bitmaps, sign) for sign in text):
        return _as_it_is(font, text, width)
    # The width of a text is not always the sum of its letters' widths: emoji and their joiners count once.
    return tuple("".join(pieces)[:width].ljust(width) for pieces in zip(*letters, strict=True))


def _as_it_is(font: DrawnFont, text: str, width: int) -> tuple[str, ...]:
    """Return a text in the terminal's own letters, small but readable, if its script has no drawn letters."""
    rows = [" " * width] * font.rows
    rows[font.rows // 2] = text + " " * (width - cell_len(text))
    return tuple(rows)


@lru_cache(maxsize=LETTERS_KEPT)
def _letter(font: DrawnFont, sign: str, cells: int) -> tuple[str, ...]:
    rows = bitmap(font.bitmaps, font.pixels, sign)
    pixels = [row for y, row in enumerate(rows) for _ in range(2 if y in font.doubled else 1)]
    return tuple(row.ljust(cells * font.columns) for row in font.blocks.cells(pixels, font.pixels))
