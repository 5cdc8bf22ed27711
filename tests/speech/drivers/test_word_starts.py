"""When each word begins, from the lengths of phonemes."""

from __future__ import annotations

from kiosk.speech.drivers.word_starts import Leads, word_starts

ALONE = {"the": "ðə", "end": "ɛnd", "of": "ʌv", "MBC": "ɛmbisi"}
NONE = Leads(0, 0)


def test_words_that_run_together_are_told_apart():
    lengths = [("^", 10), *((sign, 100) for sign in "ðə"), (" ", 50), *((sign, 100) for sign in "ɛndʌvðə"), (".", 50)]
    found = word_starts("the end of the.", lengths, ALONE.__getitem__, NONE)
    assert found == [(0, 3, 0), (4, 3, 210), (8, 2, 560), (11, 3, 760)]


def test_a_sound_that_changed_beside_its_neighbour_is_still_found():
    lengths = [(sign, 100) for sign in "ðiɛndəvðə"]  # "the" before a vowel, "of" without stress
    found = word_starts("the end of the", lengths, ALONE.__getitem__, NONE)
    assert [at for _, _, at in found] == [0, 200, 500, 700]


def test_a_word_begins_in_the_space_in_front_of_it_and_a_little_before():
    lengths = [(sign, 100) for sign in "ðə ˈɛnd"]
    assert word_starts("the end", lengths, ALONE.__getitem__, Leads(30, 70))[1] == (4, 3, 170)


def test_after_a_comma_it_begins_a_little_before_its_own_sound():
    lengths = [(sign, 100) for sign in "ðəː, ɛnd"]
    assert word_starts("the, end", lengths, ALONE.__getitem__, Leads(30, 70))[1] == (5, 3, 430)


def test_no_word_begins_before_the_one_in_front_of_it():
    lengths = [(sign, 10) for sign in "ə ʌv ɛnd"]
    times = [at for _, _, at in word_starts("a of end", lengths, {"a": "ə", **ALONE}.__getitem__, Leads(500, 500))]
    assert times == [0, 0, 30], "nor before the sound in front of it"


def test_the_first_word_begins_with_the_sound():
    lengths = [("^", 100), ("ˈ", 100), *((sign, 100) for sign in "ɛnd")]
    assert word_starts("end", lengths, ALONE.__getitem__, Leads(30, 70)) == [(0, 3, 0)]


def test_without_phonemes_no_word_is_told():
    assert word_starts("the end", [], ALONE.__getitem__, NONE) == []
    assert word_starts("", [("a", 1)], ALONE.__getitem__, NONE) == []
