"""Which sizes of text a window has room for, and which one a visitor meets first.

Pure. Either the terminal changes its own font (`own_levels`), or letters are drawn (`drawn_levels`).
Capital height = 0.626 × height of a cell (DejaVu Sans Mono).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.terminal.drawn.font import DrawnFont
from kiosk.terminal.lettering import Drawn, Lettering, Plain

CAP_OF_CELL = 0.626
"""Height of a capital ÷ height of a cell."""
NAMES = ("Normal", "Large", "Very large", "Huge", "Giant")
"""Levels by rank; no list of levels is longer."""
HEIGHTS_MM = (4.8, 6.4, 9.0, 12.0)
"""Capital heights where the screen's size is known (VVSG 2.0 7.1-G: 4.8–5.6, 6.4–7.1, 8.5–9.0 mm), and one beyond."""
COLUMNS = (80, 60, 43, 32)
"""Letters in a line where it is not: what those heights give on a screen of 15.6 inches."""
START = 2
"""Index into both of the size at the start."""
START_MM = HEIGHTS_MM[START]
ROOM = (20, 6)
"""Cells that a page needs to be comfortable: every page is designed for them."""
TIGHT_ROOM = (20, 4)
"""Cells that a visitor may choose to make do with, for the sake of larger letters."""


@dataclass(frozen=True)
class Window:
    """The terminal's window; for mm it is taken to fill the screen."""

    columns: int
    rows: int
    width_mm: float | None = None
    aspect: float = 2.0
    """Height of a cell ÷ its width."""

    @property
    def cap_mm(self) -> float | None:
        """The height of the terminal's own capitals."""
        if self.width_mm is None or self.columns < 1:
            return None
        return CAP_OF_CELL * self.aspect * self.width_mm / self.columns


def drawn_levels(window: Window, fonts: Sequence[DrawnFont]) -> tuple[Lettering, ...]:
    """The terminal's own letters, then the drawn ones for which there is room, from small to large."""
    cell_mm = None if window.cap_mm is None else window.cap_mm / CAP_OF_CELL
    levels: list[Lettering] = [Plain(NAMES[0], window.cap_mm)]
    for font in fonts:
        if _room(window.columns // font.columns, window.rows // font.rows, TIGHT_ROOM):
            levels.append(Drawn(font, NAMES[len(levels)], None if cell_mm is None else cell_mm * font.cap_cells))
    return tuple(levels)


def drawn_start(window: Window, levels: Sequence[Lettering]) -> int:
    """The index of the level that a visitor meets first.

    Where mm are known, the smallest of at least 9 mm; else, or where that leaves too little room, the broad drawn
    letters, or the largest below them with room for a page.
    """
    roomy = [at for at, level in enumerate(levels) if _fits(window, level)]
    for at in roomy:
        if (levels[at].height_mm or 0.0) >= START_MM:
            return at
    best = 0
    for at in roomy:
        level = levels[at]
        if isinstance(level, Drawn) and level.font.name in ("narrow", "broad"):
            best = at
    return best


def own_levels(window: Window, size_columns: float) -> tuple[Plain, ...]:
    """Sizes of the terminal's own font; `size_columns` is any size × the columns that it gives.

    Sizes that would leave less than `ROOM` are left out.
    """
    row_columns = window.rows / max(1, window.columns)
    if window.width_mm is None:
        wanted: list[tuple[float | None, float]] = [(None, float(columns)) for columns in COLUMNS]
    else:
        mm_columns = CAP_OF_CELL * window.aspect * window.width_mm
        wanted = [(mm, mm_columns / mm) for mm in HEIGHTS_MM]
    levels: list[Plain] = []
    for mm, columns in wanted:
        size = round(2 * size_columns / columns) / 2
        if size < 4 or (levels and size == levels[-1].size):
            continue
        columns = size_columns / size
        if levels and not _room(int(columns), int(columns * row_columns), ROOM):
            break
        levels.append(Plain(NAMES[len(levels)], mm, size))
    return tuple(levels)


def own_start(levels: Sequence[Plain]) -> int:
    """The index of the level of 9 mm, or what stands in its place."""
    return max(0, min(START, len(levels) - 1))


def chosen(setting: str, levels: Sequence[Lettering], otherwise: int) -> int:
    """The start level that `device.yaml` names (`1` is the smallest), else `otherwise`."""
    return min(len(levels), int(setting)) - 1 if setting.isdecimal() and int(setting) else otherwise


def _room(columns: int, rows: int, needed: tuple[int, int]) -> bool:
    return columns >= needed[0] and rows >= needed[1]


def _fits(window: Window, level: Lettering) -> bool:
    return _room(window.columns // level.columns, window.rows // level.rows, ROOM)
