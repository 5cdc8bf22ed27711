"""The ruler for voices counts what a listener would count as wrong, and nothing else."""

from __future__ import annotations

import pytest

from bench.voices.limits import CLEAN, MOST_WRONG, faults, talk
from bench.voices.words import sounds_of, word_errors, words_of


@pytest.mark.parametrize(
    ("said", "heard", "wrong"),
    [
        ("Call us about these.", "call us about these", 0),
        ("trouble with your sight", "trouble with your side", 1),
        ("Bowel changes", "Mouth changes now", 2),
        ("one two three", "", 3),
    ],
)
def test_words_that_are_taken_for_others_left_out_or_put_in_are_wrong(said: str, heard: str, wrong: int):
    assert word_errors(words_of(said), words_of(heard)) == wrong


@pytest.mark.parametrize(("said", "heard"), [("U-S", "US"), ("X-ray", "x-ray"), ("¿Dónde está?", "donde esta")])
def test_signs_accents_and_letters_said_one_by_one_are_no_errors(said: str, heard: str):
    assert words_of(said) == words_of(heard)


@pytest.mark.parametrize(("said", "heard"), [("avise", "avice"), ("hacer", "aser"), ("vez", "bes"), ("quien", "kien")])
def test_what_sounds_the_same_in_spanish_is_the_same(said: str, heard: str):
    assert sounds_of(said, "es") == sounds_of(heard, "es")


def test_english_words_are_left_as_they_are_written():
    assert sounds_of("voice", "en") == "voice"


def test_a_voice_beyond_a_limit_is_told():
    assert faults("en", {CLEAN: 2.0, talk(5): 5.0}, 4.0) == []
    assert len(faults("en", {CLEAN: 2.1, talk(5): 5.1, talk(0): 90.0}, 3.9)) == 3
    assert ("es", talk(5)) in MOST_WRONG
