"""What is pasted from Word, the web or a PDF becomes plain text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.schema.clinic_fields import CLINIC
from kiosk.content.schema.notice_fields import NOTICE
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.editor.model.pasted import cleaned, points_in

TITLE = TOPIC.named("title")
TEXT = TOPIC.at("sections/0/text")
assert TEXT is not None


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("care\u00adful", "careful"),
        ("pain\u200b and\u00a0fever\u2003now", "pain and fever now"),
        ("\ufeff\tA tab\there ", "A tab here"),
        ("•\tPain in a bone", "Pain in a bone"),
        ("\uf0b7 Pain", "Pain"),
        ("broken\nby a PDF", "broken by a PDF"),
        ("\x93quoted\x94", "“quoted”"),
        ("Fish &amp; chips&nbsp;– good", "Fish & chips – good"),
        ("It’s “right” as it is", "It’s “right” as it is"),
        ("e\u0301", "é"),
    ],
)
def test_a_line_is_cleaned(pasted: str, clean: str):
    assert cleaned(pasted, TITLE) == clean


def test_a_number_or_a_date_loses_quotes_and_long_dashes():
    assert cleaned("“212–555–0100”", CLINIC.named("phone")) == "212-555-0100"
    assert cleaned("2026–12–01", NOTICE.named("until")) == "2026-12-01"


def test_paragraphs_stay_apart_and_lines_are_joined():
    assert cleaned("One\r\nline.\r\n \r\nTwo.\n", TEXT) == "One line.\n\nTwo."


def test_a_pasted_list_becomes_points():
    assert points_in("• Pain\r\n•\tFever\r\n\r\n• A lump\r\n") == ["Pain", "Fever", "A lump"]
    assert points_in("1. Pain\n2) Fever") == ["Pain", "Fever"]
    assert points_in("- Pain\n- Fever") == ["Pain", "Fever"]


def test_a_sentence_that_is_broken_into_lines_stays_one_point():
    assert points_in("Pain in a bone\nthat lasts") == ["Pain in a bone that lasts"]
    assert points_in("") == [""]


@settings(max_examples=100)
@given(st.text(st.sampled_from("a \n\t•-–“\"'\u00ad\u200b\u200d\u00a0\x93&amp;#39;?1."), max_size=20))
def test_what_is_clean_stays_as_it_is(typed: str):
    for field in (TITLE, TEXT, CLINIC.named("phone")):
        once = cleaned(typed, field)
        assert cleaned(once, field) == once
