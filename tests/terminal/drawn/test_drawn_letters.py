"""No two drawn letters look alike but those that do in print, and none is missing."""

from __future__ import annotations

from collections import defaultdict

import pytest

from kiosk.terminal.drawn import IN_QUADRANTS, IN_WHOLE_CELLS, DrawnFont
from kiosk.terminal.drawn.blocks import QUADRANTS
from kiosk.terminal.drawn.line import draw_row, measure
from kiosk.terminal.drawn.runs import Run

ASCII = "".join(map(chr, range(0x21, 0x7F)))
LATIN_1 = "".join(map(chr, [*range(0xA1, 0xAD), *range(0xAE, 0x100)]))
LATIN_EXTENDED_A = "".join(map(chr, range(0x100, 0x180)))
TYPOGRAPHY = "‘’“”–—…•·°½≥≤±×→←↑↓"
SIGNS = "▶▲◆●┃━•✓"
COVERED = "".join(dict.fromkeys(ASCII + LATIN_1 + LATIN_EXTENDED_A + TYPOGRAPHY + SIGNS))
LOOK_ALIKES = {frozenset("ÐĐ"), frozenset("ĔĚ"), frozenset("ĕě")}
"""The first two are alike in print, too; breve and caron are the same six pixels in the narrow letters."""
FONTS = [*IN_QUADRANTS, *IN_WHOLE_CELLS]
BITMAPS = IN_QUADRANTS[:2]
"""One font for each set of bitmaps."""


def names(font: DrawnFont) -> str:
    return f"{font.name}-{font.columns}x{font.rows}"


def drawn(font: DrawnFont, text: str) -> tuple[str, ...]:
    """The rows of cells of a text, without the air at its right."""
    return tuple("".join(run.text for run in row) for row in draw_row(font, [Run(text)], measure(font, text)))


@pytest.mark.parametrize("font", FONTS, ids=names)
def test_no_covered_letter_is_empty(font: DrawnFont):
    assert [sign for sign in COVERED if not "".join(drawn(font, sign)).strip()] == []


@pytest.mark.parametrize("font", BITMAPS, ids=names)
def test_every_covered_letter_has_a_shape_of_its_own(font: DrawnFont):
    by_shape = defaultdict(list)
    for sign in COVERED:
        by_shape[drawn(font, sign)].append(sign)
    alike = ["".join(signs) for signs in by_shape.values() if len(signs) > 1]
    assert [signs for signs in alike if frozenset(signs) not in LOOK_ALIKES] == []


@pytest.mark.parametrize("font", BITMAPS, ids=names)
def test_letters_that_decide_a_dose_or_a_number_are_clearly_different(font: DrawnFont):
    def pixels(sign: str) -> int:
        return int("".join(f"{QUADRANTS.index(cell):04b}" for row in drawn(font, sign) for cell in row), 2)

    for group in ("0O8", "1Il7", "5S3", "8B6", "2Z", ".,", ":;", "–.", "½1", "mn", "≥>", "≤<", "≥≤"):
        for one in group:
            for other in group:
                if one != other:
                    assert (pixels(one) ^ pixels(other)).bit_count() >= 2, f"{one} and {other}"


def test_the_linux_console_gets_nothing_but_full_blocks():
    for font in IN_WHOLE_CELLS:
        assert set("".join(drawn(font, COVERED))) == {" ", "█"}


def test_an_eight_by_eight_letter_takes_four_rows_of_cells_and_as_many_columns_as_it_needs():
    broad = IN_QUADRANTS[1]
    assert drawn(broad, "Hi.") == (
        "█ ▐▌▝▘   ",
        "█▄▟▌▜▌   ",
        "█ ▐▌▐▌   ",
        "▀ ▝▘▝▀▘▀ ",
    )


@pytest.mark.parametrize("sign", ["ṩ", "g\u0303", "ῷ", "Ѐ", "☃", "⅞", "😀", "❤\ufe0f"])
def test_what_cannot_be_drawn_is_whole_in_the_terminals_own_letters(sign: str):
    """Neither a letter without its marks nor a box is in its place, also inside a word."""
    for font in IN_QUADRANTS:
        for text in (sign, f"a{sign}b"):
            assert any(text in row for row in drawn(font, text))


def test_a_letter_and_its_mark_are_drawn_as_the_one_letter_that_they_make():
    broad = IN_QUADRANTS[1]
    assert drawn(broad, "e\u0301") == drawn(broad, "é")


def test_a_script_without_drawn_letters_is_there_in_the_terminals_own():
    for font in IN_QUADRANTS:
        rows = drawn(font, "ไทย 1")
        assert [row.strip() for row in rows if "ไทย" in row] != []


def test_lines_meet_their_neighbours():
    for font in FONTS:
        assert any(set(row) in ({"▄"}, {"▀"}, {"█"}) for row in drawn(font, "━━━"))
        upright = drawn(font, "┃")
        assert len(set(upright)) == 1
        assert upright[0].strip()


def test_fonts_grow():
    for fonts in (IN_QUADRANTS, IN_WHOLE_CELLS):
        heights = [font.cap_cells for font in fonts]
        assert heights == sorted(set(heights))


@pytest.mark.parametrize("font", FONTS, ids=names)
def test_the_told_height_is_that_of_a_capital(font: DrawnFont):
    """Counted in half cells: the first and the last pixel of an H."""
    halves = []
    for row in drawn(font, "H"):
        bits = [QUADRANTS.index(cell) for cell in row]
        halves += [any(bit & 3 for bit in bits), any(bit & 12 for bit in bits)]
    inked = [at for at, ink in enumerate(halves) if ink]
    assert (inked[-1] - inked[0] + 1) / 2 == font.cap_cells
