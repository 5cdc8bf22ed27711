"""What is written is said as a nurse would say it, and no text can give the engine a command."""

import re
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.spoken.spoken_form import LONGEST_SPOKEN, LONGEST_WRITTEN, SpokenForm, spoken_form

HERE = Path(__file__).parent


def cases(language: str) -> list[tuple[str, str]]:
    """The pairs in `spoken_form_<language>.txt`: what is written => what is said."""
    lines = (HERE / f"spoken_form_{language}.txt").read_text(encoding="utf-8").split("\n")
    pairs = (line.partition(" =>") for line in lines if line and not line.startswith("# "))
    return [(written, said.removeprefix(" ")) for written, _, said in pairs]


@pytest.mark.parametrize(("written", "said"), cases("en"))
def test_english_is_said_as_the_table_says(written, said):
    assert spoken_form(written).text == said


@pytest.mark.parametrize(("written", "said"), cases("es"))
def test_spanish_is_said_as_the_table_says(written, said):
    assert spoken_form(written, "es").text == said


def test_the_tables_are_long_enough_to_trust():
    assert len(cases("en")) >= 220
    assert len(cases("es")) >= 80


@pytest.mark.parametrize("written", ["<b>Rest</b> now", "Rest<br/>now", 'Rest <a href="x.org">now</a>', "<H2>Rest now"])
def test_tags_of_web_pages_are_not_heard(written):
    assert spoken_form(written).text == "Rest now"


# Which written words are lit


def lit(text: str, spoken_word: str, language: str = "en", rules: tuple[WordRule, ...] = ()) -> str:
    """The written words that are lit while `spoken_word` sounds."""
    form = spoken_form(text, language, rules)
    start, length = form.written(form.text.index(spoken_word), len(spoken_word))
    return text[start : start + length]


@pytest.mark.parametrize(
    ("text", "spoken_word", "written"),
    [
        ("You are not alone.", "not", "not"),
        ("You are not alone.", "You", "You"),
        ("Take 5 mg (two pills) now.", "milligrams", "5 mg"),
        ("Take 5 mg (two pills) now.", "two", "two"),
        ("Take 5 mg (two pills) now.", "now", "now"),
        ("At 100.4 °F or more", "Fahrenheit", "100.4 °F"),
        ("At 100.4 °F or more", "more", "more"),
        ("Call 555-0142 today", "zero one", "555-0142"),
        ("Call 911 today", "nine", "911"),
        ("BP 140/90 is high", "over", "140/90"),
        ("BP 140/90 is high", "pressure", "BP"),
        ("rest, e.g. sleep", "example", "e.g."),
        ("rest, e.g. sleep", "sleep", "sleep"),
        ("stage IV, then rest", "4", "IV"),
        ("“I feel unwell” helps", "unwell", "unwell"),
        ("“I feel unwell” helps", "helps", "helps"),
        ("an im\u00admune cell", "immune", "im\u00admune"),
        ("cafe\u0301 time", "time", "time"),
        ("cafe\u0301 time", "café", "cafe\u0301"),
        ("bone-strengthening care", "bone-strengthening", "bone-strengthening"),
    ],
)
def test_the_lit_word_is_the_one_that_sounds(text, spoken_word, written):
    assert lit(text, spoken_word) == written


def test_a_position_out_of_range_is_no_mistake():
    form = spoken_form("Two words")
    assert form.written(0, 999) == (0, 9)
    assert form.written(-5, 0) == (0, 1)
    assert form.written(500, 3) == (8, 1)
    assert SpokenForm("").written(3, 4) == (0, 0)


# The clinic's own pronunciations


def test_a_rule_holds_for_whole_words_only():
    rules = (WordRule("live", "liv"),)
    assert spoken_form("Live well, alive and live.", rules=rules).text == "liv well, alive and liv."


def test_a_rule_may_hold_inside_words():
    rules = (WordRule("conjugate", "conjugit", anywhere=True),)
    assert spoken_form("Two conjugates.", rules=rules).text == "Two conjugits."
    assert lit("Two conjugates.", "conjugits", rules=rules) == "conjugates"


def test_capitals_count_where_the_rule_has_them():
    rules = (WordRule("MBC", "metastatic breast cancer"), WordRule("Xeloda", "zeloda"))
    assert spoken_form("MBC mbc XELODA", rules=rules).text == "metastatic breast cancer mbc zeloda"


@pytest.mark.parametrize(("written", "said"), [case for case in cases("en") if "HER2" in case[0]])
def test_all_around_a_word_of_the_clinics_own_is_said_as_it_is_without(written, said):
    rules = (WordRule("HER2", "that marker"),)
    assert spoken_form(written, rules=rules).text == said.replace("her 2", "that marker")


