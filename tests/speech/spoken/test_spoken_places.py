"""Every spoken sign knows the written ones that it stands for: pauses and spaces too, and what was never seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.spoken.pieces import Pieces
from kiosk.speech.spoken.spoken_form import LONGEST_SPOKEN, LONGEST_WRITTEN, as_spoken, spoken_form
from kiosk.speech.spoken.tables.english import ENGLISH
from kiosk.speech.spoken.tables.spanish import SPANISH
from kiosk.speech.spoken.tables.table import Table


@pytest.mark.parametrize(
    ("text", "spoken", "sign", "written"),
    [
        ("One, two", "One, two", ",", ", "),
        ("One  two", "One two", " ", "  "),
        ("One - two", "One, two", ",", " - "),
        ("One (two) three", "One, two, three", ",", " ("),
        ("One! two", "One! two", "!", "! "),
        ("One.", "One.", ".", "."),
        ("5 mg, now", "5 milligrams, now", ",", ", "),
    ],
)
def test_a_pause_stands_for_all_signs_between_two_words(text: str, spoken: str, sign: str, written: str):
    form = spoken_form(text)
    assert form.text == spoken
    start, length = form.written(form.text.index(sign), 1)
    assert text[start : start + length] == written


def test_a_word_that_the_clinic_says_otherwise_runs_on_where_it_is_part_of_a_longer_one():
    form = spoken_form("Reconjugated", rules=(WordRule("conjug", "konjoog", anywhere=True),))
    assert form.text == "Rekonjoogated"
    assert form.written(form.text.index("konjoog"), 3) == (2, 6)
    assert form.written(form.text.index("ated"), 1) == (8, 1)


def test_each_of_several_rules_says_its_own_word():
    rules = (WordRule("MBC", "em bee see"), WordRule("CT", "see tee"), WordRule("MRI", "em are eye"))
    assert spoken_form("CT, MRI and MBC", rules=rules).text == "see tee, em are eye and em bee see"


@pytest.mark.parametrize("gap", ["\n\n", "\n \n", "\r\r", "\u2028\u2028", "\x85\x85", "\u2029\n"])
def test_an_empty_line_ends_a_sentence(gap: str):
    assert spoken_form(f"Olé one{gap}two").text == "Olé one. two"


def test_a_line_end_alone_does_not():
    assert spoken_form("One\ntwo").text == "One two"


def test_of_several_marks_the_strongest_is_heard_once():
    assert spoken_form("Now,; really?!. Yes,").text == "Now; really? Yes,"


@pytest.mark.parametrize(("text", "said"), [("- One", "One"), ("(One)", "One"), ("… one …", "one"), ("— — one", "one")])
def test_no_pause_stands_at_the_ends(text: str, said: str):
    assert spoken_form(text).text == said


def test_marks_without_a_word_are_nothing():
    assert spoken_form(" ., !").text == ""
    assert spoken_form("").written(0, 1) == (0, 0)


def test_a_text_is_spoken_up_to_its_longest():
    assert len(spoken_form("a " * LONGEST_WRITTEN).text) == LONGEST_WRITTEN - 1
    form = spoken_form("% " * LONGEST_WRITTEN)
    assert len(form.text) == LONGEST_SPOKEN
    start, length = form.written(LONGEST_SPOKEN - 1, 1)
    assert (start + length) <= LONGEST_WRITTEN


def test_what_is_a_spoken_form_already_stays_and_stands_for_itself():
    form = as_spoken("5 mg, Dr. [x]")
    assert form.text == "5 mg, Dr. [x]"
    assert form.written(0, 1) == (0, 1)
    assert form.written(2, 2) == (2, 2)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (ENGLISH, {"dr", "e", "no", "fig", "jan", "mg", "mmhg"}),
        (SPANISH, {"dr", "núm", "pág", "ene", "mg"}),
    ],
    ids=["English", "Spanish"],
)
def test_a_rule_looks_at_the_words_that_its_table_begins_with(table: Table, words: set[str]):
    made = replace(table).triggers
    assert words <= made
    assert made == table.triggers
    assert not {"", "the", "la", "stage"} & made


def test_an_expansion_beside_a_word_is_kept_apart_from_it():
    pieces = Pieces()
    pieces.word("x", 0, 1)
    pieces.expand("percent", 1, 2)
    pieces.word("y", 2, 3)
    assert pieces.finish() == "x percent y"
    assert pieces.spans == [(0, 0, 1, True), (1, 1, 1, False), (2, 1, 2, False), (9, 2, 2, False), (10, 2, 3, True)]


def test_nothing_said_is_nothing():
    pieces = Pieces()
    pieces.expand("", 0, 3)
    assert (pieces.finish(), pieces.spans) == ("", [])


@pytest.mark.parametrize("text", ["e" + "\u0301" * 20 + "x", "\u0301x", "a\u00ad\u200bb\u2060c"])
def test_accents_and_unseen_signs_never_take_a_letter_with_them(text: str):
    form = spoken_form(text)
    for letter in set(form.text) & set("abcx"):
        start, length = form.written(form.text.index(letter), 1)
        assert letter in text[start : start + length]
