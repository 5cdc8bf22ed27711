"""`doctor` and `check`: what staff hear of older translations and of lost pronunciations."""

from __future__ import annotations

import json
from datetime import date

import pytest

from kiosk.commands.content.typed_here import PROGRAM
from kiosk.commands.machine.examine_content import examine_content
from kiosk.commands.machine.health_check import HealthCheck
from tests.commands.clinic_calls import call, in_spanish_too
from tests.content.sample_clinic import CLINIC, FEEL_UNWELL, FILES, SIGNS, ClinicFolder, translated

COLUMN_0 = FILES["words.yaml"] + "- write: Nguyen\n  say: nwin\n"


@pytest.fixture
def outdated(folder: ClinicFolder) -> ClinicFolder:
    in_spanish_too(folder)
    folder.write("es/feel-unwell.yaml", translated(folder, "feel-unwell", FEEL_UNWELL))
    return folder


def of_doctor(folder: ClinicFolder, name: str) -> list[HealthCheck]:
    return [each for each in examine_content(folder.path, date(2026, 11, 22)) if each.name == name]


def test_doctor_has_nothing_to_say_of_translations_that_match(outdated: ClinicFolder):
    assert of_doctor(outdated, "Translations") == []


def test_doctor_names_the_readers_of_older_texts_and_above_all_of_older_cards(outdated: ClinicFolder):
    outdated.write("en/disclaimer.yaml", FILES["en/disclaimer.yaml"].replace("not medical advice", "no advice"))
    (note,) = of_doctor(outdated, "Translations")
    assert note.found == "Readers of Spanish keep older texts: disclaimer of 2026-11-22."
    outdated.write("en/feel-unwell.yaml", FEEL_UNWELL.replace("Sudden chest pain", "Chest pain"))
    (note,) = of_doctor(outdated, "Translations")
    assert note.found.endswith("In an emergency they get older advice: feel-unwell.")
    assert f"{PROGRAM} check" in note.to_do


def test_a_lost_pronunciation_is_an_error_though_the_texts_are_shown(folder: ClinicFolder):
    folder.write("words.yaml", COLUMN_0)
    done = call(folder, "check")
    assert done.exit_code == 1
    assert "Error in words.yaml, line 8:" in done.output
    assert done.output.endswith(
        "The texts can be shown. Please fix the errors, or some words are not said as you want.\n"
    )
    (content,) = of_doctor(folder, "Content")
    assert (content.state, content.found.startswith("words.yaml, line 8:")) == ("bad", True)
    assert of_doctor(folder, "Reviews")


def test_any_other_error_keeps_this_version_from_patients(folder: ClinicFolder):
    folder.write("words.yaml", COLUMN_0)
    folder.write("en/signs.yaml", SIGNS.replace("title:", "titel:"))
    assert "This version cannot be shown to patients." in call(folder, "check").output


def test_an_older_translation_is_an_error_of_a_strict_check(outdated: ClinicFolder):
    outdated.write("en/signs.yaml", SIGNS.replace("Pain that stays", "Pain that lasts"))
    assert call(outdated, "check").exit_code == 0
    done = call(outdated, "check", "--strict", "--json")
    problems = json.loads(done.output)["problems"]
    assert done.exit_code == 1
    assert [(p["level"], p["file"]) for p in problems if p["code"] == "cards-outdated"] == [("error", "es/signs.yaml")]


def test_nothing_is_approved_while_a_word_is_lost(folder: ClinicFolder):
    folder.write("words.yaml", COLUMN_0)
    done = call(folder, "approve", "signs", "--by", "Dr A", "--role", "nurse")
    assert done.exit_code == 1
    assert "Please fix the content first." in done.output


@pytest.mark.parametrize("languages", ["[en, es]", "[es, en]"])
def test_a_menu_may_name_what_any_language_has(outdated: ClinicFolder, languages: str):
    (outdated.path / "en/signs.yaml").rename(outdated.path / "en/kept.txt")
    outdated.write("clinic.yaml", CLINIC.replace("[en]", languages))
    assert call(outdated, "check").exit_code == 0
