"""The choices below a text: side by side, one below the other, or the one in focus alone."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.visit.layout.buttons import (
    GAP,
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

LINES_WITH_LENS = 2
MOST_LINES_ALONE = 2
"""Rows of the choice in focus where it stands alone."""


def bar_height(choices: Sequence[Choice], framed: bool, grid: Grid, language: str) -> int:
    """Return the rows of the bar. It does not depend on the focus, so the text above never jumps."""
    if not choices:
        return 0
    lines = _lines(choices, grid)
    if framed and _can_be_framed(lines, grid):
        return framed_rows(grid)
    alone = (lines_of(each, grid.text_width, grid, language, MOST_LINES_ALONE) for each in choices)
    return len(lines) * grid.button_rows or max(plain_rows(each, grid) for each in alone)


def bar_rows(choices: Sequence[Choice], focus: int, framed: bool, grid: Grid, language: str) -> list[Row]:
    """Return the rows of the bar, without the margin."""
    if not choices:
        return []
    lines = _lines(choices, grid)
    if not lines:
        at = max(0, focus)
        return plain_button(choices[at], at, True, grid.text_width, grid, language, MOST_LINES_ALONE)
    rows: list[Row] = []
    for line in lines:
        rows += side_by_side([
            framed_button(choices[at], at, at == focus, width, grid, language)
            if framed and _can_be_framed(lines, grid)
            else plain_button(choices[at], at, at == focus, width, grid, language, most=1)
            for at, width in line
        ])  # fmt: skip
    return rows


def hides_choices(choices: Sequence[Choice], grid: Grid) -> bool:
    """Return True if only the choice in focus is shown."""
    return bool(choices) and not _lines(choices, grid)


def _can_be_framed(lines: list[list[tuple[int, int]]], grid: Grid) -> bool:
    return grid.frames and len(lines) == 1


def _lines(choices: Sequence[Choice], grid: Grid) -> list[list[tuple[int, int]]]:
    """Return number and width of the buttons in each row; empty if the choices need more rows than they may have."""
    most = max(1, (LINES_WITH_LENS if grid.lens else grid.height // 8) // grid.button_rows)
    found: list[list[tuple[int, int]]] = [[]]
    used = 0
    for number, choice in enumerate(choices):
        width = min(indent(grid) + grid.measure(choice.label) + (2 if choice.level else 0) + 1, grid.text_width)
        if found[-1] and used + GAP + width > grid.text_width:
            found.append([])
            used = 0
        used += width + (GAP if found[-1] else 0)
        found[-1].append((number, width))
    return found if len(found) <= most else []
