"""One size of drawn letters."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.terminal.drawn.blocks import Blocks


@dataclass(frozen=True)
class DrawnFont:
    """Letters of one size; `kiosk.terminal.drawn.line` draws them. Nothing is loaded until the first text is drawn."""

    name: str
    columns: int
    """Terminal cells per column of a page."""
    rows: int
    """Terminal cells per letter, down, including accents and descenders."""
    cap_cells: float
    """Height of a capital letter, in cells."""
    bitmaps: str
    """The bitmaps to draw: `6x8` or `8x8`."""
    blocks: Blocks
    """Pixels of a cell."""
    doubled: frozenset[int] = frozenset()
    """Rows of pixels that are drawn twice, for taller letters."""
