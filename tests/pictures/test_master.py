"""Each picture is there in sizes that read, and the largest that fits is found."""

from __future__ import annotations

import pytest

from kiosk.pictures.clock import clock
from kiosk.pictures.master import PIXELS, fitting, masters, names, parsed, written

EVERYWHERE = ("emergency", "urgent", "routine", "phone", "speaker", "speaker-off", "headphones")
"""Small enough for a button."""


@pytest.mark.parametrize("name", names())
def test_each_picture_is_there_in_several_sizes_of_the_same_proportions(name: str):
    sizes = list(masters(name))
    heights = {rows for _, rows in sizes}
    assert {8, 12, 16, 24} <= heights
    shapes = [columns / rows for columns, rows in sizes if rows > 4]
    assert max(shapes) / min(shapes) < 1.15


@pytest.mark.parametrize("name", names())
def test_no_pixel_lies_outside_and_no_place_is_marked_outside_the_shape(name: str):
    for master in masters(name).values():
        assert len(master.shape) == len(master.marks) == PIXELS * master.rows
        for shape, marks in zip(master.shape, master.marks, strict=True):
            assert shape < 1 << PIXELS * master.columns
            assert marks & ~shape == 0


@pytest.mark.parametrize("name", EVERYWHERE)
def test_a_sign_has_room_beside_a_word(name: str):
    assert fitting(name, 10, 4)


def test_the_largest_size_that_fits_is_taken():
    found = fitting("phone", 30, 13)
    assert found
    assert (found.columns, found.rows) == (24, 12)
    assert fitting("phone", 30, 7) == fitting("phone", 8, 4)
    assert fitting("phone", 5, 2) is None
    assert fitting("no-such-picture", 80, 24) is None


def test_the_body_has_its_places_marked_at_each_size():
    for master in masters("body").values():
        inked = [y for y, marks in enumerate(master.marks) if marks]
        assert inked[0] < len(master.marks) // 6, "the brain"
        assert inked[-1] > 0.75 * len(master.marks), "the bones of the legs"


def test_the_three_levels_have_outlines_of_their_own():
    """So that they are told apart without colours and without what is inside them."""
    outlines = set()
    for name in ("emergency", "urgent", "routine"):
        master = masters(name)[next(size for size in masters(name) if size[1] == 8)]
        outlines.add(tuple(row.bit_length() * 100 // (PIXELS * master.columns) for row in master.shape))
    assert len(outlines) == 3


def test_what_is_written_is_read_as_it_was():
    assert parsed(written(masters("body"), "A body.")) == masters("body")


def test_a_file_with_a_row_too_few_is_refused():
    with pytest.raises(ValueError, match="rows"):
        parsed("2x1\n0\n")


def test_the_clock_empties_from_the_top_on():
    full, half, empty = (clock(share, 8) for share in (1.0, 0.5, 0.0))
    counts = [sum(row.bit_count() for row in each.marks) for each in (full, half, empty)]
    assert counts[0] == pytest.approx(2 * counts[1], rel=0.1)
    assert counts[2] == 0
    assert sum(row.bit_count() for row in empty.shape) > 0, "the rim stays"
    right = (1 << half.columns) - 1
    assert all(row & ~right == 0 for row in half.marks), "what is left begins at the top and goes to the right"
