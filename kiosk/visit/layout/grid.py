"""The room on the screen, in cells of the present text size, and how it is divided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from rich.cells import cell_len, set_cell_size

from kiosk.visit.layout.wrap import Line, wrap

CUT_OFF = "…"
"""Ends a text that is cut off."""
SMALLEST_WIDTH, SMALLEST_HEIGHT = 12, 4
"""Cells. A smaller screen is laid out as this and cut off when drawn."""
POSTER_HEIGHT = 44
"""Rows from which a title may be large."""
WIDEST_PAGE = 116
"""Cells between the margins."""


class Letters(Protocol):
    """How much room letters take, in cells of a page."""

    def across(self, text: str) -> int:
        """Return how many cells `text` takes; a space at either end is one cell."""

    def down(self, text: str) -> int:
        """Return how many rows `text` takes: two if some of its letters are higher than a row."""


class OwnLetters(NamedTuple):
    """The terminal's own letters."""

    def across(self, text: str) -> int:
        """See `Letters`."""
        return cell_len(text)

    def down(self, text: str) -> int:
        """See `Letters`."""
        return 1


OWN = OwnLetters()


@dataclass(frozen=True)
class Grid:
    """The cells that a page may fill."""

    width: int
    height: int
    lens: int = 0
    """Rows kept for what sounds, or is chosen, in large letters."""
    letters: Letters = OWN
    terminal: tuple[int, int] = (0, 0)
    """Columns and rows of the terminal where letters are drawn: a cell of a page is several of its cells."""
    button_rows: int = 1
    """Rows of a button, at least: more where a finger would need them."""

    def as_text(self) -> str:
        """Return width, height and lens as one word, for a command line; the widths of letters are left out."""
        return f"{self.width}x{self.height}x{self.lens}"

    @classmethod
    def from_text(cls, text: str) -> Grid:
        """Return the grid of which `as_text` made `text`. Raises ValueError for anything else."""
        width, height, lens = map(int, text.split("x"))
        return cls(width, height, lens)

    @property
    def own(self) -> Grid:
        """The same room in terminal cells, for anything that is not text."""
        return Grid(*self.terminal) if self.drawn else Grid(self.width, self.height)

    @property
    def drawn(self) -> bool:
        """True if letters take several cells of the terminal."""
        return self.letters != OWN

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
    def has_pictures(self) -> bool:
        """True if a text has room for a picture at its right."""
        return self.wide and not self.lens and not self.drawn

    @property
    def poster(self) -> bool:
        """True if there is room for a title in large letters."""
        return self.has_pictures and self.height >= POSTER_HEIGHT

    @property
    def frames(self) -> bool:
        """True if there is room for buttons with frames; drawn letters have no lines for them."""
        return self.roomy and self.height - self.lens >= 16 and not self.drawn

    @property
    def rule(self) -> bool:
        """True if there is room for a bar of progress below the title."""
        return self.roomy and self.height - self.lens >= 14

    def measure(self, text: str) -> int:
        """Return how many cells `text` takes across."""
        return self.letters.across(text)

    def filled(self, text: str, width: int) -> str:
        """Return `text` with as many spaces as fill `width` cells."""
        return text + " " * (width - self.measure(text))

    def fitted(self, text: str, width: int) -> str:
        """Return `text` in at most `width` cells, with an ellipsis where it is cut off."""
        if self.measure(text) <= width:
            return text
        if not self.drawn:
            return set_cell_size(text, max(0, width - 1)).rstrip() + CUT_OFF if width > 0 else ""
        kept = text
        while kept and self.measure(kept + CUT_OFF) > width:
            kept = kept[:-1].rstrip()
        return kept + CUT_OFF if kept else ""

    def lines(self, text: str, width: int, start: int = 0, end: int | None = None, language: str = "en") -> list[Line]:
        """Return `text` in lines, see `wrap`; below a line of higher letters comes an empty one, which it fills too."""
        lines = wrap(text, width, start, end, language, self.letters.across)
        if not self.drawn:
            return lines
        below = ([Line(each.end, each.end)] * (self.letters.down(each.of(text)) - 1) for each in lines)
        return [row for line, empty in zip(lines, below, strict=True) for row in (line, *empty)]
