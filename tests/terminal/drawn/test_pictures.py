"""Pictures are drawn with blocks that a terminal has, in two colours a cell at most."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from kiosk.pictures.master import Master, masters, names
from kiosk.terminal.drawn.blocks import QUADRANTS, Blocks
from kiosk.terminal.drawn.pictures import MARK, MARK_ON_SHAPE, SHAPE, drawn, picture

SIGNS = {Blocks.QUADRANTS: set(QUADRANTS), Blocks.HALVES: set(" ▀▄█"), Blocks.WHOLE_CELLS: set(" █")}


@pytest.mark.parametrize("blocks", Blocks)
@pytest.mark.parametrize("name", names())
def test_a_picture_fills_its_cells_with_the_blocks_of_the_terminal(name: str, blocks: Blocks):
    found = picture(name, 48, 24, blocks)
    assert found
    widths = {sum(cell_len(run.text) for run in row) for row in found}
    assert len(widths) == 1
    assert widths.pop() <= 48
    assert len(found) <= 24
    assert {sign for row in found for run in row for sign in run.text} <= SIGNS[blocks]
    assert {run.style for row in found for run in row} <= {"", SHAPE, MARK, MARK_ON_SHAPE}
    assert all(not run.text.strip() for row in found for run in row if not run.style)


def test_in_quadrants_each_pixel_is_where_it_was():
    master = next(each for each in masters("phone").values() if each.rows == 8)
    rows = drawn(master, Blocks.QUADRANTS)
    for y, row in enumerate(rows):
        cells = [QUADRANTS.index(sign) for run in row for sign in run.text]
        for half, bits in enumerate(((1, 2), (4, 8))):
            pixels = "".join(str(int(bool(cell & bit))) for cell in cells for bit in bits)
            assert int(pixels, 2) == master.shape[2 * y + half]


def test_a_cell_that_would_need_three_colours_keeps_the_colour_that_it_has_more_of():
    master = Master(2, 1, (0b1110, 0b0111), (0b1100, 0b0001))
    ((first, *others),) = drawn(master, Blocks.QUADRANTS)
    assert (first.text, first.style) == ("▜", MARK)
    assert [run.style for run in others] == [SHAPE]


def test_a_marked_place_in_the_shape_is_drawn_on_it():
    ((cell,),) = drawn(Master(1, 1, (0b11, 0b11), (0b10, 0b00)), Blocks.QUADRANTS)
    assert (cell.text, cell.style) == ("▘", MARK_ON_SHAPE)


def test_a_picture_for_which_there_is_no_room_is_left_out():
    assert picture("body", 3, 2, Blocks.QUADRANTS) is None
    assert picture("nothing", 80, 24, Blocks.QUADRANTS) is None
    assert picture("phone", 8, 4, Blocks.WHOLE_CELLS) is None, "a cell a pixel needs twice the room"
