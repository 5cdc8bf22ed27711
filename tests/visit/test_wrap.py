"""Lines hold whole words, and know which characters they show."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kiosk.visit.wrap import wrap


def lines_of(text: str, width: int) -> list[str]:
    return [line.of(text) for line in wrap(text, width)]


def test_lines_break_at_white_space_only():
    assert lines_of("Shortness of breath, or trouble breathing", 16) == ["Shortness of", "breath, or", "trouble", "breathing"]


def test_a_word_wider_than_the_line_is_divided_with_a_hyphen():
    assert lines_of("multidisciplinary", 10) == ["multidisc-", "iplinary"]


def test_wide_characters_count_as_two_cells():
    assert lines_of("乳がん です", 6) == ["乳がん", "です"]


def test_an_empty_text_has_no_line():
    assert wrap("", 10) == []
    assert wrap("   ", 10) == []


@given(st.text(max_size=200), st.integers(2, 40))
def test_every_character_that_is_not_space_stands_in_exactly_one_line(text: str, width: int):
    covered = []
    for line in wrap(text, width):
        covered += range(line.start, line.end)
        if line.end - line.start > 1:
            assert cell_len(line.of(text)) <= max(width, 3)
    assert len(covered) == len(set(covered))
    assert {at for at, sign in enumerate(text) if not sign.isspace()} <= set(covered)
