"""The room on the screen, in cells of the present text size, and how it is divided."""

from __future__ import annotations

from dataclasses import dataclass

SMALLEST_WIDTH, SMALLEST_HEIGHT = 12, 4
"""Cells. A smaller screen is laid out as this and cut off when drawn."""
WIDEST_PAGE = 116
"""Cells between the margins."""


@dataclass(frozen=True)
class Grid:
    """The cells that a page may fill."""

    width: int
    height: int
    letter_columns: int = 1
    letter_rows: int = 1
    """Terminal cells per letter, across and down."""
    lens: int = 0
    """Rows kept for what sounds, or is chosen, in large letters."""

    def as_text(self) -> str:
        """Return the numbers as one word, for a command line."""
        return "x".join(map(str, vars(self).values()))

    @classmethod
    def from_text(cls, text: str) -> Grid:
        """Return the grid of which `as_text` made `text`. Raises ValueError or TypeError for anything else."""
        return cls(*map(int, text.split("x")))

    @property
    def own(self) -> Grid:
        """The same room in terminal cells, for anything that is not text."""
        return Grid(self.width * self.letter_columns, self.height * self.letter_rows)

    @property
    def roomy(self) -> bool:
        """True if there is room for a title on every page."""
        return self.width >= 36 and self.height >= 12

    @property
    def spacious(self) -> bool:
        """True if there is also room for empty rows between paragraphs."""
        return self.roomy and self.height - self.lens >= 16

    @property
    def margin(self) -> int:
        """Empty cells on each side."""
        if self.width < 24:
            return 0
        return 1 if self.width < 44 else max(2, (self.width - WIDEST_PAGE) // 2)

    @property
    def text_width(self) -> int:
        """Cells per line of text."""
        return max(SMALLEST_WIDTH, self.width) - 2 * self.margin

    @property
    def long_labels(self) -> bool:
        """True if the choices below a text have room for labels of more than a word."""
        return self.width >= 76 and not self.lens

    @property
    def wide(self) -> bool:
        """True if there is room beside a list or a text."""
        return self.width >= 100 and self.roomy

    @property
    def frames(self) -> bool:
        """True if there is room for buttons with frames; drawn letters have no lines for them."""
        return self.roomy and self.height - self.lens >= 16 and self.letter_rows == 1

    @property
    def rule(self) -> bool:
        """True if there is room for a bar of progress below the title."""
        return self.roomy and self.height - self.lens >= 14
