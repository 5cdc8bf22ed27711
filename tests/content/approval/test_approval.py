"""A clinician approves one exact text."""

import pytest

from kiosk.content.parsing.diagnostic import Diagnostic
from tests.content.sample_clinic import SIGNS, ClinicFolder, codes


def approve(folder: ClinicFolder) -> str:
    """The sample, approved as it is."""
    library = folder.read().library
    assert library is not None
    review = (
        "  status: approved\n  reviewer: Dr A. Example\n  role: oncologist\n"
        f"  reviewed: 2026-11-22\n  due: 2027-11-22\n  text: {library.topic('signs', 'en').fingerprint}"
    )
    return SIGNS.replace("  status: not yet approved", review)


def approved(folder: ClinicFolder, text: str) -> tuple[bool, tuple[Diagnostic, ...]]:
    """Whether the text counts as approved, and the problems."""
    folder.write("en/signs.yaml", text)
    reading = folder.read()
    assert reading.library is not None
    return reading.library.topic("signs", "en").approved, reading.diagnostics


def test_it_holds_for_exactly_this_text(clinic_folder: ClinicFolder):
    assert approved(clinic_folder, approve(clinic_folder)) == (True, ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: The signs", "title: Signs"),
        ("menu-label: Signs", "menu-label: All signs"),
        ("Pain that stays", "Pain that lasts"),
        ("Pain in a bone", "pain in a bone"),
        ("In the bones", "In bones"),
        ("level: urgent", "level: emergency"),
        ("how-soon: Today", "how-soon: Tomorrow"),
        ("A question", "Any question"),
        ("American Cancer Society,", "Somebody,"),
        ("https://www.cancer.org/", "https://example.org/"),
    ],
)
def test_any_other_word_voids_it(clinic_folder: ClinicFolder, old: str, new: str):
    text = approve(clinic_folder)
    assert old in text
    holds, diagnostics = approved(clinic_folder, text.replace(old, new))
    assert not holds
    assert [(diagnostic.code, diagnostic.line) for diagnostic in diagnostics] == [("approval-void", 10)]


@pytest.mark.parametrize(
    ("old", "new", "in_words"),
    [
        ("  - What could it be?\n", "  - What could this be?\n", True),
        ("questions:\n  - What could it be?\n", "", True),
        ("https://www.cancer.org/types", "https://www.cancer.org/more", False),
    ],
)
def test_another_question_or_web_page_is_another_text(clinic_folder: ClinicFolder, old: str, new: str, in_words: bool):
    """A translation may have a web page of its own, but no other questions."""
    text = SIGNS + "questions:\n  - What could it be?\nweb-address: https://www.cancer.org/types\n"
    topics = []
    for said in (text, text.replace(old, new)):
        clinic_folder.write("en/signs.yaml", said)
        library = clinic_folder.read().library
        assert library is not None
        topics.append(library.topic("signs", "en"))
    before, after = topics
    assert before.questions == ("What could it be?",)
    assert before.fingerprint != after.fingerprint
    assert (before.written != after.written) == in_words


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("last-changed: 2026-11-22", "last-changed: 2026-11-23"),
        ("role: oncologist", "role: nurse"),
        ("look.\n      Tell us", "look. Tell\n      us"),
        ("facts: [signs.bone-pain, signs.cough]", "facts: [signs.cough]"),
        ("\n", "\r\n"),
    ],
)
def test_what_patients_do_not_read_leaves_it(clinic_folder: ClinicFolder, old: str, new: str):
    text = approve(clinic_folder)
    assert old in text
    assert approved(clinic_folder, text.replace(old, new)) == (True, ())


def test_a_file_that_says_it_is_not_approved_is_not(clinic_folder: ClinicFolder):
    text = approve(clinic_folder).replace("status: approved", "status: not yet approved")
    assert approved(clinic_folder, text) == (False, ())


def test_an_approval_names_who_and_when(clinic_folder: ClinicFolder):
    clinic_folder.change_line("en/signs.yaml", 5, "  status: approved")
    reading = clinic_folder.read()
    assert codes(reading.diagnostics) == [("missing-key", 5)] * 5
    for name in ("reviewer", "role", "reviewed", "due", "text"):
        assert any(f"“{name}”" in diagnostic.message for diagnostic in reading.diagnostics)


def test_the_next_review_comes_after_the_last(clinic_folder: ClinicFolder):
    text = approve(clinic_folder).replace("due: 2027", "due: 2025")
    clinic_folder.write("en/signs.yaml", text)
    assert codes(clinic_folder.read().diagnostics) == [("bad-date", 9)]
