"""Saving changes the bytes of a value and no other."""

from __future__ import annotations

import difflib
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.content.files.source_file import read_raw
from kiosk.content.parsing.diagnostic import errors
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.yaml_events import fastest_reader, read_with_c, read_with_python
from kiosk.content.schema.clinic_fields import CLINIC
from kiosk.content.schema.notice_fields import NOTICE
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.content.schema.words_fields import WORDS
from kiosk.editor.model.change import ChangeError, changed
from kiosk.editor.model.pasted import cleaned, cleaned_value
from kiosk.editor.model.places import UnreadableError, places
from kiosk.editor.model.values import value_of
from tests.conftest import ROOT
from tests.content.sample_clinic import SIGNS

READ = fastest_reader()
PAGE = """\
# The page of the symptoms
title: The signs  # as in the leaflet
menu-label: Signs
review: {status: not yet approved}
last-changed: 2026-11-22
sources:
  - name: American Cancer Society
sections:
  # the most frequent one comes first
  - heading: In the bones
    facts: [signs.bone-pain, signs.cough]
    text: >  # two paragraphs
      Pain that stays
      needs a look.

      Call <phone> if you can.
    points:
      - Pain in a bone
      # asked for by Dr A.
      - A cough that does not go away

      - A lump

  - heading: To sum up
    text: Ask us.
"""


def values(text: str) -> dict[str, Any]:
    found = cleaned_value(value_of(places(text, READ), TOPIC), TOPIC)
    assert isinstance(found, dict)
    return found


def difference(before: str, after: str) -> list[str]:
    """The lines that went and came."""
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize("reader", [read_with_c, read_with_python], ids=["fast reader", "plain reader"])
@pytest.mark.parametrize("file", ["en/signs", "es/feel-unwell", "clinic", "words"])
def test_a_form_that_is_saved_as_it_was_changes_nothing(file: str, reader: Any):
    group = {"clinic": CLINIC, "words": WORDS}.get(file, TOPIC)
    text = (ROOT / "content" / f"{file}.yaml").read_text("utf-8")
    now = cleaned_value(value_of(places(text, reader), group), group)
    assert isinstance(now, dict)
    assert changed(text, group, now, reader) == text


def test_one_sentence_changes_one_line_and_keeps_its_comment():
    now = values(PAGE) | {"title": "The symptoms"}
    after = changed(PAGE, TOPIC, now, READ)
    assert difference(PAGE, after) == [
        "- title: The signs  # as in the leaflet",
        "+ title: The symptoms  # as in the leaflet",
    ]


def test_a_paragraph_that_is_added_leaves_the_lines_of_the_others():
    now = values(PAGE)
    now["sections"][0]["text"] += "\n\nAsk us."
    assert difference(PAGE, changed(PAGE, TOPIC, now, READ)) == ["+ ", "+       Ask us."]


def test_a_point_that_is_added_removed_or_moved_leaves_the_others_and_their_comments():
    now = values(PAGE)
    pain, cough, lump = now["sections"][0]["points"]
    now["sections"][0]["points"] = [cough, "New: a rash", pain]
    after = changed(PAGE, TOPIC, now, READ)
    assert lump not in after
    assert (
        """\
    points:
      # asked for by Dr A.
      - A cough that does not go away
      - "New: a rash"
      - Pain in a bone
"""
        in after
    )


def test_a_section_keeps_what_patients_do_not_see_when_it_moves():
    now = values(PAGE)
    now["sections"].reverse()
    after = values(changed(PAGE, TOPIC, now, READ))
    assert after["sections"][1]["facts"] == ["signs.bone-pain", "signs.cough"]
    assert after == now


def test_a_value_that_is_emptied_goes_and_a_new_one_comes_at_its_place_in_the_table():
    now = values(PAGE) | {"menu-label": "", "show-from": "2026-12-01", "questions": ["Why?"]}
    assert difference(PAGE, changed(PAGE, TOPIC, now, READ)) == [
        "- menu-label: Signs",
        "+ show-from: 2026-12-01",
        "+ questions:",
        "+   - Why?",
    ]


def test_names_that_are_not_given_and_names_that_nobody_knows_stay():
    text = "name: A\nold-setting: {a: 1}\nphone: 212\n"
    assert changed(text, CLINIC, {"phone": "213"}, READ) == "name: A\nold-setting: {a: 1}\nphone: 213\n"


