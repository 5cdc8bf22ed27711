"""Lettering: how many cells a page may fill in one text size, and how its rows become rows of the terminal.

Text size enters only here. `kiosk.terminal.levels` finds the sizes that a window has room for.

A page counts in cells of `columns` cells of the terminal, so that its columns line up; letters have widths of their
own, and `across` says how many cells of a page a text takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rich.cells import cell_len

from kiosk.terminal.drawn import line
from kiosk.terminal.drawn.font import DrawnFont
from kiosk.terminal.drawn.runs import Run, as_cells, cut_into_runs
from kiosk.visit.layout.grid import Grid

LENS_ROWS = 14
"""Rows of the lens: three lines of the broad drawn letters."""
LEAST_ROWS = 4
"""Rows of a page that letters need to be drawn. Of so few, two may touch where they have the same ground."""


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
        """Terminal cells per letter, down."""

    @property
    def lens(self) -> tuple[Lettering, ...]:
        """The larger letters, largest first, for what sounds or is chosen; empty if all letters are alike."""

    def grid(self, columns: int, rows: int) -> Grid:
        """Return the cells that a page may fill on a terminal of this size."""

    def measure(self, text: str) -> int:
        """Return how many cells of the terminal `text` takes across.

        At most the sum of what its pieces take, as letters begin at any half cell.
        """

    def pitch(self, text: str = "") -> int:
        """Return how many half cells below the top of a row with this text the next row begins.

        It differs with the text: Chinese, and Vietnamese letters with two accents, are higher than others.
        """

    def height(self, text: str = "", offset: int = 0, grounded: bool = False) -> int:
        """Return how many rows `draw_row` returns for this text."""

    def draw_row(
        self, runs: Sequence[Run], width: int, offset: int = 0, ground: str | None = None
    ) -> list[tuple[Run, ...]]:
        """Draw one row of text; return its rows of cells, each as runs that are `width` cells wide together.

        Args:
            runs: The text, in pieces of one style each. Letters keep their places whatever the styles are, so a word
                that is highlighted does not move. Put text from right to left in its order for drawing before.
            width: Cells of the terminal; text that is longer is cut off.
            offset: 1 to begin half a cell lower, in drawn letters of quadrants.
            ground: The style of all cells that no run covers, from edge to edge, for a row with a ground of its own.
                Drawn letters then have half a cell of it above and below, which `offset` is part of. None: the style
                of these cells is an empty name.
        """


@dataclass(frozen=True)
class Plain:
    """The terminal's own letters, one cell each."""

    name: str = "Normal"
    height_mm: float | None = None
    size: float | None = None
    """The size to ask the terminal for, in points; None to leave it unchanged."""
    columns: int = 1
    rows: int = 1
    lens: tuple[Lettering, ...] = ()

    def grid(self, columns: int, rows: int) -> Grid:
        """See `Lettering`."""
        return Grid(columns, rows, lens=LENS_ROWS if self.lens else 0)

    def measure(self, text: str) -> int:
        """See `Lettering`."""
        return cell_len(text)

    def pitch(self, text: str = "") -> int:
        """See `Lettering`."""
        return 2

    def height(self, text: str = "", offset: int = 0, grounded: bool = False) -> int:
        """See `Lettering`."""
        return 1

    def draw_row(
        self, runs: Sequence[Run], width: int, offset: int = 0, ground: str | None = None
    ) -> list[tuple[Run, ...]]:
        """See `Lettering`."""
        cells: list[str] = []
        edges = []
        for run in runs:
            cells += as_cells(run.text)
            edges.append((len(cells), run))
        return [cut_into_runs(cells, edges, width, ground or "")]


@dataclass(frozen=True)
class Drawn:
    """Letters of several cells each, in block characters."""

    font: DrawnFont
    name: str = "Large"
    height_mm: float | None = None

    @property
    def lens(self) -> tuple[Lettering, ...]:
        """See `Lettering`."""
        return ()

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
        height = max(line.rows_in(self.font, rows), min(LEAST_ROWS, rows // self.font.rows))
        return Grid(columns // self.font.columns, height, letters=self, terminal=(columns, rows))

    def pixels(self, text: str) -> int:
        """Return how many pixels a row with this text is high."""
        return line.pixels_down(self.font, text)

    def across(self, text: str) -> int:
        """See `kiosk.visit.layout.grid.Letters`."""
        inner = text.strip(" ")
        return len(text) - len(inner) + -(-line.measure(self.font, inner) // self.columns)

    def down(self, text: str) -> int:
        """See `kiosk.visit.layout.grid.Letters`."""
        return 2 if line.is_high(self.font, text) else 1

    def measure(self, text: str) -> int:
        """See `Lettering`."""
        return line.measure(self.font, text)

    def pitch(self, text: str = "") -> int:
        """See `Lettering`."""
        return line.pitch(self.font, text)

    def height(self, text: str = "", offset: int = 0, grounded: bool = False) -> int:
        """See `Lettering`."""
        return line.cells_down(self.font, text, offset, grounded)

    def draw_row(
        self, runs: Sequence[Run], width: int, offset: int = 0, ground: str | None = None
    ) -> list[tuple[Run, ...]]:
        """See `Lettering`."""
        return line.draw_row(self.font, runs, width, offset, ground)
