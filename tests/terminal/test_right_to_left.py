"""Arabic and Persian come out joined and turned round; everything else comes out as it went in."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kiosk.content.model.library import Library
from kiosk.terminal.right_to_left import as_drawn, is_right_to_left


@pytest.mark.parametrize("text", ["", "Main menu", "Menú 1 (uno)", "日本語", "12:30", "Привет", "…"])
def test_what_is_not_right_to_left_stays(text: str):
    assert as_drawn(text) == text


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("\u0628", "\ufe8f"),  # beh alone
        ("\u0628\u0628\u0628", "\ufe90\ufe92\ufe91"),  # first, middle, last: drawn from the right
        ("\u0628\u0627\u0628", "\ufe8f\ufe8e\ufe91"),  # alef does not join what follows
        ("\u0633\u0644\u0627\u0645", "\ufee1\ufefc\ufeb3"),  # lam and alef are one sign
        ("\u0644\u0627", "\ufefb"),
        ("\u06a9\u06cc", "\ufbfd\ufb90"),  # Persian kaf and yeh
        ("\u05e9\u05dc\u05d5\u05dd", "\u05dd\u05d5\u05dc\u05e9"),  # Hebrew is turned, and joins nothing
    ],
)
def test_letters_are_joined_and_turned_round(text: str, drawn: str):
    assert as_drawn(text) == drawn


def test_numbers_and_latin_words_keep_their_direction():
    assert as_drawn("\u05d0 911 \u05d1 555-0142 \u05d2 HER2") == "HER2 \u05d2 555-0142 \u05d1 911 \u05d0"
    assert as_drawn("\u05d0 Cancer Research UK \u05d1") == "\u05d1 Cancer Research UK \u05d0"


def test_brackets_are_mirrored():
    assert as_drawn("\u05d0 (\u05d1)") == "(\u05d1) \u05d0"


def test_a_mark_stays_with_its_letter():
    beh_fatha = "\u0628\u064e"
    assert as_drawn(beh_fatha + beh_fatha) == "\ufe90\u064e\ufe91\u064e"


def test_the_shipped_sentences_keep_their_letters_and_get_no_wider(library: Library):
    sentences = [told.help for told in library.languages if told.right_to_left]
    assert len(sentences) == 2
    for sentence in sentences:
        drawn = as_drawn(sentence)
        assert sorted(unicodedata.normalize("NFKC", drawn)) == sorted(unicodedata.normalize("NFC", sentence))
        assert cell_len(drawn) <= cell_len(sentence)
        assert drawn[0] == sentence[-1] == "."


@given(st.text(st.sampled_from("\u0628\u0627\u0644\u0645\u064e\u06a9\u05d0 aB1.,()-"), max_size=30))
def test_nothing_is_lost_whatever_stands_in_a_row(text: str):
    drawn = as_drawn(text)
    mirrored = str.maketrans("()", "||")
    before, after = unicodedata.normalize("NFKC", text), unicodedata.normalize("NFKC", drawn)
    assert sorted(before.translate(mirrored)) == sorted(after.translate(mirrored))
    assert is_right_to_left(text) or drawn == text
