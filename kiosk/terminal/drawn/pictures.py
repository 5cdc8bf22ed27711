"""Draws pictures in block characters: quadrants, half blocks, or whole cells on the Linux console."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kiosk.pictures.clock import clock
from kiosk.pictures.master import PIXELS, Master, fitting
from kiosk.terminal.drawn.blocks import QUADRANTS, Blocks
from kiosk.terminal.drawn.runs import Run
from kiosk.visit.layout.page import Drawing
from kiosk.visit.terms.sheet import CLOCK

SHAPE, MARK, MARK_ON_SHAPE = "shape", "mark", "mark-on-shape"
"""Styles of cells: the colour of the shape, of marked places, and of marked places on the shape as ground."""

Picture = tuple[tuple[Run, ...], ...]
"""Rows of cells, each as runs of one style; empty cells have an empty style."""


@lru_cache(maxsize=16)
def picture(name: str, columns: int, rows: int, blocks: Blocks) -> Picture | None:
    """Return the picture `name` as large as it fits `columns` × `rows` cells; None if there is none so small.

    It may be smaller than that: its own width is the sum of the cells of its runs.
    """
    if blocks is Blocks.WHOLE_CELLS:
        master = fitting(name, columns // PIXELS, rows // PIXELS)
    else:
        master = fitting(name, columns, rows)
    return drawn(master, blocks) if master else None


def drawn_picture(drawing: Drawing, blocks: Blocks) -> Picture:
    """Return what a page shows in the cells of `drawing`; no rows if the picture does not fit them."""
    if drawing.name != CLOCK:
        return picture(drawing.name, drawing.columns, drawing.rows, blocks) or ()
    cell = PIXELS if blocks is Blocks.WHOLE_CELLS else 1
    rows = min(drawing.rows, drawing.columns // 2) // cell
    return drawn(clock(drawing.share, rows), blocks) if rows else ()


def drawn(master: Master, blocks: Blocks) -> Picture:
    """Return one size of a picture in these blocks; in whole cells it takes twice its columns and rows."""
    wide, size = PIXELS * master.columns, blocks.pixels
    plain = blocks.cells(master.shape, wide)
    rows = []
    for number, cells in enumerate(plain):
        marks = master.marks[number * size : (number + 1) * size]
        shape = master.shape[number * size : (number + 1) * size]
        if any(marks):
            rows.append(_runs([_cell(shape, marks, wide - size - x, blocks) for x in range(0, wide, size)]))
        else:
            rows.append(_runs([(sign, SHAPE if sign != " " else "") for sign in cells]))
    return tuple(rows)


def _cell(shape: Sequence[int], marks: Sequence[int], shift: int, blocks: Blocks) -> tuple[str, str]:
    """Return the block and the style of the cell that `shift` pixels are right of; its rows of shape and marks."""
    places = range(shift + blocks.pixels - 1, shift - 1, -1)
    # 0 ground, 1 shape, 2 marked, from the upper left one on.
    pixels = [(row >> x & 1) + ((row & mark) >> x & 1) for row, mark in zip(shape, marks, strict=True) for x in places]
    if blocks is Blocks.HALVES:
        pixels = [value for left, right in (pixels[:2], pixels[2:]) for value in [max(left, right) if left else 0] * 2]
    marked, plain = pixels.count(2), pixels.count(1)
    if marked and plain and 0 in pixels:  # a cell has two colours
        pixels = [min(value, 1) * (2 if marked >= plain else 1) for value in pixels]
        marked, plain = pixels.count(2), pixels.count(1)
    wanted = 2 if marked else 1
    number = sum(bit for bit, value in zip((1, 2, 4, 8), pixels, strict=False) if value == wanted)
    style = MARK_ON_SHAPE if marked and plain else MARK if marked else SHAPE if plain else ""
    return ("█" if number and blocks is Blocks.WHOLE_CELLS else QUADRANTS[number]), style


def _runs(cells: list[tuple[str, str]]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for sign, style in cells:
        if runs and runs[-1].style == style:
            runs[-1] = Run(runs[-1].text + sign, style)
        else:
            runs.append(Run(sign, style))
    return tuple(runs)
