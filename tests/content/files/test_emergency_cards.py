"""An emergency card must be there, and its number must be the clinic's own."""

from __future__ import annotations

import pytest

from kiosk.content.parsing.diagnostic import Level
from tests.content.sample_clinic import CLINIC, FEEL_UNWELL, SIGNS, ClinicFolder


def told(folder: ClinicFolder) -> list[tuple[str, Level]]:
    return [(each.code, each.level) for each in folder.read().diagnostics]


def test_a_page_of_cards_without_an_emergency_card_is_remarked_on(clinic_folder: ClinicFolder):
    clinic_folder.write("en/feel-unwell.yaml", FEEL_UNWELL.replace("level: emergency", "level: urgent"))
    assert told(clinic_folder) == [("no-emergency-card", Level.WARNING)]


def test_other_pages_need_none(clinic_folder: ClinicFolder):
    assert "emergency" not in SIGNS
    assert told(clinic_folder) == []


@pytest.mark.parametrize(
    "text",
    ["Call 911 now.", "Call 911.", "911", "Call (911) now", "In Europe, call 112 now.", "Call 911, and wait."],
)
def test_an_emergency_number_that_is_typed_by_hand_is_remarked_on_anywhere(clinic_folder: ClinicFolder, text: str):
    clinic_folder.write("en/signs.yaml", SIGNS.replace("Call <phone> if you can.", text))
    assert told(clinic_folder) == [("typed-number", Level.WARNING)]


@pytest.mark.parametrize("text", ["A fever of 100.4 °F", "9111 people", "1-911-444", "911.5 mg", "<emergency-number>"])
def test_other_numbers_are_not(clinic_folder: ClinicFolder, text: str):
    clinic_folder.write("en/signs.yaml", SIGNS.replace("Call <phone> if you can.", text))
    assert told(clinic_folder) == []


def test_the_clinics_own_emergency_number_is_looked_for_too(clinic_folder: ClinicFolder):
    clinic_folder.write("clinic.yaml", CLINIC.replace("911", "144"))
    clinic_folder.write("en/signs.yaml", SIGNS.replace("Call <phone> if you can.", "Call 144."))
    assert told(clinic_folder) == [("typed-number", Level.WARNING)]


@pytest.mark.parametrize("number", ["212-444-0199", "(212) 444 0199", "+43 1 444 01", "144"])
def test_an_emergency_card_names_nobody_by_a_number_of_its_own(clinic_folder: ClinicFolder, number: str):
    clinic_folder.write("en/feel-unwell.yaml", FEEL_UNWELL.replace("<emergency-number>", number))
    assert told(clinic_folder) == [("typed-number", Level.ERROR)]
