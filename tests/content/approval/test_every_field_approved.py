"""An approval covers the page as it is seen and heard: each field of the table, each pronunciation that touches it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.content.model.block import Block, Role
from kiosk.content.model.fingerprint import approved_text
from kiosk.content.model.word_rules import WordRule
from kiosk.content.parsing.compose import compose
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.schema.field import Field
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.content.schema.walk import Found, walk
from kiosk.pictures.master import names
from tests.commands.clinic_calls import BY, call, topic
from tests.content.sample_clinic import CLINIC, WORDS, ClinicFolder

FULL = """\
title: Signs at <clinic>
menu-label: Seen signs
menu-text: Where they show
picture: ribbon
picture-says: One loop of cloth
last-changed: 2026-11-22
review:
  status: not yet approved
sections:
  - heading: Bones
    picture: calendar
    picture-says: Two rows of days
    text: Pain remains. Call <phone> soon.
    points:
      - An ache
cards:
  - level: emergency
    contact: Tell staff.
    how-soon: Today at once
    when: Whenever you notice
    points:
      - Fever over 38
  - level: routine
    name: Small things
    heading: Come in if you
    points:
      - point: Feel worried
        source-says: Worry counts
        address: https://worry.example/
    here: Ask anybody.
    at-home: Ring <phone> first.
    if-nobody-answers: Try again later.
questions:
  - What could this mean?
web-address: https://example.org/more
sources:
  - name: American Society
    address: https://cancer.example/