def test_a_rule_goes_before_all_others_that_begin_before_it():
    rules = (WordRule("HER2", "that marker"),)
    assert spoken_form("ER/HER2 and FISH/HER2−", rules=rules).text == "E-R that marker and fish that marker negative"


def test_the_longest_rule_goes_first_and_before_all_other_words():
    rules = (WordRule("PET", "pet picture"), WordRule("PET-CT", "pet see tee"), WordRule("5 mg", "one pill"))
    assert spoken_form("A PET-CT, 5 mg.", rules=rules).text == "A pet see tee, one pill."


def test_a_rule_of_another_language_is_left_alone():
    rules = (WordRule("live", "liv", language="es"), WordRule("well", "wel", language="en"))
    assert spoken_form("live well", rules=rules).text == "live wel"


@pytest.mark.parametrize("write", ["", " ", "(", "[", "a|b", "\\", ".*", "(?P<x>", "\ud800", "a" * 5000])
@pytest.mark.parametrize("say", ["", "[[h@]]", "<x>", "\\pau\\", "ok"])
def test_a_bad_rule_never_stops_the_voice(write, say):
    said = spoken_form("Words (and more) stay.", rules=(WordRule(write, say, None, True),)).text
    assert not set("[]<>\\") & set(said)


def test_what_a_rule_says_cannot_command_the_engine():
    assert spoken_form("hello", rules=(WordRule("hello", "<b>[[h@]]</b> 5 mg"),)).text == "h at, 5 milligrams"


# Any text at all

ANY_TEXT = st.text(max_size=200) | st.text(
    alphabet="aA1 .,-–/()[]<>\\°%½5x:'\"IVXMRH2@_+#&\n\u00ad\u0301¿", max_size=60
)
PARTS = [written for language in ("en", "es") for written, _ in cases(language)]
MIXED_TEXT = st.builds(
    lambda parts, between: between.join(parts),
    st.lists(st.sampled_from(PARTS) | st.text(max_size=2), max_size=7),
    st.sampled_from(["", " ", "-", "–", "/", ".", "(", "\n", ":"]),
)
ANY_TEXT |= MIXED_TEXT
SAFE = re.compile(r"[^\W_]|[ .,;:!?'-]")


@given(ANY_TEXT, st.sampled_from(["en", "es", "fr", "", "??"]))
def test_nothing_but_letters_digits_and_plain_marks_reaches_the_engine(text, language):
    spoken = spoken_form(text, language).text
    unsafe = {sign for sign in spoken if not SAFE.match(sign)}
    assert {sign for sign in unsafe if not unicodedata.category(sign).startswith("M")} == set()
    spoken.encode("utf-8")


@given(ANY_TEXT, st.sampled_from(["en", "es"]))
def test_the_lit_place_is_always_in_the_text_and_never_goes_back(text, language):
    form = spoken_form(text, language)
    last = 0
    for at in range(len(form.text)):
        start, length = form.written(at, 1)
        assert 0 <= start <= start + length <= len(text)
        assert start >= last
        last = start
    begin, length = form.written(0, len(form.text))
    assert 0 <= begin <= begin + length <= len(text)


@given(st.lists(st.text(alphabet="abcdefghijkz", min_size=1, max_size=9), min_size=1, max_size=9))
def test_small_letters_that_mean_nothing_stay_as_they_are(words):
    text = " ".join(f"{word}qy" for word in words)
    form = spoken_form(text)
    assert form.text == text
    assert all(form.written(at, 1) == (at, 1) for at in range(len(text)))


@given(ANY_TEXT, st.text(max_size=5), st.text(max_size=5), st.booleans())
def test_no_rule_and_no_text_can_stop_it(text, write, say, anywhere):
    form = spoken_form(text, rules=(WordRule(write, say, None, anywhere),))
    start, length = form.written(0, len(form.text))
    assert 0 <= start <= start + length <= len(text)


HUGE = [
    "a" * 100_000, "1" * 100_000, "(" * 100_000, "a.b" * 50_000, "1-" * 50_000, "I, " * 50_000,
    "www." * 30_000, "a/" * 50_000, "A." * 50_000, "9,9" * 40_000, "<" * 99_999, "½" * 9_999,
]  # fmt: skip
"""`bench.bounds` measures how long these take."""


@pytest.mark.parametrize("text", HUGE)
def test_a_huge_text_is_cut(text):
    form = spoken_form(text)
    assert len(form.text) <= LONGEST_SPOKEN
    start, length = form.written(0, len(form.text))
    assert start + length <= LONGEST_WRITTEN


def test_every_single_character_is_said_or_left_out():
    for code in [*range(0x3000), *range(0xD7F0, 0xE010), *range(0xFE00, 0x10000), 0x1F600, sys.maxunicode]:
        spoken_form(f"a{chr(code)}b {chr(code)}")
