"""How much room the screen has, in cells, once the text size is counted in; and how it is divided."""

from __future__ import annotations

from dataclasses import dataclass

SMALLEST_WIDTH, SMALLEST_HEIGHT = 12, 4
"""Cells; anything smaller is laid out as this and drawn as far as it goes."""
LONGEST_LINE = 76
"""Cells; longer lines are hard to follow back to the next one."""


@dataclass(frozen=True)
class Grid:
    """The cells that a page may fill."""

    width: int
    height: int
    letter_columns: int = 1
    letter_rows: int = 1
    """Cells of the terminal that one of these takes, across and down."""

    @property
    def own(self) -> Grid:
        """The same room in cells of the terminal, for what is no letter."""
        return Grid(self.width * self.letter_columns, self.height * self.letter_rows)

    @property
    def roomy(self) -> bool:
        """Whether there is room for a title on every page and for space between paragraphs."""
        return self.width >= 36 and self.height >= 12

    @property
    def spacious(self) -> bool:
        """Whether there is room for empty rows between paragraphs."""
        return self.roomy and self.height >= 16

    @property
    def margin(self) -> int:
        """Empty cells at the left and at the right."""
        if self.width < 44:
            return 0
        return max(2, (self.width - LONGEST_LINE) // 2)

    @property
    def text_width(self) -> int:
        """Cells in which text may stand."""
        return max(SMALLEST_WIDTH, self.width) - 2 * self.margin

    @property
    def footer_rows(self) -> int:
        """Rows at the bottom for hints and status."""
        return 2 if self.height >= 20 else 1

    @property
    def rule(self) -> bool:
        """Whether a line is drawn below the title."""
        return self.roomy and self.height >= 16
