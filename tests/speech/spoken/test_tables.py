"""A language is a table: the rules ask for the same words in each, and a language without one gets none of another."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.model.clean import clean
from kiosk.speech.spoken.spoken_form import spoken_form
from kiosk.speech.spoken.tables.english import ENGLISH
from kiosk.speech.spoken.tables.spanish import SPANISH
from kiosk.speech.spoken.tables.table import Table
from tests.speech.spoken.test_spoken_form import cases
from tools.spoken_tables import OUT, module

UNTABLED = ["vi", "zh", "ar", "fr", "", "??"]
IN_ONE_ONLY = {"comma"}
"""Words of a language that says a comma where another says a point."""


def test_each_table_has_all_the_words_that_the_rules_need():
    assert set(ENGLISH.say) ^ set(SPANISH.say) <= IN_ONE_ONLY
    assert all(len(table.months) == 12 and len(table.digits) == 10 for table in (ENGLISH, SPANISH))


def test_the_names_of_cldr_are_as_the_tool_writes_them():
    assert OUT.read_text(encoding="utf-8") == module()


@pytest.mark.parametrize("table", [ENGLISH, SPANISH], ids=["English", "Spanish"])
def test_what_a_table_says_is_letters_digits_and_plain_marks(table: Table):
    units = [name for unit in table.units.values() for name in unit[:2]]
    money = [name for each in table.money.values() for name in each[:4]]
    fractions = [word for pair in table.fractions.values() for word in pair]
    for said in (
        *units,
        *money,
        *fractions,
        *table.names.values(),
        *table.abbreviations.values(),
        *table.doses.values(),
    ):
        assert re.fullmatch(r"[\w ,'-]+", said), said


@pytest.mark.parametrize("language", UNTABLED)
def test_without_a_table_a_telephone_number_is_said_in_digits_and_other_numbers_are_left_to_the_voice(language: str):
    said = spoken_form("Họ có thể gọi 911. Gọi 555-0142, 38,5 °C & 5 mg.", language).text
    assert said == "Họ có thể gọi 9 1 1. Gọi 5 5 5, 0 1 4 2, 38,5, C, 5 mg."


@pytest.mark.parametrize("language", UNTABLED)
def test_without_a_table_no_word_is_added(language: str):
    for written, _ in cases("en") + cases("es"):
        said = spoken_form(written, language).text
        plain = clean(html.unescape(written))[0].lower()
        assert [word for word in re.findall(r"[^\W\d_]{2,}", said.lower()) if word not in plain] == [], said


@given(st.text(st.sampled_from("09 .,-–/+()$€%°@&#x"), max_size=30), st.sampled_from(UNTABLED))
def test_without_a_table_signs_and_digits_add_no_letters(text: str, language: str):
    assert set(re.findall(r"[^\W\d_]", spoken_form(text, language).text)) <= {"x"}
