"""A list of choices that is the content of a page: a menu, or the care cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from kiosk.visit.layout.buttons import (
    GAP,
    TALL_FRAMED_ROWS,
    framed_button,
    framed_rows,
    indent,
    lines_of,
    plain_button,
    plain_rows,
    side_by_side,
)
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Row
from kiosk.visit.terms.sheet import Choice

TWO_COLUMNS = 56
"""Cells of text from which a list may have two columns."""
WIDEST = 56
"""Cells of the only column of a list; a wider button looks stretched."""
WIDEST_IF_LONG = 72
"""The same for long labels, on a wide screen."""


class Arrangement(NamedTuple):
    """How the choices of one list are laid out, the same on all its pages."""

    columns: int
    framed: bool
    width: int
    """Cells of each button."""
    gap: int
    """Empty rows below each choice."""
    high: int = 0
    """Rows of a button with a frame."""


def arrangement(choices: Sequence[Choice], rows: int, grid: Grid, language: str) -> Arrangement:
    """Return the roomiest arrangement of `choices` in `rows` rows; if they need more pages, the tightest."""
    one = min(grid.text_width, WIDEST) if grid.roomy else grid.text_width
    if grid.wide and not _in_one_line(choices, one):
        one = min(grid.text_width, WIDEST_IF_LONG)
    if grid.frames:
        for high in (max(TALL_FRAMED_ROWS, framed_rows(grid)), framed_rows(grid)):
            if len(choices) * high <= rows and _in_one_line(choices, one):
                return Arrangement(1, True, one, 0, high)
        half = (grid.text_width - GAP) // 2
        high = -(-len(choices) // 2) * framed_rows(grid)
        if grid.text_width >= TWO_COLUMNS and high <= rows and _in_one_line(choices, half):
            return Arrangement(2, True, half, 0)
    one = grid.text_width if not _in_one_line(choices, one) else one
    lines = sum(plain_rows(lines_of(choice, one, grid, language), grid) for choice in choices)
    return Arrangement(1, False, one, 1 if grid.roomy and lines + len(choices) <= rows else 0)


def width_of(laid: Arrangement) -> int:
    """Return the cells of all columns together."""
    return laid.width * laid.columns + GAP * (laid.columns - 1)


def pages(
    choices: Sequence[Choice], laid: Arrangement, first: int, rows: int, grid: Grid, language: str
) -> list[range]:
    """Return which choices each page holds: the first page has room for `first` rows of them, the others for `rows`."""
    if laid.framed:
        return [range(len(choices))]
    found: list[range] = []
    start, used, room = 0, 0, first
    for number, choice in enumerate(choices):
        needed = plain_rows(lines_of(choice, laid.width, grid, language), grid) + laid.gap
        if number > start and used + needed - laid.gap > room:
            found.append(range(start, number))
            start, used, room = number, 0, rows
        used += needed
    return [*found, range(start, len(choices))]


def rows_of(
    choices: Sequence[Choice], shown: range, focus: int, laid: Arrangement, grid: Grid, language: str
) -> list[Row]:
    """Return the rows of the choices `shown`, without the margin; two columns are counted down the first one."""
    buttons = [
        framed_button(choices[at], at, at == focus, laid.width, grid, language, laid.high)
        if laid.framed
        else plain_button(choices[at], at, at == focus, laid.width, grid, language)
        for at in shown
    ]
    if laid.columns == 1:
        return [row for button in buttons for row in [*button, *[()] * laid.gap]]
    high = -(-len(buttons) // laid.columns)
    columns = [buttons[start : start + high] for start in range(0, len(buttons), high)]
    return [row for at in range(high) for row in side_by_side([column[at] for column in columns if at < len(column)])]


def _in_one_line(choices: Sequence[Choice], width: int) -> bool:
    """Return True if every label fits one row of a framed button of `width` cells."""
    signs = (2 if choice.level else 0 for choice in choices)
    return all(cell_len(choice.label) + sign <= width - indent(Grid(80, 24)) - 1
               for choice, sign in zip(choices, signs, strict=True))  # fmt: skip
