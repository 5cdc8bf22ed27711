"""The numbers in `clinic.yaml` are numbers; what else is in them is remarked on, with what to type."""

from __future__ import annotations

import phonenumbers
import pytest

from kiosk.content.files.clinic_numbers import only_number
from kiosk.content.parsing.diagnostic import Diagnostic, Level
from tests.content.sample_clinic import CLINIC, ClinicFolder


def remarks(folder: ClinicFolder, typed: str) -> list[Diagnostic]:
    """The remarks on a clinic.yaml with this line for the phone."""
    folder.write("clinic.yaml", CLINIC.replace("phone: 212-444-0100", typed))
    reading = folder.read()
    assert reading.library is not None
    assert all(each.level is Level.WARNING and each.file == "clinic.yaml" for each in reading.diagnostics)
    return list(reading.diagnostics)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("tel:212-555-1212", "212-555-1212"),
        ("tel:+12125551212", "+12125551212"),
        ("Tel. 212-555-1212", "212-555-1212"),
        ("“212-555-1212”", "212-555-1212"),
        ("‘212-555-1212’", "212-555-1212"),
        ("030 4505-0 (Empfang)", "030 4505-0"),
        ("212-555-1212 (front desk) ext. 5", "212-555-1212 ext. 5"),
        ("Reception 212-555-1212", "212-555-1212"),
        ("212-555-1212, ask for Ann", "212-555-1212"),
    ],
)
def test_what_cannot_be_dialled_is_remarked_on_and_doing_what_it_says_ends_it(
    clinic_folder: ClinicFolder, typed: str, right: str
):
    (found,) = remarks(clinic_folder, f"phone: {typed}")
    assert found.code == "not-dialled"
    assert found.fix == f"Type “phone: {right}”."
    assert remarks(clinic_folder, found.fix[6:-2]) == []


@pytest.mark.parametrize(
    "number",
    ["212-555-1212 ext. 5", "(212) 555-1212 x5", "1-800-FLOWERS", "1-800-4-Cancer", "112 or 110",
     "91 123 45 67, extensión 3", "+44 (0)20 7188 7188", "*67 212-555-1212", "13 11 20", "555-0142"],
)  # fmt: skip
def test_a_number_is_left_as_it_is(number: str):
    assert only_number(number) == number


def test_so_are_the_example_numbers_of_all_countries():
    forms = (phonenumbers.PhoneNumberFormat.INTERNATIONAL, phonenumbers.PhoneNumberFormat.NATIONAL)
    for region in phonenumbers.SUPPORTED_REGIONS:
        example = phonenumbers.example_number(region)
        for number in [phonenumbers.format_number(example, form) for form in forms]:
            assert only_number(number) == number


def test_seven_digits_beside_911_lack_their_area_code(clinic_folder: ClinicFolder):
    (found,) = remarks(clinic_folder, "phone: 555-9142")
    assert found.code == "area-code"
    assert "such as “phone: 212-555-9142”" in found.fix
    assert remarks(clinic_folder, "phone: 212-555-9142") == []
    (found,) = remarks(clinic_folder, "phone: 212-555-9142\nnight-phone: 5559143")
    assert (found.code, found.line) == ("area-code", 3)


def test_a_sample_and_a_number_of_another_country_lack_none(clinic_folder: ClinicFolder):
    assert remarks(clinic_folder, "phone: 555-0142") == []
    clinic_folder.write("clinic.yaml", CLINIC.replace("212-444-0100", "8765 432").replace("911", "999"))
    assert clinic_folder.read().diagnostics == ()
