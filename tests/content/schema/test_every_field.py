"""All that may be typed reaches the kiosk, each thing in its place; what is left out has its default."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from kiosk.content.model.block import Role
from kiosk.content.model.dates import Hours
from kiosk.content.model.language_help import LanguageHelp
from kiosk.content.model.library import (
    Clinic,
    Group,
    Library,
    Notice,
    Review,
    Translation,
    Weight,
    WordRule,
)
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder

FULL_CLINIC = """\
name: Riverside Clinic
phone: 212-444-0123
emergency-number: 112
night-phone: 212-444-0124
answered: day and night
crisis-line: 988
languages: [en, es]
menu: [signs, feel-unwell]
show-unapproved: no
visitors-online: no
idle:
  warn-after: 180
  countdown: 40
opening-hours:
  - days: [friday, monday]
    from: 8:05
    until: 17:30
closed-on: [2026-12-25, 2026-12-28]
web-site: https://example.org/kiosk
groups:
  - name: {en: Living with it, es: Vivir con la enfermedad}
    menu-text: Day by day.
    topics: [pain]
"""

FULL_TOPIC = """\
title: Signs at <clinic>
menu-label: Signs, <phone>
last-changed: 2026-11-22
show-from: 2026-11-01 08:30
show-until: 2027-01-31
review:
  status: approved
  reviewer: Dr A. Example
  role: oncologist
  reviewed: 2026-11-20
  due: 2027-11-20
  text: 0123456789abcdef
translation:
  from: fedcba9876543210
  translator: B. Example
  role: translator
  translated: 2026-11-19
  reviewer: C. Example
  reviewer-role: nurse
  reviewed: 2026-11-21
sources:
  - name: <clinic>, Signs
    address: https://example.org/signs
  - name: A book
web-address: https://example.org/more
questions:
  - Shall I call <phone>?
sections:
  - heading: At <clinic>
    facts: [signs.one, signs.two]
    text: |
      One. Call <phone>.

      Two.
    points:
      - Call <emergency-number>
  - text: Alone.
  - points: [Only a point]
cards:
  - level: emergency
    contact: Call <emergency-number>.
    how-soon: Now, <clinic> says.
    when: If <phone> is busy
    facts: [signs.three]
    points:
      - Pain at <clinic>
  - level: routine
    contact: Tell us.
    how-soon: Soon.
    points: [A question]
