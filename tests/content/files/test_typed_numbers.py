"""A number of the clinic's that is typed into a topic is noticed; in a card, an emergency number is an error."""

from __future__ import annotations

import pytest

from kiosk.content.parsing.diagnostic import Level
from kiosk.content.reader import read_topic
from tests.content.sample_clinic import CLINIC, FEEL_UNWELL, ClinicFolder, codes

OWN = (
    CLINIC.replace("212-444-0100", "(212) 555-1212").replace("911", "107")
    + "night-phone: 212-555-3434\ncrisis-line: 988\n"
)
POINT = 18
"""The line of a point in the signs."""


@pytest.fixture
def folder(clinic_folder: ClinicFolder) -> ClinicFolder:
    clinic_folder.write("clinic.yaml", OWN)
    return clinic_folder


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Call 212-555-1212 now", "phone"),
        ("Call (212) 555-1212", "phone"),
        ("Call 2125551212.", "phone"),
        ("At night, 212 555 3434", "night-phone"),
        ("Call 988, or text", "crisis-line"),
        ("Call 107", "emergency-number"),
        ("Call 9-1-1 at once", "emergency-number"),
        ("Call 112 in Europe", "emergency-number"),
    ],
)
def test_a_typed_number_is_a_warning_that_names_its_placeholder(folder: ClinicFolder, typed: str, name: str):
    folder.change_line("en/signs.yaml", POINT, f"      - {typed}")
    (found,) = folder.read().diagnostics
    assert (found.code, found.line, found.level) == ("typed-number", POINT, Level.WARNING)
    assert found.fix == f"Type <{name}> in its place."


@pytest.mark.parametrize(
    "typed",
    [
        "Take 112 mg",
        "One in 1,107 people",
        "Only 107 % of it",
        "$988",
        "Room 2107",
        "In 107/5 cases",
        "HER107",
        "107.5 °F",
    ],
)
def test_a_number_of_something_else_is_none(folder: ClinicFolder, typed: str):
    folder.change_line("en/signs.yaml", POINT, f"      - {typed}")
    assert folder.read().diagnostics == ()


@pytest.mark.parametrize("typed", ["107", "911", "9-1-1", "112", "999"])
def test_in_a_card_an_emergency_number_is_an_error(folder: ClinicFolder, typed: str):
    folder.write("en/feel-unwell.yaml", FEEL_UNWELL.replace("<emergency-number>", typed))
    reading = folder.read()
    assert reading.library is None
    assert codes(reading.diagnostics) == [("typed-number", 9)]
    assert read_topic(folder.path / "en/feel-unwell.yaml").topic is None


def test_doing_what_it_says_makes_the_card_right(folder: ClinicFolder):
    folder.write("en/feel-unwell.yaml", FEEL_UNWELL.replace("<emergency-number>", "911"))
    (found,) = folder.read().diagnostics
    folder.write("en/feel-unwell.yaml", FEEL_UNWELL.replace("911", found.fix.split()[1]))
    assert folder.read().diagnostics == ()
