"""Finds the text sizes that a window has room for, and the size at the start.

Pure. Either the terminal changes its own font (`own_levels`), or letters are drawn (`drawn_levels`).
Capital height = 0.626 × height of a cell in DejaVu Sans Mono; another font has another ratio (`terminal_font`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.terminal.drawn.font import DrawnFont
from kiosk.terminal.lettering import Drawn, Lettering, Plain

CAP_OF_CELL = 0.626
"""Height of a capital letter ÷ height of a cell, if nothing else is known of the font."""
NAMES = ("Normal", "Large", "Very large", "Huge", "Giant")
"""Names of levels from small to large; there are never more."""
HEIGHTS_MM = (4.8, 6.4, 9.0, 12.0)
"""Capital heights if the screen's size is known (VVSG 2.0 7.1-G: 4.8–5.6, 6.4–7.1, 8.5–9.0 mm), and one beyond."""
COLUMNS = (80, 60, 43, 32)
"""Letters per line if it is not known: the same heights on a screen of 15.6 inches."""
LENS = "Lens"
"""The name of the level that shows what sounds, or is chosen, in large letters below the rest."""
ROOM_OF_LENS = (72, 24)
"""Smallest window with a lens."""
START = 2
"""Index of the start size in both."""
START_MM = HEIGHTS_MM[START]
ROOM = (20, 6)
"""Smallest comfortable grid; every page is designed for it."""
DRAWN_ROOM = (20, 5)
"""The same in drawn letters, of which more fit a line."""
TIGHT_ROOM = (20, 4)
"""Smallest grid that a visitor may choose, for larger letters."""


class Window(NamedTuple):
    """The terminal's window; it is assumed to fill the screen."""

    columns: int
    rows: int
    width_mm: float | None = None
    aspect: float = 2.0
    """Height of a cell ÷ its width."""
    cap_of_cell: float = CAP_OF_CELL
    """Height of a capital letter of the terminal's font ÷ height of a cell."""

    @property
    def row_mm(self) -> float | None:
        """Height of a row in mm; None if not known."""
        if self.width_mm is None or self.columns < 1:
            return None
        return self.aspect * self.width_mm / self.columns

    @property
    def cap_mm(self) -> float | None:
        """Height of the terminal's own capital letters in mm; None if not known."""
        return None if self.row_mm is None else self.cap_of_cell * self.row_mm


def drawn_levels(window: Window, fonts: Sequence[DrawnFont]) -> tuple[Lettering, ...]:
    """Return the terminal's own letters and the drawn ones that fit, from small to large."""
    cell_mm = None if window.cap_mm is None else window.cap_mm / window.cap_of_cell
    levels: list[Lettering] = [Plain(NAMES[0], window.cap_mm)]
    if window.columns >= ROOM_OF_LENS[0] and window.rows >= ROOM_OF_LENS[1]:
        large = [Drawn(font) for font in fonts if font.name in ("narrow", "broad")]
        levels.append(Plain(LENS, window.cap_mm, lens=tuple(reversed(large))))
    for font in fonts:
        name = NAMES[sum(not level.lens for level in levels)]
        level = Drawn(font, name, None if cell_mm is None else cell_mm * font.cap_cells)
        grid = level.grid(window.columns, window.rows)
        if _room(grid.width, grid.height, TIGHT_ROOM):
            levels.append(level)
    return tuple(levels)


def drawn_start(window: Window, levels: Sequence[Lettering]) -> int:
    """Return the index of the level at the start.

    If mm are known, the smallest level of at least 9 mm; otherwise the lens. If that leaves too little room, the broad
    drawn letters, or the largest below them with room for a page.
    """
    roomy = [at for at, level in enumerate(levels) if _fits(window, level)]
    for at in roomy:
        if (levels[at].height_mm or 0.0) >= START_MM:
            return at
    if window.cap_mm is None and (lens := next((at for at, level in enumerate(levels) if level.lens), None)):
        return lens
    best = 0
    for at in roomy:
        level = levels[at]
        if isinstance(level, Drawn) and level.font.name in ("narrow", "broad"):
            best = at
    return best


def own_levels(window: Window, size_columns: float) -> tuple[Plain, ...]:
    """Return sizes of the terminal's own font; `size_columns`: any size × the columns that it gives.

    Sizes that leave less than `ROOM` are omitted.
    """
    row_columns = window.rows / max(1, window.columns)
    if window.width_mm is None:
        wanted: list[tuple[float | None, float]] = [(None, float(columns)) for columns in COLUMNS]
    else:
        mm_columns = window.cap_of_cell * window.aspect * window.width_mm
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
    """Return the index of the level of 9 mm, or of the largest below it."""
    return max(0, min(START, len(levels) - 1))


def chosen(setting: str, levels: Sequence[Lettering], otherwise: int) -> int:
    """Return the index of the start level in `device.yaml` (`1` is the smallest), else `otherwise`."""
    return min(len(levels), int(setting)) - 1 if setting.isdecimal() and int(setting) else otherwise


def _room(columns: int, rows: int, needed: tuple[int, int]) -> bool:
    return columns >= needed[0] and rows >= needed[1]


def _fits(window: Window, level: Lettering) -> bool:
    grid = level.grid(window.columns, window.rows)
    return _room(grid.width, grid.height, DRAWN_ROOM if grid.drawn else ROOM)