"""


def texts_of(text: str) -> list[Found]:
    """What the walk finds in the text of a file."""
    root = compose(text.splitlines(), Diagnostics("x"), fastest_reader(), TOPIC.names())
    assert isinstance(root, Entries)
    return list(walk(root, TOPIC))


def with_role(field: Field) -> Iterator[Field]:
    """The rows of the table that are in the walk."""
    for each in (*field.fields, *((field.member,) if field.member else ())):
        yield from [each] if each.role else []
        yield from with_role(each)


TEXTS = texts_of(FULL)
each_text = pytest.mark.parametrize("found", TEXTS, ids=lambda found: found.path)


@pytest.fixture
def folder(clinic_folder: ClinicFolder) -> ClinicFolder:
    """A folder whose signs are approved as they are."""
    clinic_folder.write("en/signs.yaml", FULL)
    assert call(clinic_folder, "approve", "signs", *BY).exit_code == 0
    assert holds(clinic_folder)
    return clinic_folder


def holds(folder: ClinicFolder) -> bool:
    """Whether the approval holds, as the kiosk, `check` and `diff` all say."""
    by_kiosk = topic(folder).approved
    by_check = "is not exactly the page that was approved" not in call(folder, "check").output
    by_diff = "nothing has changed since it was approved" in call(folder, "diff", "signs").output
    assert by_kiosk == by_check == by_diff
    return by_kiosk


def other(found: Found) -> str:
    """Another right text for this field."""
    if found.role is Role.PICTURE:
        return next(name for name in names() if name != found.words)
    if found.field.allowed:
        return next(value for value in found.field.allowed if value != found.words)
    return f"{found.words}x" if found.words.startswith("https") else f"Oh {found.words}"


def rule(write: str, more: str = "") -> str:
    return f"words:\n  - write: '{write}'\n    say: next week\n{more}"


def test_the_sample_of_this_test_has_every_field_of_the_table():
    assert {id(found.field) for found in TEXTS} == {id(field) for field in with_role(TOPIC)}


@each_text
def test_another_text_in_any_field_voids_it_and_is_told(folder: ClinicFolder, found: Found):
    file = folder.path / "en/signs.yaml"
    text = file.read_text("utf-8")
    assert text.count(found.words) == 1
    folder.write("en/signs.yaml", text.replace(found.words, other(found)))
    assert not holds(folder)
    told = call(folder, "diff", "signs").output
    assert told.count("Changed: ") + told.count("Taken out: ") >= 1
    assert call(folder, "approve", "signs", *BY).exit_code == 0
    assert holds(folder)


@each_text
def test_a_rule_that_touches_any_field_voids_it_and_is_told(folder: ClinicFolder, found: Found):
    write = max(found.words.split(), key=len).strip(".?")
    folder.write("words.yaml", rule(write))
    assert not holds(folder)
    assert f"New: how “{write}” is said (words.yaml)\n    now:    next week" in call(folder, "diff", "signs").output
    assert call(folder, "approve", "signs", *BY).exit_code == 0
    assert holds(folder)
    folder.write("words.yaml", rule(write).replace("next week", "this week"))
    assert not holds(folder)
    assert "before: [next] week" in call(folder, "diff", "signs").output
    folder.write("words.yaml", WORDS)
    assert not holds(folder)
    assert f"Taken out: how “{write}” is said (words.yaml)" in call(folder, "diff", "signs").output


@pytest.mark.parametrize(
    "touching",
    [
        rule("TELL staff"),
        rule("tell"),
        rule("ain", "    where: anywhere\n"),
        rule("today", "    language: en\n"),
        rule("Urgent"),
    ],
)
def test_a_rule_touches_as_the_voice_finds_it_in_the_text(folder: ClinicFolder, touching: str):
    folder.write("words.yaml", touching)
    assert holds(folder) is (touching == rule("TELL staff"))


@pytest.mark.parametrize(
    "untouching",
    [
        rule("lump"),
        rule("Bone"),
        rule("ain"),
        rule("bONES"),
        rule("Today", "    language: es\n"),
        rule("212-444-0100"),
        rule("Harbor Clinic"),
        WORDS,
        "words: []\n",
    ],
)
def test_a_rule_that_touches_nothing_of_the_page_leaves_it(folder: ClinicFolder, untouching: str):
    folder.write("words.yaml", untouching)
    assert holds(folder)


def test_the_order_of_the_rules_in_the_file_does_not_matter(folder: ClinicFolder):
    both = "  - write: Fever\n    say: heat\n", "  - write: Bones\n    say: bone\n"
    folder.write("words.yaml", "words:\n" + "".join(both))
    call(folder, "approve", "signs", *BY)
    folder.write("words.yaml", "words:\n" + "".join(reversed(both)))
    assert holds(folder)


@pytest.mark.parametrize(
    ("old", "new"), [("212-444-0100", "212-444-0199"), ("Harbor Clinic", "River Clinic"), ("911", "112")]
)
def test_other_words_of_the_clinic_leave_it(folder: ClinicFolder, old: str, new: str):
    assert old in CLINIC
    folder.write("clinic.yaml", CLINIC.replace(old, new))
    assert holds(folder)


def test_an_approved_emergency_card_cannot_be_said_otherwise(folder: ClinicFolder):
    call(folder, "approve", "feel-unwell", *BY)
    assert topic(folder, "feel-unwell").approved
    folder.write("words.yaml", "words:\n  - write: Now\n    say: next week\n")
    assert not topic(folder, "feel-unwell").approved
    folder.write("clinic.yaml", CLINIC + "show-unapproved: no\n")
    library = folder.read().library
    assert library
    assert "en/feel-unwell" in library.withheld


def test_an_approval_of_an_older_version_says_why_it_does_not_hold(folder: ClinicFolder):
    from kiosk.content.model.fingerprint import digits

    older = '{"cards":[],"menu-label":"Signs","sections":[],"sources":[],"title":"The signs"}'
    folder.write(f"approved/en/signs-{digits(older)}.json", older)
    text = (folder.path / "en/signs.yaml").read_text("utf-8")
    folder.write("en/signs.yaml", text.replace(topic(folder).fingerprint, digits(older)))
    assert not holds(folder)
    assert "when an approval did not yet cover the pronunciations in words.yaml" in call(folder, "diff", "signs").output


def test_every_role_of_a_topic_is_a_row_of_the_table():
    assert {field.role for field in with_role(TOPIC)} == set(Role) - {Role.NOTE, Role.CODE, Role.PRESS}


def test_another_word_for_a_level_voids_cards_in_a_language_whose_levels_are_named_elsewhere():
    cards = [Block("cards/0/level", Role.LEVEL, "emergency"), Block("cards/0/contact", Role.CONTACT, "Avise ahora.")]
    text = [Block("sections/0/text/0", Role.TEXT, "Dolor.")]
    turned = [WordRule("Emergencia", "No es urgente", "es")]
    assert approved_text(cards, turned, "es") != approved_text(cards, [], "es")
    assert approved_text(text, turned, "es") == approved_text(text, [], "es")
