"""How large letters are: how many cells a page may fill, and how its rows become rows of the terminal.

This is the one place where text size enters. `kiosk.terminal.levels` tells which sizes a window has room for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.terminal.drawn.font import DrawnFont
from kiosk.visit.layout.grid import Grid


class Lettering(Protocol):
    """One size of text."""

    @property
    def name(self) -> str:
        """What the visitor is told, such as "Large"; English, to be looked up in the language's words."""

    @property
    def height_mm(self) -> float | None:
        """The height of a capital letter on this screen; None where the screen's size is not known."""

    @property
    def columns(self) -> int:
        """Cells of the terminal that one cell of a page takes, from left to right."""

    @property
    def rows(self) -> int:
        """Cells of the terminal that one row of a page takes."""

    def grid(self, columns: int, rows: int) -> Grid:
        """The cells that a page may fill on a terminal of this size."""

    def draw(self, text: str) -> tuple[str, ...]:
        """`text` as `rows` strings, each `columns` times as wide as `text`."""

    def apart(self, above: str, drawn: Sequence[str]) -> str:
        """The first of the `drawn` strings of a row, so that it does not touch the text `above` it."""


@dataclass(frozen=True)
class Plain:
    """One cell a letter, as the terminal has it."""

    name: str = "Normal"
    height_mm: float | None = None
    size: float | None = None
    """The size to ask the terminal for, in its own points; None where it is left as it is."""
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
