"""Lines hold whole words, and know which characters they show."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kiosk.visit.layout.wrap import wrap


def lines_of(text: str, width: int, language: str = "en") -> list[str]:
    return [line.of(text) for line in wrap(text, width, language=language)]


def test_lines_break_at_white_space_only():
    assert lines_of("Shortness of breath, or trouble breathing", 16) == [
        "Shortness of",
        "breath, or",
        "trouble",
        "breathing",
    ]


def test_a_word_wider_than_the_line_is_divided_with_a_hyphen():
    assert lines_of("multidisciplinary", 10) == ["multidis-", "ciplinary"]


@pytest.mark.parametrize(
    ("word", "width", "lines"),
    [
        ("metastatic", 9, ["metastat-", "ic"]),
        ("metastatic", 8, ["meta-", "static"]),
        ("(metastatic).", 9, ["(meta-", "static)."]),
        ("Immunotherapy", 9, ["Immuno-", "therapy"]),
        ("immunotherapy", 5, ["immu-", "no-", "ther-", "apy"]),
        ("check-ups/tests", 10, ["check-ups/", "tests"]),
    ],
)
def test_medical_words_are_divided_as_dictionaries_do(word: str, width: int, lines: list[str]):
    assert lines_of(word, width) == lines


def test_a_word_that_nothing_is_known_of_keeps_two_letters_on_either_side():
    assert lines_of("xxxxxxxxxxx", 11) == ["xxxxxxxxxxx"]
    assert lines_of("xxxxxxxxxxx", 10, "tlh") == ["xxxxxxxxx-", "xx"]
    assert lines_of("1234567890", 9) == ["12345678-", "90"]


@pytest.mark.parametrize(
    ("word", "width", "language", "lines"),
    [
        ("appointments", 9, "en", ["appoint-", "ments"]),
        ("multidisciplinario", 12, "es", ["multidisci-", "plinario"]),
        ("Gesundheitsversorgung", 16, "de", ["Gesundheitsver-", "sorgung"]),
    ],
)
def test_other_words_are_divided_by_their_language(word: str, width: int, language: str, lines: list[str]):
    pytest.importorskip("pyphen")
    assert lines_of(word, width, language) == lines


def test_the_patterns_are_only_loaded_when_a_word_does_not_fit():
    code = (
        "import sys; from kiosk.visit.layout.wrap import wrap; "
        "wrap('Shortness of breath', 12); print('pyphen' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


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
