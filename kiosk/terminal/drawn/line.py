"""One row of text in drawn letters of their own widths, at any half cell.

A row is as high as its letters need, and the next one begins `GAP` pixels below it, so letters of two rows never touch.
Nor do two rows ever have ink in the same row of cells, whose two halves could not have three colours.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from kiosk.terminal.drawn.bitmaps import HEIGHT
from kiosk.terminal.drawn.font import DrawnFont
from kiosk.terminal.drawn.glyphs import Glyph, glyph
from kiosk.terminal.drawn.runs import Run, as_cells, cut_into_runs

TEXTS_KEPT = 512
GAP = 1
"""Empty pixels between two rows."""
AIR = 1
"""Empty pixels at the left of a run that begins at a given cell, as many as there are behind a letter."""


class _Letter(NamedTuple):
    """A letter at its place: a bitmap, or where there is none, the terminal's own."""

    at: int
    """Its first pixel."""
    start: int
    """Its place in the text."""
    drawn: Glyph | None
    own: str = ""


def measure(font: DrawnFont, text: str) -> int:
    """Return how many cells `text` takes across."""
    return -(-_width(font, text) // font.blocks.pixels)


def pitch(font: DrawnFont, text: str) -> int:
    """Return how many half cells below the top of a row with this text the next one begins."""
    return (_height(font, _letters(font, text)[0]) + GAP) * 2 // font.blocks.pixels


def undrawn(font: DrawnFont, text: str) -> tuple[str, ...]:
    """Return the letters of `text`, with their marks, that this font lacks: the terminal's own show their words."""
    return tuple(sign for _, sign in _signs(text) if glyph(font.bitmaps, font.doubled, sign) is None)


def pixels_down(font: DrawnFont, text: str) -> int:
    """Return how many pixels a row with this text is high."""
    return _height(font, _letters(font, text)[0])


def rows_in(font: DrawnFont, height: int) -> int:
    """Return how many rows of usual letters fit `height` rows of cells."""
    return (height * font.blocks.pixels + GAP) // (_usual_height(font) + GAP)


def is_high(font: DrawnFont, text: str) -> bool:
    """Return True if a row with this text is higher than usual."""
    return not text.isascii() and any(_beyond(_letters(font, text)[0]))


def cells_down(font: DrawnFont, text: str, offset: int, grounded: bool) -> int:
    """Return how many rows of cells a row with this text covers."""
    air = int(grounded)
    pixels = _top(font, offset, air) + _height(font, _letters(font, text)[0]) + air
    return -(-pixels // font.blocks.pixels)


def draw_row(
    font: DrawnFont, runs: Sequence[Run], width: int, offset: int = 0, ground: str | None = None
) -> list[tuple[Run, ...]]:
    """Return the rows of cells of one row of text; see `Lettering.draw_row`."""
    text = "".join(run.text for run in runs)
    size = font.blocks.pixels
    letters, total = _placed(runs, *_letters(font, text), size)
    above, _ = _beyond(letters)
    air = int(ground is not None)
    top = _top(font, offset, air)
    pixels = [0] * (top + _height(font, letters) + air)
    for letter in letters:
        if letter.drawn:
            rows, advance, over, _ = letter.drawn
            shift = total - letter.at - advance
            for y, row in enumerate(rows, top + above - over):
                if row:
                    pixels[y] |= row << shift
    edges = _edges(runs, letters, total, size)
    drawn: list[Sequence[str]] = list(font.blocks.cells(pixels, total))
    middle = (top + above) // size + (_usual_height(font) // size) // 2
    for letter in letters:
        if letter.own:
            own, at = as_cells(letter.own), letter.at // size
            drawn[middle] = [*drawn[middle][:at], *own, *drawn[middle][at + len(own) :]]
    return [cut_into_runs(cells, edges, width, ground or "") for cells in drawn]


def _top(font: DrawnFont, offset: int, air: int) -> int:
    """Return the pixels above the letters of a row: a row with a ground has its half cell of air in any case."""
    return max(air, offset if font.blocks.pixels > 1 else 0)


def _height(font: DrawnFont, letters: Sequence[_Letter]) -> int:
    """Return how many pixels a row with these letters is high: more than usual if one of them needs it."""
    above, below = _beyond(letters)
    return above + _usual_height(font) + below


def _usual_height(font: DrawnFont) -> int:
    return HEIGHT + len(font.doubled)


def _beyond(letters: Sequence[_Letter]) -> tuple[int, int]:
    """Return how many pixels the letters need above the usual ones, and below."""
    glyphs = [letter.drawn for letter in letters if letter.drawn]
    return max((each.above for each in glyphs), default=0), max((each.below for each in glyphs), default=0)


def _width(font: DrawnFont, text: str) -> int:
    return _letters(font, text)[1]


@lru_cache(maxsize=TEXTS_KEPT)
def _letters(font: DrawnFont, text: str) -> tuple[tuple[_Letter, ...], int]:
    """Return the letters of a text at their places, and the pixels that they take; kept, as it is measured often."""
    name, doubled = font.bitmaps, font.doubled
    letters: list[_Letter] = []
    at = 0
    first, last = len(text), -1
    for start, sign in _signs(text):
        found = glyph(name, doubled, sign)
        if found:
            letters.append(_Letter(at, start, found))
            at += found.advance
        else:
            first, last = min(first, start), start
    return _with_own_piece(font, text, first, last) if last >= 0 else (tuple(letters), at)


def _with_own_piece(font: DrawnFont, text: str, first: int, last: int) -> tuple[tuple[_Letter, ...], int]:
    """Do the same if the letters `first` to `last` are unknown: all between them, whole words, is one piece.

    It is small, but it can be read, and its words stay in the order in which they have been put for drawing.
    """
    start = text.rfind(" ", 0, first) + 1
    end = text.find(" ", last)
    end = len(text) if end < 0 else end
    size = font.blocks.pixels
    before, at = _letters(font, text[:start])
    at += -at % size
    piece = _Letter(at, start, None, text[start:end])
    at += size * cell_len(text[start:end])
    after, more = _letters(font, text[end:])
    moved = (each._replace(at=at + each.at, start=end + each.start) for each in after)
    return (*before, piece, *moved), at + more


def _signs(text: str) -> Iterator[tuple[int, str]]:
    """Return the letters of `text` with their places; a mark is made one with its letter where there is such a one."""
    if text.isascii():
        yield from enumerate(text)
        return
    at = 0
    while at < len(text):
        after = at + 1
        while after < len(text) and unicodedata.combining(text[after]):
            after += 1
        yield at, unicodedata.normalize("NFC", text[at:after])
        at = after


def _placed(runs: Sequence[Run], letters: Sequence[_Letter], total: int, size: int) -> tuple[Sequence[_Letter], int]:
    """Return the letters and the pixels that they take, with each run moved to the right to where it begins."""
    start, moves = 0, []
    for run in runs:
        if run.at >= 0:
            moves.append((start, run.at * size + AIR))
        start += len(run.text)
    placed: list[_Letter] = []
    by, next_move = 0, 0
    for letter in letters:
        while next_move < len(moves) and moves[next_move][0] <= letter.start:
            by = max(by, moves[next_move][1] - letter.at)
            next_move += 1
        placed.append(letter._replace(at=letter.at + by) if by else letter)
    return placed, total + by


def _edges(runs: Sequence[Run], letters: Sequence[_Letter], total: int, size: int) -> list[tuple[int, Run]]:
    """Return for each run the first cell behind it.

    Where runs meet in the middle of a cell, its left pixel is the space behind a letter, so it goes to the next run.
    A run with a ground gets that pixel on both sides, so its letters do not melt into what is beside it.
    """
    edges: list[tuple[int, Run]] = []
    end = 0
    places = iter([*((letter.start, letter.at) for letter in letters), (sum(len(run.text) for run in runs), total)])
    start, at = next(places)
    for number, run in enumerate(runs):
        end += len(run.text)
        while start < end:
            start, at = next(places)
        following = runs[number + 1] if number + 1 < len(runs) else run
        if following is not run and following.at >= 0:
            edge = following.at
        elif run.boxed or number + 1 == len(runs):
            edge = -(-at // size)
        elif following.boxed:
            edge = max(0, at - 1) // size
        else:
            edge = at // size
        edges.append((edge, run))
    return edges
