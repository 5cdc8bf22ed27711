"""Lettering: how many cells a page may fill in one text size, and how its rows become rows of the terminal.

Text size enters only here. `kiosk.terminal.levels` finds the sizes that a window has room for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.terminal.drawn.font import DrawnFont
from kiosk.visit.layout.grid import Grid


class Lettering(Protocol):
    """One text size."""

    @property
    def name(self) -> str:
        """Its name for visitors, such as "Large", in English; the key of the translation."""

    @property
    def height_mm(self) -> float | None:
        """Height of a capital letter in mm; None if the screen's size is not known."""

    @property
    def columns(self) -> int:
        """Terminal cells per cell of a page, across."""

    @property
    def rows(self) -> int:
        """Terminal cells per row of a page."""

    def grid(self, columns: int, rows: int) -> Grid:
        """Return the cells that a page may fill on a terminal of this size."""

    def draw(self, text: str) -> tuple[str, ...]:
        """Return `text` as `rows` strings, each `columns` times as wide as `text`."""

    def apart(self, above: str, drawn: Sequence[str]) -> str:
        """Return the first of the `drawn` strings of a row, changed so that it does not touch the text `above` it."""


@dataclass(frozen=True)
class Plain:
    """The terminal's own letters, one cell each."""

    name: str = "Normal"
    height_mm: float | None = None
    size: float | None = None
    """The size to ask the terminal for, in points; None to leave it unchanged."""
    columns: int = 1
    rows: int = 1

    def grid(self, columns: int, rows: int) -> Grid:
        """See `Lettering`."""
        return Grid(columns, rows)

    def draw(self, text: str) -> tuple[str, ...]:
        """See `Lettering`."""
        return (text,)

    def apart(self, above: str, drawn: Sequence[str]) -> str:
        """See `Lettering`."""
        return drawn[0]


@dataclass(frozen=True)
class Drawn:
    """Letters of several cells each, in block characters."""

    font: DrawnFont
    name: str = "Large"
    height_mm: float | None = None

    @property
    def columns(self) -> int:
        """See `Lettering`."""
        return self.font.columns

    @property
    def rows(self) -> int:
        """See `Lettering`."""
        return self.font.rows

    def grid(self, columns: int, rows: int) -> Grid:
        """See `Lettering`."""
        wide, high = self.font.columns, self.font.rows
        return Grid(columns // wide, rows // high, wide, high)

    def draw(self, text: str) -> tuple[str, ...]:
        """See `Lettering`."""
        return self.font.draw(text)

    def apart(self, above: str, drawn: Sequence[str]) -> str:
        """See `Lettering`."""
        return self.font.apart(above, drawn)