def test_days_and_hours_are_written_as_people_write_them():
    hours = [{"days": ["monday", "friday"], "from": "08:00", "until": "17:30"}]
    after = changed("name: A\nphone: 1\n", CLINIC, {"opening-hours": hours, "closed-on": ["2026-12-25"]}, READ)
    assert after == (
        "name: A\nphone: 1\nopening-hours:\n  - days: [monday, friday]\n    from: 08:00\n    until: 17:30\n"
        "closed-on: [2026-12-25]\n"
    )


def test_a_file_that_is_not_there_yet_is_made():
    new = {"text": "No lift # today", "until": "2026-12-01", "translations": [{"language": "es", "text": "No"}]}
    assert changed("", NOTICE, new, READ) == (
        'text: "No lift # today"\nuntil: 2026-12-01\ntranslations:\n  - language: es\n    text: "No"\n'
    )


def test_a_point_with_its_source_stays_one_and_a_bare_point_can_become_one():
    text = (
        "cards:\n  - level: urgent\n    heading: Now\n    points:\n"
        "      - Pain\n      - point: Fever\n        address: https://a.org\n"
    )
    points = [{"point": "Pain", "source-says": "pain"}, {"point": "Chills", "address": "https://a.org"}]
    now: dict[str, Any] = {"cards": [{"level": "urgent", "heading": "Now", "points": points}]}
    after = changed(text, TOPIC, now, READ)
    assert (
        "      - point: Pain\n        source-says: pain\n      - point: Chills\n        address: https://a.org\n"
        in after
    )


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_stay_as_they_are(line_end: str):
    text = PAGE.replace("\n", line_end)
    now = values(PAGE) | {"title": "New"}
    now["sections"][0]["points"].append("One more")
    now["sections"][0]["text"] += "\n\nAsk us."
    after = changed(text, TOPIC, now, READ)
    assert after.replace(line_end, "\n") == changed(PAGE, TOPIC, now, READ)
    assert after.count("\n") == (after.count("\r\n") if line_end == "\r\n" else 0)


@pytest.mark.parametrize(
    "text", ["title: &a x\n", "title: *a\n", "- a\n", "title: [a\n", "a: 1\n---\nb: 2\n", "words\n"]
)
def test_a_file_that_is_laid_out_in_another_way_is_left_alone(text: str):
    with pytest.raises((UnreadableError, ChangeError)):
        changed(text, TOPIC, {"title": "New"}, READ)


NASTY = (
    *("yes", "1e3", "a: b", "# no", "- dash", "'", '"', "\\", "100%", "[a]", "{a", "&a", "*a", "!a"),
    *("|", ">", "?", "a #b", "~", "x:", "<<", "%a", "@a"),
)
WORDS_OF_ANY_KIND = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\ufffdÃÂâðÅÄ"), max_size=40),
)


@settings(max_examples=60)
@given(st.lists(WORDS_OF_ANY_KIND, min_size=1, max_size=4), st.booleans())
@example(["heading: x", "#y", "- z"], False)
@example(["text: x" * 30], True)
def test_any_text_is_read_back_as_it_was_typed(pieces: list[str], in_brackets: bool):
    title = cleaned(pieces[0], TOPIC.named("title")) or "a"
    paragraphs = cleaned("\n\n".join(pieces), TOPIC.at("sections/0/text")) or "a"  # type: ignore[arg-type]
    points = [each for each in (cleaned(piece, TOPIC.named("title")) for piece in pieces) if each] or ["a"]
    text = SIGNS.replace("title: The signs", "title: 'The signs'") if in_brackets else SIGNS
    new = values(text) | {"title": title, "sections": [{"text": paragraphs, "points": points}]}
    after = changed(text, TOPIC, new, READ)
    diagnostics = Diagnostics("en/signs.yaml")
    root = read_raw(after.encode(), TOPIC, diagnostics, READ)
    assert root is not None
    told = {each.code for each in errors(diagnostics.report())}
    assert told <= {"too-long", "too-many", "empty-value"}
    read = values(after)
    assert (read["title"], read["sections"][0]["text"], read["sections"][0]["points"]) == (title, paragraphs, points)
