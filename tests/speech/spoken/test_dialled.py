"""A telephone number that is known as one is said as it is dialled, whatever country it is of."""

from __future__ import annotations

import re
from itertools import pairwise

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers.shortdata import _AVAILABLE_REGION_CODES as SHORT_REGIONS

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.spoken.spoken_form import LONGEST_WRITTEN, SpokenForm, spoken_form
from kiosk.speech.spoken.tables.english import ENGLISH
from kiosk.speech.spoken.tables.spanish import SPANISH

TABLES = {"en": ENGLISH, "es": SPANISH}
FORMATS = (phonenumbers.PhoneNumberFormat.INTERNATIONAL, phonenumbers.PhoneNumberFormat.NATIONAL)
KINDS = (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE)
SENTENCES = {"en": "Call us at {}. Or come in.", "es": "Llámenos al {}. O venga."}


def examples() -> list[str]:
    """Example numbers of all countries, as they are written at home and abroad."""
    found = {}
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in KINDS:
            if number := phonenumbers.example_number_for_type(region, kind):
                found |= dict.fromkeys(phonenumbers.format_number(number, form) for form in FORMATS)
    return list(found)


def emergencies() -> list[str]:
    """The emergency numbers of all countries."""
    found = set()
    for region in SHORT_REGIONS:
        about = phonenumbers.PhoneMetadata.short_metadata_for_region(region)
        if about and about.emergency and about.emergency.national_number_pattern:
            digits = re.compile(about.emergency.national_number_pattern)
            found |= {
                f"{n:0{size}d}" for size in (2, 3, 4) for n in range(10**size) if digits.fullmatch(f"{n:0{size}d}")
            }
            found |= {about.emergency.example_number} - {None}
    return sorted(found)


def say(number: str, language: str, before: str = "", after: str = "") -> SpokenForm:
    """A text in which `number` is known as a number."""
    at = len(before)
    return spoken_form(f"{before}{number}{after}", language, numbers=((at, at + len(number)),))


def in_digits(said: str, language: str) -> list[str]:
    """The groups that are said, in digits."""
    names = {name: str(digit) for digit, name in enumerate(TABLES[language].digits)}
    groups = [[names[word] for word in re.findall(r"\w+", group) if word in names] for group in said.split(",")]
    return ["".join(group) for group in groups if group]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_digit_of_a_number_of_any_country_is_said_by_itself_in_its_groups(language: str):
    numbers = examples()
    assert len(numbers) > 700
    before, after = SENTENCES[language].split("{}")
    for number in numbers:
        said = say(number, language, before, after).text
        assert said.startswith(before), number
        assert said.endswith(after), number
        assert in_digits(said[len(before) : -len(after)], language) == re.findall(r"\d+", number), said
        assert not re.search(r"\d", said), number


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_emergency_number_of_any_country_is_never_one_large_number(language: str):
    numbers = emergencies()
    assert {"911", "112", "999", "107", "000", "15", "1669"} <= set(numbers)
    for number in numbers:
        said = say(number, language).text
        assert said == " ".join(TABLES[language].digits[int(digit)] for digit in number)


SAID = """
107 => one zero seven => uno cero siete
555-0142 => five five five, zero one four two => cinco cinco cinco, cero uno cuatro dos
+44 20 7188 => plus four four, two zero, seven one eight eight => más cuatro cuatro, dos cero, siete uno ocho ocho
(212) 555-1212 => two one two, five five five, one two one two => dos uno dos, cinco cinco cinco, uno dos uno dos
555 ext. 5 => five five five, extension five => cinco cinco cinco, extensión cinco
555 x5 => five five five, extension five => cinco cinco cinco, extensión cinco
555, anexo 30 => five five five, extension three zero => cinco cinco cinco, extensión tres cero
1-800-FLOWERS => one, eight zero zero, F-L-O-W-E-R-S => uno, ocho cero cero, F-L-O-W-E-R-S
1-800-4-Cancer => one, eight zero zero, four, C-A-N-C-E-R => uno, ocho cero cero, cuatro, C-A-N-C-E-R
13 11 20 => one three, one one, two zero => uno tres, uno uno, dos cero
112 or 110 => one one two or one one zero => uno uno dos or uno uno cero
*67 => star six seven => asterisco seis siete
#31# => pound three one, pound => numeral tres uno, numeral
"""


@pytest.mark.parametrize("line", SAID.strip().split("\n"))
def test_it_is_said_as_people_say_it(line: str):
    number, english, spanish = line.split(" => ")
    assert say(number, "en").text == english
    assert say(number, "es").text == spanish


def test_a_language_whose_words_the_kiosk_does_not_have_says_the_digits_itself():
    assert say("+33 1 4234", "fr", "Appelez le ").text == "Appelez le 3 3, 1, 4 2 3 4"
    assert say("٠١٢-٣٤", "ar").text == "0 1 2, 3 4"


def test_the_group_that_sounds_is_the_group_that_is_highlighted():
    form = say("212-555-0100", "en", "Call ", " now.")
    for said, written in (("two one two", "212"), ("five five", "555"), ("zero one", "0100"), ("now", "now")):
        start, length = form.written(form.text.index(said), len(said))
        assert "Call 212-555-0100 now."[start : start + length] == written


def test_no_word_of_the_clinics_own_is_heard_in_a_number():
    rules = (WordRule("555", "wrong", None, True), WordRule("ext", "wrong"), WordRule("Call", "Ring"))
    said = spoken_form("Call 555-0100 ext. 3", "en", rules, ((5, 20),)).text
    assert said == "Ring five five five, zero one zero zero, extension three"


def test_a_number_of_signs_that_are_not_plain_is_said_too():
    said = spoken_form("Ca\u0301ll\u200b +４４\u00a0２０\u2011７ now", "en", numbers=((7, 15),)).text
    assert said == "Cáll plus four four, two zero, seven now"


written = st.from_regex(r"\+?[0-9]{1,4}(?:[ ./-][0-9]{1,5}){0,4}", fullmatch=True)
around = st.text(st.characters(exclude_categories=["Nd", "Nl", "No"]), max_size=40)


@given(written, around, around, st.sampled_from(["en", "es"]))
def test_whatever_is_around_it_every_digit_is_said_once_and_in_order(
    number: str, before: str, after: str, language: str
):
    form = say(number, language, before, after)
    names = TABLES[language].digits
    heard = [
        (start, word.group())
        for word in re.finditer(r"\w+", form.text)
        if word.group() in names
        for start in [form.written(word.start(), 1)[0]]
        if len(before) <= start < len(before) + len(number)
    ]
    assert [str(names.index(word)) for _, word in heard] == re.findall(r"\d", number)
    assert all(first <= second for (first, _), (second, _) in pairwise(heard))


spans = st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=4)


@given(st.text(max_size=50), spans, st.sampled_from(["en", "es", "fr"]))
def test_any_spans_give_some_spoken_form(text: str, numbers: list[tuple[int, int]], language: str):
    form = spoken_form(text, language, numbers=numbers)
    start, length = form.written(0, len(form.text))
    assert 0 <= start <= start + length <= len(text)


def test_a_number_beyond_what_is_spoken_is_left_out():
    assert (
        "one"
        not in spoken_form("a" * LONGEST_WRITTEN + " 1", numbers=((LONGEST_WRITTEN + 1, LONGEST_WRITTEN + 2),)).text
    )
