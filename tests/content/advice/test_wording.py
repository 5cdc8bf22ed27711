"""Remarks on wording and on days: each on its line, none on what is as it should be."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.content.parsing.diagnostic import Diagnostic, Level
from kiosk.content.reader import read_content, read_topic
from tests.content.approval.test_approval import approve
from tests.content.sample_clinic import CLINIC, DISCLAIMER, SIGNS, ClinicFolder

TODAY = date(2026, 11, 22)
GLOSSARY = """\
terms:
  - term: mammogram
    also: [mammograms]
    plain: X-ray of the breast
  - term: seizure
    plain: shaking of the body
    language: es
"""
LONG = "This is a very long sentence that goes on and on and does not come to an end before it has far too many words."


def remarks(folder: ClinicFolder, today: date = TODAY) -> list[tuple[str, str, int]]:
    """File, code and line of each remark; all of them are warnings."""
    diagnostics = read_content(folder.path, advice_for=today).diagnostics
    assert all(diagnostic.level is Level.WARNING for diagnostic in diagnostics)
    return [(diagnostic.file, diagnostic.code, diagnostic.line) for diagnostic in diagnostics]


def the_one(folder: ClinicFolder) -> Diagnostic:
    (diagnostic,) = read_content(folder.path, advice_for=TODAY).diagnostics
    return diagnostic


def test_right_texts_are_not_remarked_on(clinic_folder: ClinicFolder):
    assert remarks(clinic_folder) == []


def test_without_asking_nobody_is_told(clinic_folder: ClinicFolder):
    clinic_folder.change_line("en/signs.yaml", 18, f"      - {LONG}")
    assert clinic_folder.read().diagnostics == ()


@pytest.mark.parametrize(
    ("line", "typed", "code"),
    [
        (18, f"      - {LONG}", "long-sentence"),
        (14, f"      Please tell us. {LONG}", "long-sentence"),
        (13, f"      {LONG}", "long-sentence"),
        (16, "      You can. You may. You do. You did.", "long-paragraph"),
        (18, "      - Immediate multidisciplinary consultation necessitates comprehensive examination", "hard-to-read"),
        (19, "      - A mammogram shows it", "not-explained"),
        (14, "      Some have mammograms.", "not-explained"),
        (18, "      - Have a tonsillectomy", "medical-word"),
    ],
)
def test_a_remark_falls_on_its_line(clinic_folder: ClinicFolder, line: int, typed: str, code: str):
    clinic_folder.write("glossary.yaml", GLOSSARY)
    clinic_folder.change_line("en/signs.yaml", line, typed)
    found = [(kind, place) for _, kind, place in remarks(clinic_folder)]
    assert (code, line) in found
    assert {place for kind, place in found if kind == code} == {line}


def test_the_page_as_a_whole_may_be_too_hard(clinic_folder: ClinicFolder):
    hard = "sections:\n  - points:\n" + "      - Regular medical examinations identify changes\n" * 2
    clinic_folder.write("en/disclaimer.yaml", DISCLAIMER.split("sections:")[0] + hard)
    assert ("en/disclaimer.yaml", "hard-to-read", 1) in remarks(clinic_folder)


@pytest.mark.parametrize(
    "typed",
    [
        "      - An X-ray of the breast (mammogram)",
        "      - Have an X-ray of the breast, which is called a mammogram",
        "      - A mammogram is an X-ray of the breast",
        "      - Of your breast, a mammogram takes an X-ray",
        "      - Programs and mammogramlike things",
        "      - A seizure",  # only the Spanish texts have to explain it
    ],
)
def test_an_explained_word_is_not_remarked_on(clinic_folder: ClinicFolder, typed: str):
    clinic_folder.write("glossary.yaml", GLOSSARY)
    clinic_folder.change_line("en/signs.yaml", 18, typed)
    assert [code for _, code, _ in remarks(clinic_folder) if code in ("not-explained", "medical-word")] == []


def test_a_word_is_explained_where_it_comes_first_and_not_later(clinic_folder: ClinicFolder):
    clinic_folder.write("glossary.yaml", GLOSSARY)
    text = SIGNS.replace("Pain in a bone", "Ask about a mammogram").replace("A cough that", "An X-ray (mammogram) that")
    clinic_folder.write("en/signs.yaml", text)
    diagnostic = the_one(clinic_folder)
    assert (diagnostic.code, diagnostic.line) == ("not-explained", 18)
    assert diagnostic.fix == "Say in the same paragraph or point what it is: “X-ray of the breast”."


def test_a_fault_in_the_glossary_is_a_remark(clinic_folder: ClinicFolder):
    clinic_folder.write("glossary.yaml", GLOSSARY.replace("plain: X-ray", "plane: X-ray"))
    assert remarks(clinic_folder) == [("glossary.yaml", "unknown-key", 4)]


def test_a_file_with_an_error_is_mended_first(clinic_folder: ClinicFolder):
    clinic_folder.write("en/signs.yaml", SIGNS.replace("title:", "titel:").replace("Pain in a bone", LONG))
    diagnostics = read_content(clinic_folder.path, advice_for=TODAY).diagnostics
    assert [diagnostic.code for diagnostic in diagnostics] == ["unknown-key"]


def test_one_topic_can_be_looked_at_by_itself(clinic_folder: ClinicFolder):
    clinic_folder.change_line("en/signs.yaml", 18, f"      - {LONG}")
    diagnostics = read_topic(clinic_folder.path / "en/signs.yaml", advice_for=TODAY).diagnostics
    assert [(diagnostic.code, diagnostic.line) for diagnostic in diagnostics][:1] == [("long-sentence", 18)]


@pytest.mark.parametrize(
    ("today", "code"),
    [
        (date(2027, 9, 22), None),
        (date(2027, 9, 23), "review-due"),
        (date(2027, 11, 22), "review-due"),
        (date(2027, 11, 23), "review-overdue"),
    ],
)
def test_a_review_is_spoken_of_sixty_days_before_it_is_due(clinic_folder: ClinicFolder, today: date, code: str | None):
    clinic_folder.write("en/signs.yaml", approve(clinic_folder))
    assert remarks(clinic_folder, today) == ([("en/signs.yaml", code, 9)] if code else [])


def test_a_day_that_has_not_come_yet(clinic_folder: ClinicFolder):
    clinic_folder.write("en/signs.yaml", approve(clinic_folder))
    assert remarks(clinic_folder, date(2026, 11, 21)) == []
    found = remarks(clinic_folder, date(2026, 11, 20))
    assert ("en/signs.yaml", "future-date", 3) in found
    assert ("en/signs.yaml", "future-date", 8) in found


def test_a_notice_that_is_over(clinic_folder: ClinicFolder):
    clinic_folder.write("notice.yaml", "text: The lift is out of order.\nuntil: 2026-11-21\n")
    assert remarks(clinic_folder) == [("notice.yaml", "notice-over", 2)]
    assert remarks(clinic_folder, date(2026, 11, 21)) == []


def test_a_text_that_patients_do_not_get(clinic_folder: ClinicFolder):
    clinic_folder.write("clinic.yaml", CLINIC + "show-unapproved: no\n")
    assert ("en/signs.yaml", "not-shown", 5) in remarks(clinic_folder)
