"""All-large pages: rows of drawn letters are apart by themselves, and higher letters have the rows that they need."""

from __future__ import annotations

import pytest

from kiosk.terminal.drawn import IN_QUADRANTS, IN_WHOLE_CELLS
from kiosk.terminal.drawn.blocks import QUADRANTS, Blocks
from kiosk.terminal.drawn.font import DrawnFont
from kiosk.terminal.lettering import LEAST_ROWS, Drawn
from kiosk.ui.large_rows import Piece, drawn_row, spans_of
from kiosk.visit.layout.page import Row, Segment
from kiosk.visit.layout.part_style import Look

WIDTH, HEIGHT = 240, 67
"""Cells of a terminal with room for all letters; of 80 by 24, too, for those of `SMALL`."""
SMALL = 80, 24
DOWN, UP = "gjpqy,;", "hkldTEÅÉ"
HIGHER = "ếỗẮ", "ẠỢ", "中日한", "\u0410\u0301"


def text_row(text: str) -> Row:
    return (Segment(text, Look.TEXT, 0, 0, len(text)),)


def inked(lettering: Drawn, text: str, width: int, height: int) -> list[bool]:
    """For each row of pixels of a drawn row, True where it has ink."""
    found = []
    for cells in drawn_row([[Piece(text, "")]], lettering, width, height):
        signs = "".join(run.text for run in cells)
        if lettering.font.blocks is Blocks.WHOLE_CELLS:
            found.append("█" in signs)
        else:
            bits = [QUADRANTS.index(sign) for sign in signs]
            found += [any(bit & 3 for bit in bits), any(bit & 12 for bit in bits)]
    return found


@pytest.mark.parametrize("font", [*IN_QUADRANTS, *IN_WHOLE_CELLS], ids=lambda font: f"{font.name}-{font.blocks.value}")
@pytest.mark.parametrize("size", [(WIDTH, HEIGHT), SMALL])
def test_tall_letters_never_touch_the_row_above(font: DrawnFont, size: tuple[int, int]):
    lettering = Drawn(font)
    grid = lettering.grid(*size)
    if grid.height <= LEAST_ROWS:
        pytest.skip("so few rows are kept apart by their grounds")
    rows = [text_row(text) for text in (DOWN, UP) * grid.height][: grid.height]
    spans = spans_of(rows, lettering, size[1])
    assert [span.row for span in spans] == list(range(grid.height))
    pixels: list[bool] = []
    for span in spans:
        pixels += inked(lettering, rows[span.row][0].text, size[0], span.bottom - span.top)
    lines = sum(not before and after for before, after in zip([False, *pixels], pixels, strict=False))
    assert lines >= grid.height, "two rows of letters have no empty pixels between them"


@pytest.mark.parametrize("font", IN_QUADRANTS[:2], ids=lambda font: font.name)
def test_every_row_of_the_terminal_belongs_to_one_row_of_the_page(font: DrawnFont):
    lettering = Drawn(font)
    for height in range(16, 70):
        rows = [text_row("Menu")] * lettering.grid(80, height).height
        spans = spans_of(rows, lettering, height)
        assert [y for span in spans for y in range(span.top, span.bottom)] == list(range(height))


@pytest.mark.parametrize("text", HIGHER)
@pytest.mark.parametrize("font", IN_QUADRANTS[:2], ids=lambda font: font.name)
def test_higher_letters_get_the_empty_row_below_and_are_whole(font: DrawnFont, text: str):
    lettering = Drawn(font)
    grid = lettering.grid(*SMALL)
    lines = grid.lines(text, grid.width)
    if lettering.down(text) == 1:
        assert len(lines) == 1
        return
    assert [line.of(text) for line in lines] == [text, ""]
    rows = [text_row("Title"), text_row(text), text_row(""), text_row("below"), text_row("keys")]
    spans = {span.row: span for span in spans_of(rows, lettering, SMALL[1])}
    assert 2 not in spans
    pixels = inked(lettering, text, SMALL[0], spans[1].bottom - spans[1].top)
    alone = inked(lettering, text, SMALL[0], 12)
    assert sum(pixels) == sum(alone), "some of the letters is cut off"
    assert not pixels[0]
    assert not pixels[-1]


def test_each_segment_begins_in_its_column():
    lettering = Drawn(IN_QUADRANTS[1])
    pieces = [[Piece("▶", "a")], [Piece("1 ", "a")], [Piece("  Menu", "b")]]
    row = drawn_row(pieces, lettering, 80, 4)[1]
    edges = [sum(len(run.text) for run in row[:at]) for at in range(len(row) + 1)]
    styles = {run.style: edges[at] for at, run in reversed(list(enumerate(row)))}
    assert styles["b"] == 3 * lettering.columns + 1, "a cell later, which is air beside what is before it"


def test_a_row_as_wide_as_the_page_is_filled_to_the_edge_of_the_terminal():
    lettering = Drawn(IN_QUADRANTS[0])
    grid = lettering.grid(82, 24)
    row = [[Piece(grid.filled("Menu", grid.width), "band")]]
    assert {run.style for cells in drawn_row(row, lettering, 82, 4) for run in cells if run.text} == {"band"}
