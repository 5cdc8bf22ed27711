"""What the voice has to guess is remarked on by the rules that guess; doing what the remark says ends it."""

from __future__ import annotations

import re

import pytest

from kiosk.content.parsing.diagnostic import Diagnostic, Level
from kiosk.content.reader import read_content
from kiosk.speech.doubts import doubts
from tests.content.advice.test_wording import TODAY
from tests.content.sample_clinic import FILES, WORDS, ClinicFolder

POINT = 18
CAPITALS = {"An XYZ test": "XYZ", "Ask for the PARPS": "PARPS"}
MIXED = {"Is QWX15-3 high?": "QWX15-3", "Is Abc67 high?": "Abc67", "Take 5FU": "5FU", "On a XDK4/6 pill": "XDK4/6"}
UNCOVERED = {"Ask for AbbVie": "AbbVie", "Use MBCday": "MBCday", "For pts only": "pts", "A CyberKnife": "CyberKnife"}
UNITS = {"Take 10 W/mL": "W/mL", "Take 5 mcL": "mcL", "Take it tabl. by tabl.": "tabl."}
NUMBERS = {
    "Call 1-212-555-3434": "1-212-555-3434",
    "Call 91 123 45 67": "91 123 45 67",
    "Call 01234 567890": "01234 567890",
    "Call 5553434": "5553434",
    "Call 4321-0987": "4321-0987",
    "Call 1-800-CLINIC": "1-800-CLINIC",
}


def found_in(folder: ClinicFolder, typed: str) -> list[Diagnostic]:
    """The remarks on a point of the signs."""
    folder.change_line("en/signs.yaml", POINT, f"      - {typed}")
    diagnostics = read_content(folder.path, advice_for=TODAY, listen=doubts).diagnostics
    assert all(each.line == POINT and each.level is Level.WARNING for each in diagnostics)
    return [each for each in diagnostics if each.code != "hard-to-read"]


@pytest.mark.parametrize(("typed", "word"), [*CAPITALS.items(), *MIXED.items(), *UNCOVERED.items(), *UNITS.items()])
def test_what_the_advice_says_ends_the_guessing(clinic_folder: ClinicFolder, typed: str, word: str):
    (found,) = found_in(clinic_folder, typed)
    assert found.code == "guessed-word"
    assert f"“{word}”" in found.message
    write = re.search("“(write: .*?)”", found.fix)
    assert write
    assert write[1] == f"write: {word}"
    assert "kiosk say --word" in found.fix
    clinic_folder.write("words.yaml", WORDS + f"  - {write[1]}\n    say: this and that\n")
    assert found_in(clinic_folder, typed) == []


@pytest.mark.parametrize(("typed", "number"), NUMBERS.items())
def test_a_number_that_looks_like_a_phone_number_should_be_a_placeholder(
    clinic_folder: ClinicFolder, typed: str, number: str
):
    (found,) = found_in(clinic_folder, typed)
    assert (found.code, found.message) == ("typed-number", f"“{number}” looks like a phone number.")
    assert "Type <phone>" in found.fix
    assert found_in(clinic_folder, typed.replace(number, "<phone>")) == []
    clinic_folder.write("words.yaml", WORDS + f"  - write: {number}\n    say: this and that\n")
    assert found_in(clinic_folder, typed) == []


def test_the_clinics_own_number_is_remarked_on_once(clinic_folder: ClinicFolder):
    assert [each.fix for each in found_in(clinic_folder, "Call 212-444-0100")] == ["Type <phone> in its place."]


@pytest.mark.parametrize(
    "typed",
    ["An MRI, a CT and the ER", "Do NOT wait", "Is CA15-3 or Ki67 high?", "On a CDK4/6 pill", "Take 10 U/mL",
     "HER2 and B12", "A Tc-99m scan", "Ask Dr. McDonald or Ms. Ng", "MyChart, the pH and PhDs",
     "DO NOT WAIT", "In 2024 2025", "1,000,000 people",
     "A fever of 100.4 °F", "At 8 a.m. on Mon. or later", "5 mg a day", "On 2026-11-30", "A 3D picture",
     "MBC is named in words.yaml"],
)  # fmt: skip
def test_what_the_voice_knows_is_not_remarked_on(clinic_folder: ClinicFolder, typed: str):
    assert found_in(clinic_folder, typed) == []


def test_a_sign_that_the_voice_leaves_out_is_remarked_on(clinic_folder: ClinicFolder):
    (found,) = found_in(clinic_folder, "Stage ∑ pain")
    assert found.message == "The voice has no word for “∑”, and leaves it out."


def test_a_word_is_remarked_on_once_where_the_page_first_uses_it(clinic_folder: ClinicFolder):
    signs = FILES["en/signs.yaml"].replace("- Pain in a bone", "- An XYZ test").replace("- A question", "- An XYZ")
    clinic_folder.write("en/signs.yaml", signs)
    (found,) = read_content(clinic_folder.path, advice_for=TODAY, listen=doubts).diagnostics
    assert found.line == POINT


def test_without_a_voice_nothing_is_guessed(clinic_folder: ClinicFolder):
    clinic_folder.change_line("en/signs.yaml", POINT, "      - An XYZ test")
    assert read_content(clinic_folder.path, advice_for=TODAY).diagnostics == ()
