"""What is still a sample is remarked on, on its line; so is a clinic that nobody can call at night."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.content.advice.samples import sample_diagnostics
from kiosk.content.approval.new_topic import new_topic
from kiosk.content.model.samples import is_sample_name, is_sample_phone
from kiosk.content.parsing.diagnostic import Diagnostic, Level
from kiosk.content.reader import read_content
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder, translated

TODAY = date(2026, 11, 22)


def told(folder: ClinicFolder) -> list[Diagnostic]:
    return list(read_content(folder.path, advice_for=TODAY).diagnostics)


def test_a_clinic_that_is_ready_is_told_nothing(clinic_folder: ClinicFolder):
    assert told(clinic_folder) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "fix"),
    [
        ("Harbor Clinic", "Sample Breast Care Clinic", 1, "Type your clinic's name."),
        ("212-444-0100", "555-0142", 2, "Type your number with its area code."),
        ("answered: day and night", "night-phone: 555-0143", 9,
         "Type the number that is answered at night, with its area code."),
        ("answered: day", "crisis-line: 555-0144\nanswered: day", 9,
         "Type the number of the crisis line, or delete the line."),
    ],
)  # fmt: skip
def test_a_sample_of_the_clinic_says_what_to_type(clinic_folder: ClinicFolder, old: str, new: str, line: int, fix: str):
    clinic_folder.write("clinic.yaml", CLINIC.replace(old, new))
    (found,) = (each for each in told(clinic_folder) if each.code == "sample")
    assert (found.file, found.line, found.fix, found.level) == ("clinic.yaml", line, fix, Level.WARNING)
    assert found.message.startswith("This is still the sample: “")


def test_a_template_that_is_half_filled_in_names_what_is_left(clinic_folder: ClinicFolder):
    text = new_topic(clinic_folder.path, "en", "rest", None, TODAY)
    assert text
    clinic_folder.write("en/rest.yaml", text.replace("The first point", "Sleep when you can"))
    left = [each.message.split("“")[1].rstrip("”.…") for each in told(clinic_folder) if each.code == "sample"]
    assert left == [
        "Publisher, title of the page or leaflet",
        "A short heading",
        "Write here what patients should know, a",
        "A list",
        "The second point",
    ]


class TestATranslation:
    """A file in another folder is not yet a translation."""

    @pytest.fixture
    def spanish(self, clinic_folder: ClinicFolder) -> ClinicFolder:
        clinic_folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
        return clinic_folder

    @pytest.mark.parametrize("copied", [True, False])
    def test_that_is_still_the_original_is_a_sample(self, spanish: ClinicFolder, copied: bool):
        spanish.write("es/signs.yaml", translated(spanish, "signs", SIGNS, copied=copied))
        found = [each for each in told(spanish) if each.code == "mostly-original"]
        assert [each.file for each in found] == ["es/signs.yaml"] * copied
        everything = spanish.read().everything
        assert everything
        assert [each.file for each in sample_diagnostics(everything)] == ["es/signs.yaml"] * copied

    def test_of_which_half_is_left_to_do_is_one_too(self, spanish: ClinicFolder):
        text = translated(spanish, "signs", SIGNS, copied=True).replace("A cough that does not go away", "Una tos")
        spanish.write("es/signs.yaml", text)
        assert [each.code for each in told(spanish) if each.file == "es/signs.yaml"] == ["mostly-original"]


def test_without_a_number_for_the_night_nobody_knows_whom_to_call(clinic_folder: ClinicFolder):
    clinic_folder.write("clinic.yaml", CLINIC.replace("answered: day and night\n", ""))
    (found,) = told(clinic_folder)
    assert (found.code, found.line) == ("no-night-phone", 2)
    clinic_folder.write("clinic.yaml", CLINIC.replace("answered: day and night", "night-phone: 212-444-0101"))
    assert [each.code for each in told(clinic_folder)] == ["not-confirmed"]


@pytest.mark.parametrize("write", ["212-444-0100", "444", "911"])
def test_a_pronunciation_that_changes_a_number_is_remarked_on(clinic_folder: ClinicFolder, write: str):
    entries = (f"  - write: {each}\n    say: nine\n" for each in (write, "Harbor"))
    clinic_folder.write("words.yaml", "words:\n" + "".join(entries))
    (found,) = told(clinic_folder)
    assert (found.code, found.file, found.line) == ("number-changed", "words.yaml", 2)


def test_a_running_kiosk_finds_the_same_samples(clinic_folder: ClinicFolder):
    clinic_folder.write("clinic.yaml", CLINIC.replace("Harbor", "Example").replace("212-444-0100", "555-0100"))
    library = clinic_folder.read().library
    assert library
    of_check = [(each.file, each.message, each.fix) for each in told(clinic_folder) if each.code == "sample"]
    assert [(each.file, each.message, each.fix) for each in sample_diagnostics(library)] == of_check


@pytest.mark.parametrize(
    "number",
    ["(212) 555-0142", "(555) 123-4567", "0161 496 0123", "01632 960123", "(02) 5550 1234",
     "06 39 98 12 34", "123-456-7890", "000-0000"],
)  # fmt: skip
def test_a_number_that_nobody_has_is_a_sample(number: str):
    assert is_sample_phone(number)


@pytest.mark.parametrize(
    "number", ["212-444-0100", "212-555-1212", "617-632-3000", "1-800-422-6237", "911", "988", "+49 30 4505 0"]
)
def test_a_number_that_somebody_may_have_is_none(number: str):
    assert not is_sample_phone(number)


@pytest.mark.parametrize("name", ["Clínica de ejemplo", "Clinic name", "My Clinic", "Nombre de la clínica"])
def test_a_name_that_stands_for_a_name_is_a_sample(name: str):
    assert is_sample_name(name)


@pytest.mark.parametrize("name", ["Harbor Clinic", "Clínica Santa Ana", "The Name Sisters Hospital", "Exemplar Health"])
def test_a_name_of_a_clinic_is_none(name: str):
    assert not is_sample_name(name)
