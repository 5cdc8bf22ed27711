"""A clinic may refuse to show what no clinician has approved; patients still meet a kiosk that helps."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from tests.content.sample_clinic import CLINIC, FEEL_UNWELL, FILES, SIGNS, ClinicFolder, translated

ONLY_APPROVED = CLINIC + "show-unapproved: no\n"


def library(folder: ClinicFolder) -> Library:
    reading = folder.read()
    assert reading.library is not None, reading.diagnostics
    return reading.library


def approve(folder: ClinicFolder, *files: str) -> None:
    """Has each of the files approved as it is now."""
    folder.write("clinic.yaml", (folder.path / "clinic.yaml").read_text("utf-8").replace("show-unapproved: no\n", ""))
    shown = library(folder)
    for file in files:
        language, name = file.removesuffix(".yaml").split("/")
        review = (
            "  status: approved\n  reviewer: Dr A. Example\n  role: oncologist\n  reviewed: 2026-11-22\n"
            f"  due: 2027-11-22\n  text: {shown.topics[language][name].fingerprint}"
        )
        text = (folder.path / file).read_text("utf-8")
        folder.write(file, text.replace("  status: not yet approved", review))
    folder.write("clinic.yaml", (folder.path / "clinic.yaml").read_text("utf-8") + "show-unapproved: no\n")


def test_unless_told_otherwise_everything_is_shown(clinic_folder: ClinicFolder):
    shown = library(clinic_folder)
    assert shown.withheld == ()
    assert set(shown.topics["en"]) == {"signs", "disclaimer", "feel-unwell"}


def test_with_nothing_approved_patients_are_sent_to_the_staff(clinic_folder: ClinicFolder):
    clinic_folder.write("clinic.yaml", ONLY_APPROVED)
    shown = library(clinic_folder)
    assert shown.clinic.menu == ("feel-unwell",)
    assert shown.topic("disclaimer", "en").title == "Please ask a member of staff"
    core = shown.topic("feel-unwell", "en").text("cards/0/at-home")
    assert core == "At home, call 911 or your care team."
    assert set(shown.withheld) == {"en/signs", "en/disclaimer", "en/feel-unwell"}


def test_the_first_page_does_not_say_that_there_are_no_pages_where_there_are(clinic_folder: ClinicFolder):
    approve(clinic_folder, "en/signs.yaml")
    shown = library(clinic_folder)
    assert shown.clinic.menu == ("signs", "feel-unwell")
    (text,) = shown.topic("disclaimer", "en").texts("sections")
    assert "information only" in text
    assert "cannot show" not in text


def test_what_is_approved_is_shown(clinic_folder: ClinicFolder):
    approve(clinic_folder, *(file for file in FILES if file.startswith("en/")))
    shown = library(clinic_folder)
    assert shown.clinic.menu == ("signs", "feel-unwell")
    assert shown.withheld == ()
    assert shown.topic("disclaimer", "en").title == "For information only"


def test_an_edit_takes_it_away_again(clinic_folder: ClinicFolder):
    approve(clinic_folder, *(file for file in FILES if file.startswith("en/")))
    text = (clinic_folder.path / "en/signs.yaml").read_text("utf-8")
    clinic_folder.write("en/signs.yaml", text.replace("Pain in a bone", "Pain in a joint"))
    shown = library(clinic_folder)
    assert shown.clinic.menu == ("feel-unwell",)
    assert shown.withheld == ("en/signs",)
    with pytest.raises(KeyError):
        shown.topic("signs", "en")


def test_a_translation_that_is_not_approved_is_read_in_the_first_language(clinic_folder: ClinicFolder):
    clinic_folder.write("es/signs.yaml", translated(clinic_folder, "signs", SIGNS))
    clinic_folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
    approve(clinic_folder, "en/signs.yaml")
    shown = library(clinic_folder)
    assert shown.topic("signs", "es").language == "en"
    assert "es/signs" in shown.withheld
    approve(clinic_folder, "es/signs.yaml")
    assert library(clinic_folder).topic("signs", "es").language == "es"


def test_an_edit_of_one_language_takes_nothing_from_the_other(clinic_folder: ClinicFolder):
    for name, text in (("signs", SIGNS), ("feel-unwell", FEEL_UNWELL)):
        clinic_folder.write(f"es/{name}.yaml", translated(clinic_folder, name, text))
    clinic_folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
    files = [f"{language}/{name}.yaml" for language in ("en", "es") for name in ("signs", "feel-unwell")]
    approve(clinic_folder, *files)
    for name, old in (("signs", "Pain in a bone"), ("feel-unwell", "Sudden chest pain")):
        text = (clinic_folder.path / f"en/{name}.yaml").read_text("utf-8")
        clinic_folder.write(f"en/{name}.yaml", text.replace(old, f"{old} or arm"))
    shown = library(clinic_folder)
    assert set(shown.withheld) == {"en/signs", "en/feel-unwell", "en/disclaimer"}
    assert shown.clinic.menu == ("signs", "feel-unwell")
    for name in shown.clinic.menu:
        topic = shown.topic(name, "es")
        assert (topic.language, topic.approved) == ("es", True)
    assert shown.topic("feel-unwell", "en").text("cards/0/points/1") == "Chest pain"  # the built-in page


def test_a_copy_that_nobody_translated_cannot_be_shown_as_approved(clinic_folder: ClinicFolder):
    copy = SIGNS.replace("review:", 'translation:\n  from: "0000000000000000"\n  translator: x\nreview:')
    clinic_folder.write("es/signs.yaml", copy)
    clinic_folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
    approve(clinic_folder, "es/signs.yaml")
    assert library(clinic_folder).clinic.menu == ("feel-unwell",)
