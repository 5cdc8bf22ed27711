"""The bar that says which key to press, on a page where any key answers: it stands where other pages have choices."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.visit.layout.buttons import FOCUS_SIGN
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page, Row, Segment
from kiosk.visit.layout.part_style import Look
from kiosk.visit.terms.sheet import Part, Role

PRESS_SIGN = f"{FOCUS_SIGN} "
"""Drawn before the words."""
LARGE_ROWS = 6
"""Rows of the bar where its words are drawn in large letters, like those of the lens."""


def press_height(parts: Iterable[Part], grid: Grid, language: str) -> int:
    """Return the rows of the bar, with the empty one above it; 0 for a page without one."""
    part = next((part for part in parts if part.role is Role.PRESS), None)
    return len(_bar(part, 0, grid, language)) if part else 0


def press_rows(page: Page, grid: Grid) -> list[Row]:
    """Return the rows of the bar, with the empty one above it, without the margin."""
    unit = next((unit for unit in page.units if page.part(unit).role is Role.PRESS), None)
    return _bar(page.part(unit), unit.part, grid, page.language) if unit else []


def _bar(part: Part, number: int, grid: Grid, language: str) -> list[Row]:
    air: Row = (Segment(" " * grid.text_width, Look.FOCUS),)
    words: list[Row] = []
    room = grid.text_width - len(PRESS_SIGN)
    for at, line in enumerate(grid.lines(part.text, room, language=language)):
        sign = " " * len(PRESS_SIGN) if at else PRESS_SIGN
        text = Segment(line.of(part.text), Look.FOCUS, number, line.start, line.end)
        rest = Segment(" " * (room - grid.measure(text.text)), Look.FOCUS)
        words.append((Segment(sign, Look.FOCUS), text, rest))
    if grid.lens:
        words = [air] * ((LARGE_ROWS - len(words)) // 2) + words
        words += [air] * (LARGE_ROWS - len(words))
    elif grid.frames:
        words = [air, *words, air]
    return [(), *words] if grid.roomy else words
