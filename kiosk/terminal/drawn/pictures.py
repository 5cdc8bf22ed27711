"""Draws pictures in block characters: quadrants, half blocks, or whole cells on the Linux console."""

from __future__ import annotations

from kiosk.pictures.master import PIXELS, Master, fitting
from kiosk.terminal.drawn.blocks import QUADRANTS, Blocks
from kiosk.terminal.drawn.runs import Run

SHAPE, MARK, MARK_ON_SHAPE = "shape", "mark", "mark-on-shape"
"""Styles of cells: the colour of the shape, of marked places, and of marked places on the shape as ground."""

Picture = tuple[tuple[Run, ...], ...]
"""Rows of cells, each as runs of one style; empty cells have an empty style."""


def picture(name: str, columns: int, rows: int, blocks: Blocks) -> Picture | None:
    """Return the picture `name` as large as it fits `columns` × `rows` cells; None if there is none so small.

    It may be smaller than that: its own width is the sum of the cells of its runs.
    """
    if blocks is Blocks.WHOLE_CELLS:
        master = fitting(name, columns // PIXELS, rows // PIXELS)
    else:
        master = fitting(name, columns, rows)
    return drawn(master, blocks) if master else None


def drawn(master: Master, blocks: Blocks) -> Picture:
    """Return one size of a picture in these blocks; in whole cells it takes twice its columns and rows."""
    wide = PIXELS * master.columns
    values = [
        [(shape >> x & 1) + ((shape & marks) >> x & 1) for x in range(wide - 1, -1, -1)]
        for shape, marks in zip(master.shape, master.marks, strict=True)
    ]
    size = blocks.pixels
    cells = [
        [
            _cell([values[y + dy][x + dx] for dy in range(size) for dx in range(size)], blocks)
            for x in range(0, wide, size)
        ]
        for y in range(0, len(values), size)
    ]
    return tuple(_runs(row) for row in cells)


def _cell(pixels: list[int], blocks: Blocks) -> tuple[str, str]:
    """Return the block and the style of a cell, from its pixels: 0 ground, 1 shape, 2 marked."""
    if blocks is Blocks.HALVES:
        pixels = [value for left, right in (pixels[:2], pixels[2:]) for value in [max(left, right) if left else 0] * 2]
    marked, shape = pixels.count(2), pixels.count(1)
    if marked and shape and 0 in pixels:  # a cell has two colours
        pixels = [min(value, 1) * (2 if marked >= shape else 1) for value in pixels]
        marked, shape = pixels.count(2), pixels.count(1)
    wanted = 2 if marked else 1
    number = sum(bit for bit, value in zip((1, 2, 4, 8), pixels, strict=False) if value == wanted)
    style = MARK_ON_SHAPE if marked and shape else MARK if marked else SHAPE if shape else ""
    return ("█" if number and blocks is Blocks.WHOLE_CELLS else QUADRANTS[number]), style


def _runs(cells: list[tuple[str, str]]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for sign, style in cells:
        if runs and runs[-1].style == style:
            runs[-1] = Run(runs[-1].text + sign, style)
        else:
            runs.append(Run(sign, style))
    return tuple(runs)
