"""Letters of their own widths: rows of text at any half cell, in runs of one style each, that never touch."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kiosk.content.model.languages import language_of
from kiosk.terminal.drawn import IN_QUADRANTS, IN_WHOLE_CELLS
from kiosk.terminal.drawn.blocks import QUADRANTS, Blocks
from kiosk.terminal.drawn.glyphs import DIGITS, glyph
from kiosk.terminal.drawn.runs import Run
from kiosk.terminal.lettering import Drawn, Lettering, Plain

LANGUAGES = Path(__file__).parents[3] / "content" / "languages.yaml"
LETTERINGS: list[Lettering] = [Plain(), *(Drawn(font) for font in (*IN_QUADRANTS, *IN_WHOLE_CELLS))]
DRAWN = [each for each in LETTERINGS if isinstance(each, Drawn)]
BROAD = Drawn(IN_QUADRANTS[1])
VIETNAMESE = "ăâđêôơưắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựạảẹẻẽịỉĩọỏụủũỳỵỷỹẮẾỘỢỰ"
GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"
STANDING_ALONE = {"Latn", "Grek", "Cyrl", "Hans", "Hant", "Jpan", "Kore"}
"""Scripts whose letters stand one after another, each in the same shape everywhere; Serbian has letters of its own."""
CYRILLIC = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяєіїґЄІЇҐ"


def named(lettering: Lettering) -> str:
    return f"{lettering.font.name}-{lettering.font.blocks.name}" if isinstance(lettering, Drawn) else "plain"


EACH = pytest.mark.parametrize("lettering", LETTERINGS, ids=named)
EACH_DRAWN = pytest.mark.parametrize("lettering", DRAWN, ids=named)


def texts(rows: list[tuple[Run, ...]]) -> list[str]:
    return ["".join(run.text for run in row) for row in rows]


def pixels(lettering: Drawn, text: str, offset: int = 0) -> list[set[int]]:
    """Where each row of pixels has ink."""
    rows = texts(lettering.draw_row([Run(text)], lettering.measure(text), offset))
    if lettering.font.blocks is Blocks.WHOLE_CELLS:
        return [{x for x, cell in enumerate(row) if cell == "█"} for row in rows]
    found = []
    for row in rows:
        bits = [QUADRANTS.index(cell) for cell in row]
        for left, right in ((1, 2), (4, 8)):
            found.append(
                {2 * x for x, bit in enumerate(bits) if bit & left}
                | {2 * x + 1 for x, bit in enumerate(bits) if bit & right}
            )
    return found


def different(lettering: Drawn, one: str, other: str) -> int:
    """How many pixels differ where the two fit each other best."""
    a, b = pixels(lettering, one), pixels(lettering, other)
    return min(
        sum(len({x + shift for x in left} ^ right) for left, right in zip(a, b, strict=True)) for shift in range(-3, 4)
    )


@EACH_DRAWN
@pytest.mark.parametrize(
    ("one", "other"),
    ["0O", "0o", "1l", "1I", "lI", "5S", "8B", "2Z", "6b", ("rn", "m"), ("cl", "d"), ("vv", "w"), ("nn", "m")],
)
def test_letters_that_decide_a_dose_or_a_word_are_told_apart(lettering: Drawn, one: str, other: str):
    assert different(lettering, one, other) >= 3


@EACH_DRAWN
@pytest.mark.parametrize("above", ["gjpqy,;", "ạẹọ", "中日한"])
@pytest.mark.parametrize("below", ["hkldTEÅ", "ếỗẮ", "中日한"])
def test_rows_of_text_never_touch(lettering: Drawn, above: str, below: str):
    font = lettering.font
    per_cell = font.blocks.pixels
    place = 0
    inked: list[list[int]] = []
    for text in (above, below, above, below):
        place_in_cells, offset = divmod(place, 2)
        rows = pixels(lettering, text, offset)
        inked.append([place_in_cells * per_cell + y for y, row in enumerate(rows) if row])
        place += lettering.pitch(text)
    for upper, lower in pairwise(inked):
        assert upper[-1] + 1 < lower[0]
        assert upper[-1] // per_cell < lower[0] // per_cell, "they have ink in one row of cells"


@EACH
@given(text=st.text(max_size=30), width=st.integers(0, 90), offset=st.integers(0, 1), grounded=st.booleans())
def test_a_row_is_as_wide_and_as_high_as_it_was_said_to_be(
    lettering: Lettering, text: str, width: int, offset: int, grounded: bool
):
    rows = lettering.draw_row([Run(text, "text")], width, offset, "focus" if grounded else None)
    assert len(rows) == lettering.height(text, offset, grounded)
    assert {cell_len(row) for row in texts(rows)} == {width}


@EACH
@given(pieces=st.lists(st.text("abc gW1.,Жếп", max_size=9), max_size=6))
def test_a_text_takes_at_most_what_its_pieces_take(lettering: Lettering, pieces: list[str]):
    assert lettering.measure("".join(pieces)) <= sum(lettering.measure(piece) for piece in pieces)


@EACH
def test_styles_move_no_letter(lettering: Lettering):
    whole = texts(lettering.draw_row([Run("about any of the signs")], 300))
    runs = [Run("about "), Run("any", "word", boxed=True), Run(" of the "), Run("signs", "other")]
    drawn = lettering.draw_row(runs, 300)
    assert texts(drawn) == whole
    assert {"word", "other"} <= {run.style for row in drawn for run in row}


def test_a_word_with_a_ground_of_its_own_has_some_of_it_on_both_sides():
    for before in ("a ", "ab ", "i ", "ii ", "1. "):
        for word in ("signs", "sign", "i", "HH"):
            row = BROAD.draw_row([Run(before), Run(word, "word", boxed=True), Run(" below")], 80)
            boxes = [run.text for runs in row for run in runs if run.style == "word"]
            assert len(boxes) == BROAD.height()
            assert not any(QUADRANTS.index(box[0]) & 5 for box in boxes), "its left pixels are free"
            assert not any(QUADRANTS.index(box[-1]) & 10 for box in boxes), "and its right ones"


@EACH_DRAWN
def test_a_row_with_a_ground_is_filled_from_edge_to_edge_with_air_around_its_letters(lettering: Drawn):
    rows = lettering.draw_row([Run("Help gpq", "focus")], 300, ground="focus")
    assert all({run.style for run in row} == {"focus"} for row in rows)
    inked = [QUADRANTS.index(cell) if cell in QUADRANTS else 0 for cell in texts(rows)[0]]
    assert not any(bits & 3 for bits in inked), "nothing in the upper half of the first row"
    assert not any(QUADRANTS.index(cell) & 12 for cell in texts(rows)[-1]), "nor in the lower half of the last"


@EACH_DRAWN
def test_every_digit_is_equally_wide(lettering: Drawn):
    font = lettering.font
    assert len({found.advance for digit in DIGITS if (found := glyph(font.bitmaps, font.doubled, digit))}) == 1


def test_a_line_holds_more_letters_than_in_a_grid():
    assert BROAD.measure("When to seek care") <= 0.85 * BROAD.columns * len("When to seek care")


@EACH_DRAWN
def test_lines_meet_their_neighbours(lettering: Drawn):
    assert any(
        len(set(row)) == 1 and row.strip() for row in texts(lettering.draw_row([Run("━━━")], lettering.measure("━━━")))
    )


@EACH_DRAWN
@pytest.mark.parametrize("script", [VIETNAMESE, GREEK, CYRILLIC], ids=["Vietnamese", "Greek", "Cyrillic"])
def test_each_letter_of_a_script_has_a_shape_and_differs_from_its_base(lettering: Drawn, script: str):
    shapes = {sign: tuple(map(frozenset, pixels(lettering, sign))) for sign in script}
    assert all(any(rows) for rows in shapes.values())
    if script == VIETNAMESE:
        assert len(set(shapes.values())) == len(script)


@EACH_DRAWN
def test_what_help_with_languages_says_is_drawn_in_each_script_whose_letters_stand_alone(lettering: Drawn):
    for entry in yaml.safe_load(LANGUAGES.read_text(encoding="utf-8"))["languages"]:
        if entry["language"] == "sr" or language_of(entry["language"]).script not in STANDING_ALONE:
            continue
        text = f"{entry['name']}: {entry['help']}"
        rows = "".join(texts(lettering.draw_row([Run(text)], lettering.measure(text))))
        assert set(rows) <= set(QUADRANTS), entry["language"]


def test_another_script_is_there_in_the_terminals_own_letters_between_drawn_ones():
    rows = texts(BROAD.draw_row([Run("a "), Run("ةمدخلا هذه", "own"), Run(" 1")], 60))
    assert sum("ةمدخلا هذه" in row for row in rows) == 1
    assert {cell_len(row) for row in rows} == {60}
