"""Runs: pieces of one row of text, each with its own style; and rows of the terminal, cut into them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len


class Run(NamedTuple):
    """A piece of a row of text, or of a row of the terminal."""

    text: str
    style: str = ""
    """The name of its style; the lettering only hands it on."""
    boxed: bool = False
    """True if the style has a ground of its own: drawn letters then keep half a cell of it or more on both sides,
    taken from the space beside them."""
    at: int = -1
    """The cell at which its ground begins, with its letters `AIR` pixels behind; -1 for right behind the run before."""


def as_cells(text: str) -> list[str]:
    """Return the cells of a text: each a character with its marks, or empty behind a wide one."""
    cells: list[str] = []
    for sign in text:
        width = cell_len(sign)
        if width:
            cells += [sign, *[""] * (width - 1)]
        elif cells:
            at = max(number for number, cell in enumerate(cells) if cell)
            cells[at] += sign
    return cells


def cut_into_runs(cells: Sequence[str], edges: Iterable[tuple[int, Run]], width: int, ground: str) -> tuple[Run, ...]:
    """Return `width` cells as runs.

    Args:
        cells: The cells of the row, as a list if any is wide; what is missing is empty, the rest is cut off.
        edges: For each run, the first cell behind it.
        width: Cells of the row.
        ground: The style of what no run covers.
    """
    full: Sequence[str]
    if isinstance(cells, str):
        full = cells.ljust(width)
    else:
        full = [*cells[:width], *[" "] * (width - len(cells))]
        if len(cells) > width > 0 and not cells[width]:
            full = [*full[:-1], " "]  # instead of the first half of a wide letter
    runs: list[Run] = []
    start = 0
    for edge, run in edges:
        end = min(width, edge)
        if end > start:
            runs.append(Run("".join(full[start:end]), run.style, run.boxed))
            start = end
    if start < width:
        runs.append(Run("".join(full[start:width]), ground))
    return tuple(runs)
