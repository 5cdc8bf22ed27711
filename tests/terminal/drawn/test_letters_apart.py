"""Drawn letters of two rows do not melt into one shape."""

from __future__ import annotations

import pytest

from kiosk.terminal.drawn import IN_QUADRANTS, IN_WHOLE_CELLS
from kiosk.terminal.drawn.blocks import QUADRANTS, Blocks
from kiosk.terminal.drawn.font import DrawnFont

FONTS = pytest.mark.parametrize("font", [*IN_QUADRANTS, *IN_WHOLE_CELLS], ids=lambda font: f"{font.name}-{font.rows}")


def below(font: DrawnFont, above: str, text: str) -> tuple[str, ...]:
    """`text` as it is drawn below `above`."""
    drawn = font.draw(text)
    return (font.apart(above, drawn), *drawn[1:])


def last_pixels(font: DrawnFont, line: str) -> set[int]:
    """Where the lowest row of pixels of some cells has ink."""
    return inked(font, line, 4, 8)


def first_pixels(font: DrawnFont, line: str) -> set[int]:
    """Where the uppermost row of pixels of some cells has ink."""
    return inked(font, line, 1, 2)


def inked(font: DrawnFont, line: str, left: int, right: int) -> set[int]:
    if font.blocks is Blocks.WHOLE_CELLS:
        return {x for x, sign in enumerate(line) if sign == "█"}
    cells = [QUADRANTS.index(sign) for sign in line]
    return {2 * x for x, cell in enumerate(cells) if cell & left} | {
        2 * x + 1 for x, cell in enumerate(cells) if cell & right
    }


def touching(font: DrawnFont, above: str, first: str) -> set[int]:
    """Pixels of `first` that touch the text `above`, corner to corner too."""
    over = last_pixels(font, font.draw(above)[-1])
    return {x for x in first_pixels(font, first) if over & {x - 1, x, x + 1}}


@FONTS
@pytest.mark.parametrize("descender", "pqgyj,;")
@pytest.mark.parametrize("tall", "hklbdHELpT7")
def test_a_tall_letter_stays_away_from_the_descender_above_it(font: DrawnFont, descender: str, tall: str):
    drawn = below(font, descender, tall)
    assert not touching(font, descender, drawn[0])
    assert drawn[1:] == font.draw(tall)[1:], "it loses nothing but its top"


def test_only_what_touches_goes():
    broad = IN_QUADRANTS[1]
    assert below(broad, "a a", "hhh") == broad.draw("hhh"), "nothing reaches down"
    shortened = below(broad, "apa", "hhh")
    whole, cells = broad.draw("hhh"), broad.columns
    assert shortened[0][:cells] == whole[0][:cells]
    assert shortened[0][cells : 2 * cells] != whole[0][cells : 2 * cells]
    assert shortened[0][2 * cells :] == whole[0][2 * cells :]


@FONTS
def test_an_i_keeps_its_dot_and_a_letter_its_accent(font: DrawnFont):
    for text in ("i", "j", "ï"):
        for descender in "pqgy":
            assert below(font, descender, text) == font.draw(text), f"{text} below {descender}"


def test_a_bar_along_several_rows_is_one_bar():
    for font in IN_QUADRANTS:
        assert below(font, "┃ p", "┃ p")[0] == font.draw("┃ p")[0]


def test_a_shorter_or_longer_row_above_does_no_harm():
    broad = IN_QUADRANTS[1]
    assert below(broad, "", "hello") == broad.draw("hello")
    assert below(broad, "pppppppppp", "h")[0] == below(broad, "p", "h")[0]
    assert below(broad, "p", "") == ("",) * broad.rows


def test_another_script_is_left_as_it_is():
    broad = IN_QUADRANTS[1]
    assert below(broad, "ppp", "中 h") == broad.draw("中 h")
    assert below(broad, "中文", "h") == broad.draw("h")
