"""The layout of choices: a list (a menu), or a bar below a text."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.wrap import wrap
from kiosk.visit.terms.sheet import Choice

FOCUS_SIGN = "▶"
"""Drawn before the focused choice; the others get a space."""
INDENT = 3
"""Cells before a label: focus sign, number, space."""
BETWEEN = 2
"""Cells between two choices, or two hints, in one row."""


def choice_number(number: int) -> str:
    """Return the key that picks choice `number` (0-based), as drawn before its label; empty from the tenth on."""
    return str(number + 1) if number < 9 else ""


def spaced(grid: Grid) -> bool:
    """Return True if the choices of a list have an empty row between them."""
    return grid.height >= 22


def label_lines(choice: Choice, grid: Grid, language: str) -> list[str]:
    """Return the label in lines that fit beside its number; long words are divided as in `language`."""
    return [line.of(choice.label) for line in wrap(choice.label, grid.text_width - INDENT, language=language)]


def list_height(choice: Choice, grid: Grid, language: str) -> int:
    """Return the rows of a choice in a list, including the empty row below it, if any."""
    return len(label_lines(choice, grid, language)) + (1 if spaced(grid) else 0)


def upright(choices: Sequence[Choice], grid: Grid) -> bool:
    """Return True if the bar has room for its choices one below the other."""
    return len(choices) <= grid.height // 8


def side_by_side(choices: Sequence[Choice], grid: Grid) -> list[list[int]] | None:
    """Return the choices in each row of the bar; None if they need more rows than it may have."""
    rows: list[list[int]] = [[]]
    used = 0
    for number, choice in enumerate(choices):
        width = INDENT + cell_len(choice.label)
        if width > grid.text_width:
            return None
        if rows[-1] and used + BETWEEN + width > grid.text_width:
            rows.append([])
            used = 0
        used += width + (BETWEEN if rows[-1] else 0)
        rows[-1].append(number)
    return rows if len(rows) <= (2 if grid.roomy else 1) else None


def bar_height(choices: Sequence[Choice], grid: Grid, language: str) -> int:
    """Return the rows of the bar. It does not depend on the focus, so the text above never jumps."""
    if not choices:
        return 0
    if upright(choices, grid):
        return sum(len(label_lines(choice, grid, language)) for choice in choices)
    rows = side_by_side(choices, grid)
    return len(rows) if rows else max(len(label_lines(choice, grid, language)) for choice in choices)