"""


def everything(folder: ClinicFolder) -> Library:
    """All that the folder holds, approved or not."""
    reading = folder.read()
    assert reading.everything is not None, reading.diagnostics
    return reading.everything


def test_the_clinic(clinic_folder: ClinicFolder):
    clinic_folder.write("clinic.yaml", FULL_CLINIC)
    clinic_folder.write("en/pain.yaml", SIGNS)
    (clinic_folder.path / "es").mkdir()
    assert everything(clinic_folder).clinic == Clinic(
        name="Riverside Clinic",
        phone="212-444-0123",
        emergency_number="112",
        languages=("en", "es"),
        menu=("signs", "feel-unwell"),
        warn_after=180.0,
        countdown=40.0,
        show_unapproved=False,
        visitors_online=False,
        opening=(Hours((0, 4), 8 * 60 + 5, 17 * 60 + 30),),
        closed_on=(date(2026, 12, 25), date(2026, 12, 28)),
        night_phone="212-444-0124",
        answered_always=True,
        web_site="https://example.org/kiosk",
        groups=(Group(1, {"en": "Living with it", "es": "Vivir con la enfermedad"}, {"en": "Day by day."}, ("pain",)),),
        crisis_line="988",
    )


def test_a_clinic_that_says_no_more_than_it_must(clinic_folder: ClinicFolder):
    clinic_folder.write("clinic.yaml", "name: A\nphone: 1\nemergency-number: 2\nmenu: [signs]\n")
    assert everything(clinic_folder).clinic == Clinic("A", "1", "2", ("en",), ("signs",), 120.0, 30.0)


def test_a_topic_in_the_words_of_its_clinic(clinic_folder: ClinicFolder):
    clinic_folder.write("clinic.yaml", FULL_CLINIC.replace("[en, es]", "[en]"))
    clinic_folder.write("en/pain.yaml", SIGNS)
    clinic_folder.write("en/signs.yaml", FULL_TOPIC)
    topic = everything(clinic_folder).topic("signs", "en")
    assert (topic.name, topic.language) == ("signs", "en")
    assert (topic.title, topic.menu_label) == ("Signs at Riverside Clinic", "Signs, 212-444-0123")
    assert topic.last_changed == date(2026, 11, 22)
    assert topic.show_from == datetime(2026, 11, 1, 8, 30)
    assert topic.show_until == datetime(2027, 2, 1)
    assert topic.web_address == "https://example.org/more"
    assert topic.questions == ("Shall I call 212-444-0123?",)
    assert topic.sources == ("Riverside Clinic, Signs", "A book")
    assert [(block.path, block.role, block.text) for block in topic.blocks] == [
        ("title", Role.TITLE, "Signs at Riverside Clinic"),
        ("menu-label", Role.LABEL, "Signs, 212-444-0123"),
        ("sections/0/heading", Role.HEADING, "At Riverside Clinic"),
        ("sections/0/text/0", Role.TEXT, "One. Call 212-444-0123."),
        ("sections/0/text/1", Role.TEXT, "Two."),
        ("sections/0/points/0", Role.POINT, "Call 112"),
        ("sections/1/text/0", Role.TEXT, "Alone."),
        ("sections/2/points/0", Role.POINT, "Only a point"),
        ("cards/0/level", Role.LEVEL, "emergency"),
        ("cards/0/contact", Role.CONTACT, "Call 112."),
        ("cards/0/how-soon", Role.CONTACT, "Now, Riverside Clinic says."),
        ("cards/0/when", Role.TEXT, "If 212-444-0123 is busy"),
        ("cards/0/points/0", Role.POINT, "Pain at Riverside Clinic"),
        ("cards/1/level", Role.LEVEL, "routine"),
        ("cards/1/contact", Role.CONTACT, "Tell us."),
        ("cards/1/how-soon", Role.CONTACT, "Soon."),
        ("cards/1/points/0", Role.POINT, "A question"),
        ("questions/0", Role.QUESTION, "Shall I call 212-444-0123?"),
        ("web-address", Role.ADDRESS, "https://example.org/more"),
        ("sources/0/name", Role.SOURCE, "Riverside Clinic, Signs"),
        ("sources/0/address", Role.REFERENCE, "https://example.org/signs"),
        ("sources/1/name", Role.SOURCE, "A book"),
    ]
    assert topic.blocks[0].as_written == "Signs at <clinic>"


def test_who_approved_and_who_translated_it(clinic_folder: ClinicFolder):
    clinic_folder.write("en/signs.yaml", FULL_TOPIC)
    topic = everything(clinic_folder).topic("signs", "en")
    day = date(2026, 11, 20)
    assert topic.review == Review("Dr A. Example", "oncologist", day, day.replace(year=2027), "0123456789abcdef")
    assert topic.translation == Translation(
        "fedcba9876543210", "B. Example", "translator", date(2026, 11, 19), "C. Example", "nurse", date(2026, 11, 21)
    )


def test_a_topic_that_says_no_more_than_it_must(clinic_folder: ClinicFolder):
    topic = everything(clinic_folder).topic("disclaimer", "en")
    assert topic.menu_label == topic.title == "For information only"
    assert (topic.review, topic.translation) == (Review(), None)
    assert (topic.show_from, topic.show_until) == (None, None)
    assert (topic.groups("cards"), topic.questions, topic.web_address) == ((), (), "")


def test_a_review_that_is_not_yet_one_counts_for_nothing(clinic_folder: ClinicFolder):
    clinic_folder.write("en/signs.yaml", FULL_TOPIC.replace("status: approved", "status: not yet approved"))
    assert everything(clinic_folder).topic("signs", "en").review == Review()


def test_another_number_of_the_clinic_changes_what_patients_read_and_nothing_that_was_approved_or_translated(
    clinic_folder: ClinicFolder,
):
    before = everything(clinic_folder).topic("signs", "en")
    clinic_folder.write("clinic.yaml", CLINIC.replace("212-444-0100", "212-444-0199"))
    after = everything(clinic_folder).topic("signs", "en")
    assert len(before.fingerprint) == len(before.written) == 16
    assert after.text("sections/0/text/1") != before.text("sections/0/text/1")
    assert replace(after, blocks=()) == replace(before, blocks=())


def test_a_notice(clinic_folder: ClinicFolder):
    clinic_folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
    (clinic_folder.path / "es").mkdir()
    clinic_folder.write(
        "notice.yaml",
        "text: The lift is broken.\nlevel: important\nfrom: 2026-11-22 08:00\nuntil: 2026-11-23\n"
        "translations:\n  - language: es\n    text: El ascensor no funciona.\n",
    )
    assert everything(clinic_folder).notice == Notice(
        {"en": "The lift is broken.", "es": "El ascensor no funciona."},
        Weight.IMPORTANT,
        datetime(2026, 11, 22, 8),
        datetime(2026, 11, 24),
    )


def test_a_notice_that_says_no_more_than_it_must(clinic_folder: ClinicFolder):
    clinic_folder.write("notice.yaml", "text: The lift is broken.\nuntil: 2026-11-23 12:00\n")
    assert everything(clinic_folder).notice == Notice(
        {"en": "The lift is broken."}, Weight.INFORMATION, None, datetime(2026, 11, 23, 12)
    )


def test_pronunciations(clinic_folder: ClinicFolder):
    clinic_folder.write(
        "words.yaml",
        "words:\n  - write: CT\n    say: C T\n    language: es\n    where: anywhere\n"
        "  - write: MBC\n    say: M B C\n    where: whole-word\n  - write: x\n    say: y\n",
    )
    assert everything(clinic_folder).words == (
        WordRule("CT", "C T", "es", anywhere=True),
        WordRule("MBC", "M B C"),
        WordRule("x", "y"),
    )


def test_help_with_languages(clinic_folder: ClinicFolder):
    clinic_folder.write(
        "languages.yaml",
        "languages:\n  - language: vi\n    name: Tiếng Việt\n    english-name: Vietnamese\n    help: Help is free.\n"
        "    voice: vi\n    say: Help iz free.\n    checked-by: A. Example\n"
        "  - language: ar\n    name: العربية\n    english-name: Arabic\n    help: It is free.\n",
    )
    assert everything(clinic_folder).languages == (
        LanguageHelp("vi", "Tiếng Việt", "Vietnamese", "Help is free.", "vi", "Help iz free.", "A. Example"),
        LanguageHelp("ar", "العربية", "Arabic", "It is free."),
    )
