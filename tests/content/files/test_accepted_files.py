"""What must be read without a word, and kept exactly as it was written."""

import unicodedata
from datetime import date

import pytest

from kiosk.content.model.library import Topic
from kiosk.content.parsing.yaml_events import Reader
from tests.content.sample_clinic import FILES, SIGNS, ClinicFolder


def signs(folder: ClinicFolder, reader: Reader | None = None) -> Topic:
    """The topic as it is now; nothing may be wrong with it."""
    reading = folder.read(reader)
    assert reading.diagnostics == ()
    assert reading.library is not None
    return reading.library.topic("signs", "en")


# what is typed as a point, and what patients read
KEPT = [
    ("no", "no"),
    ("Yes", "Yes"),
    ("on", "on"),
    ("null", "null"),
    ("~", "~"),
    ("12:30", "12:30"),
    ("4.10", "4.10"),
    ("007", "007"),
    ("1_000", "1_000"),
    ("0x1F", "0x1F"),
    ("2026-11-22", "2026-11-22"),
    (".5", ".5"),
    ("-5 kg", "-5 kg"),
    ("--", "--"),
    ("100.4 °F (38 °C) or more", "100.4 °F (38 °C) or more"),
    ("Pain < 5 or > 7", "Pain < 5 or > 7"),
    ("less than <5 days", "less than <5 days"),
    ("Don't wait", "Don't wait"),
    ('Say "help"', 'Say "help"'),
    ("C#1 is fine", "C#1 is fine"),
    ("https://example.org/a#b", "https://example.org/a#b"),
    ("a:b", "a:b"),
    ('"Call us: 212-444-0199"', "Call us: 212-444-0199"),
    ("'Room # 5'", "Room # 5"),
    ("'Don''t wait'", "Don't wait"),
    ('"Pain" # for staff', "Pain"),
    ('"a\\\\b"', "a\\b"),
    ("Pain, or worse; [new] {x} *y* & z!", "Pain, or worse; [new] {x} *y* & z!"),
    ("¿Tiene dolor? Sí, mañana", "¿Tiene dolor? Sí, mañana"),
    ("«CAFÉ», “MAÑANA”", "«CAFÉ», “MAÑANA”"),
    ("Âge, Ãngelo, âme, Ærø", "Âge, Ãngelo, âme, Ærø"),
    ("痛み", "痛み"),
    ("עזרה", "עזרה"),
    ("Help \U0001f198 \U0001f469\u200d\u2695\ufe0f", "Help \U0001f198 \U0001f469\u200d\u2695\ufe0f"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("two\n        lines", "two lines"),
    ("38\u00a0°C", "38 °C"),
    ("two   spaces", "two spaces"),
    ("a\ttab inside", "a tab inside"),
    ("cafe\u0301", "caf\u00e9"),
    ("|\n        Call # 5: now\n        or later", "Call # 5: now or later"),
    (">\n        Call # 5: now\n        or later", "Call # 5: now or later"),
    (">-\n        Call", "Call"),
]


@pytest.mark.parametrize(("typed", "kept"), KEPT, ids=range(len(KEPT)))
def test_a_point_is_kept_as_it_was_written(clinic_folder: ClinicFolder, reader: Reader, typed: str, kept: str):
    clinic_folder.change_line("en/signs.yaml", 18, f"      - {typed}")
    assert signs(clinic_folder, reader).text("sections/0/points/0") == kept


def test_the_sample_is_read_whole(clinic_folder: ClinicFolder, reader: Reader):
    topic = signs(clinic_folder, reader)
    assert (topic.name, topic.language, topic.title, topic.menu_label) == ("signs", "en", "The signs", "Signs")
    assert topic.last_changed == date(2026, 11, 22)
    assert topic.text("sections/0/heading") == "In the bones"
    assert topic.texts("sections/0/text") == (
        "Pain that stays needs a look. Tell us about it.",
        "Call 212-444-0100 if you can.",
    )
    assert [topic.text(f"{card}/level") for card in topic.groups("cards")] == ["urgent", "routine"]
    assert topic.text("cards/0/how-soon") == "Today"
    assert topic.text("sources/0/address") == "https://www.cancer.org/"


@pytest.mark.parametrize(
    "changed",
    [
        SIGNS.encode("utf-8-sig"),
        SIGNS.replace("\n", "\r\n").encode(),
        SIGNS.replace("\n", "\r").encode(),
        ("# a note for staff\n\n" + SIGNS).encode(),
        SIGNS.replace("points:\n", "points:\n      # a note\n\n").encode(),
        SIGNS.replace("sections:", "sections:   # a note").encode(),
        ("---\n" + SIGNS).encode(),
        (SIGNS + "\n\n").encode(),
        SIGNS.replace("[signs.bone-pain, signs.cough]", "\n    - signs.bone-pain\n    - signs.cough").encode(),
        SIGNS.replace("\n", "  \n").encode(),
        SIGNS.replace("The signs", '"The signs"').encode(),
        unicodedata.normalize("NFD", SIGNS).encode(),
    ],
    ids=[
        "mark at the start", "Windows", "old Macintosh", "note", "notes between", "note after a name", "dashes",
        "empty lines", "list below", "spaces at the end", "quotes", "letters taken apart",
    ],
)  # fmt: skip
def test_how_a_file_is_laid_out_changes_nothing(clinic_folder: ClinicFolder, reader: Reader, changed: bytes):
    before = signs(clinic_folder)
    clinic_folder.write("en/signs.yaml", changed)
    assert signs(clinic_folder, reader) == before


def test_after_a_bar_only_an_empty_line_parts_paragraphs(clinic_folder: ClinicFolder):
    text = SIGNS.replace("text: >", "text: |")
    clinic_folder.write("en/signs.yaml", text)
    assert signs(clinic_folder).texts("sections/0/text") == (
        "Pain that stays needs a look. Tell us about it.",
        "Call 212-444-0100 if you can.",
    )


def test_after_an_arrow_a_line_that_is_indented_more_belongs_to_its_paragraph(clinic_folder: ClinicFolder):
    text = SIGNS.replace("      Tell us about it.", "        Tell us about it.")
    assert text != SIGNS
    clinic_folder.write("en/signs.yaml", text)
    assert signs(clinic_folder).texts("sections/0/text")[0] == "Pain that stays needs a look. Tell us about it."


def test_a_label_that_is_not_given_is_the_title(clinic_folder: ClinicFolder):
    clinic_folder.change_line("en/signs.yaml", 2, "")
    assert signs(clinic_folder).menu_label == "The signs"


def test_placeholders_become_the_clinics_words(clinic_folder: ClinicFolder):
    clinic_folder.change_line("en/signs.yaml", 18, "      - Call <clinic> at <phone>, or <emergency-number>")
    assert signs(clinic_folder).text("sections/0/points/0") == "Call Harbor Clinic at 212-444-0100, or 911"


def test_idle_times_have_defaults(clinic_folder: ClinicFolder):
    clinic_folder.write("clinic.yaml", FILES["clinic.yaml"].split("idle:")[0])
    library = clinic_folder.read().library
    assert library is not None
    assert (library.clinic.warn_after, library.clinic.countdown) == (120.0, 30.0)
