"""Pages in drawn letters: the rows of the terminal that each row of a page gets, and what is drawn in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kiosk.terminal.drawn.line import GAP
from kiosk.terminal.drawn.runs import Run
from kiosk.terminal.lettering import Drawn
from kiosk.visit.layout.page import Row


class Piece(NamedTuple):
    """A piece of a segment, in one style."""

    text: str
    style: str
    """Its name."""
    boxed: bool = False
    """True for the word that sounds."""


class Span(NamedTuple):
    """Rows of the terminal for one row of a page."""

    row: int
    top: int
    bottom: int
    """The first row below it."""


def spans_of(rows: Sequence[Row], lettering: Drawn, height: int) -> list[Span]:
    """Divide `height` rows of the terminal evenly. A row of higher letters also gets those of the empty row below."""
    pixels = lettering.font.blocks.pixels
    # The last row needs no gap below it.
    tops = [at * (height * pixels + GAP) // len(rows) // pixels for at in range(len(rows) + 1)]
    spans: list[Span] = []
    high = False
    for number, row in enumerate(rows):
        text = "".join(segment.text for segment in row)
        if high and not text.strip():
            spans[-1] = spans[-1]._replace(bottom=tops[number + 1])
            high = False
            continue
        spans.append(Span(number, tops[number], tops[number + 1]))
        high = lettering.down(text) > 1
    return spans


def drawn_row(segments: Iterable[Sequence[Piece]], lettering: Drawn, width: int, height: int) -> list[tuple[Run, ...]]:
    """Return `height` rows of cells, the letters in the middle of them.

    Args:
        segments: The row, each segment in pieces of one style; it begins in a column of the page.
        lettering: Drawn letters.
        width: Cells of the terminal. A row as wide as the page is filled up to there.
        height: Rows of the terminal.
    """
    runs: list[Run] = []
    column = 0
    for pieces in segments:
        text = "".join(piece.text for piece in pieces)
        start = column + len(text) - len(text.lstrip(" "))
        place = column
        for piece in pieces:
            inner = piece.text if place < 0 else piece.text.lstrip(" ")
            if place >= 0 and start > column:
                # One cell later, which is air at the right of a key's cap.
                runs.append(Run(" ", piece.style, at=column * lettering.columns + bool(column)))
                column, place = start, start
            if inner:
                runs.append(Run(inner, piece.style, piece.boxed, -1 if place < 0 else place * lettering.columns))
                place = -1
        column = start + lettering.across(text.lstrip(" "))
    full = column >= width // lettering.columns
    runs.append(Run(" ", at=width if full else column * lettering.columns))
    return _in_the_middle(runs, lettering, width, height)


def _in_the_middle(runs: Sequence[Run], lettering: Drawn, width: int, height: int) -> list[tuple[Run, ...]]:
    pixels = lettering.font.blocks.pixels
    spare = max(0, height * pixels - lettering.pixels("".join(run.text for run in runs)))
    above, offset = divmod(spare // 2, pixels)
    rows = lettering.draw_row(runs, width, offset)[-height:]
    air = tuple(run._replace(text=" " * len(run.text)) for run in rows[0])
    return [*[air] * above, *rows, *[air] * (height - above - len(rows))]
