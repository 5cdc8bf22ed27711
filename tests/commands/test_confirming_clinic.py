"""The clinic's name and numbers have a record of their own: who dialed them, and when they were answered."""

from __future__ import annotations

from datetime import date

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.commands.review import confirm_clinic
from tests.commands.clinic_calls import BY, as_printed, call, topic
from tests.content.sample_clinic import CLINIC, ClinicFolder

NURSE = ("--by", "A. Nurse")


@pytest.fixture
def unrecorded(folder: ClinicFolder) -> ClinicFolder:
    """A clinic whose numbers nobody has dialed."""
    (folder.path / "particulars.yaml").unlink()
    return folder


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confirm_clinic, "somebody_can_answer", lambda: True)


def answered(folder: ClinicFolder, answers: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--content", str(folder.path)], input=answers)


def record(folder: ClinicFolder) -> str:
    return (folder.path / "particulars.yaml").read_text("utf-8")


@pytest.mark.usefixtures("at_a_terminal")
class TestAtATerminal:
    """Each number is asked for by itself."""

    def test_it_records_who_dialed_which_number_on_which_day(self, unrecorded: ClinicFolder):
        done = answered(unrecorded, "y\n" * 4, "approve", "--clinic", *NURSE)
        assert done.exit_code == 0, done.output
        assert "Please dial 212-444-0100 on another phone now. Did your clinic answer?" in done.output
        assert f"phone: 212-444-0100, dialed and answered on {date.today()}, by A. Nurse." in done.output
        part = f"  - what: phone\n    words: 212-444-0100\n    by: A. Nurse\n    day: {date.today()}\n"
        assert part in record(unrecorded)
        assert call(unrecorded, "check", "--strict").exit_code == 0

    def test_nobody_is_asked_to_dial_the_emergency_number(self, unrecorded: ClinicFolder):
        done = answered(unrecorded, "y\n" * 4, "approve", "--clinic", *NURSE)
        assert "Is 911 the number for an ambulance where you are? Please do not dial it to find out." in done.output

    def test_one_no_records_nothing(self, unrecorded: ClinicFolder):
        done = answered(unrecorded, "y\nn\n", "approve", "--clinic", *NURSE)
        assert done.exit_code == 1
        assert "Correct “phone”" in done.output
        assert not (unrecorded.path / "particulars.yaml").exists()

    def test_approving_the_cards_asks_for_it_in_the_same_call(self, unrecorded: ClinicFolder):
        done = answered(unrecorded, "y\n" * 4, "approve", "feel-unwell", *BY)
        assert done.exit_code == 0, done.output
        assert topic(unrecorded, "feel-unwell").approved
        assert "by: Dr A. Example" in record(unrecorded)

    def test_only_what_is_new_is_asked_for(self, folder: ClinicFolder):
        folder.write("clinic.yaml", CLINIC.replace("911", "112"))
        done = answered(folder, "y\n", "approve", "--clinic", *NURSE)
        assert done.exit_code == 0, done.output
        assert "212-444-0100" not in done.output
        assert "112" in record(folder)
        assert "911" not in record(folder)


class TestInAScript:
    """Where nobody can answer, `--dialed` says that the numbers were dialed."""

    def test_without_it_nothing_is_recorded_and_the_printed_command_works(self, unrecorded: ClinicFolder):
        done = call(unrecorded, "approve", "--clinic", *NURSE)
        assert done.exit_code == 1
        assert not (unrecorded.path / "particulars.yaml").exists()
        assert as_printed(done.output.replace('"NAME"', '"A. Nurse"')).exit_code == 0
        assert call(unrecorded, "check", "--strict").exit_code == 0

    def test_the_cards_cannot_be_approved_before(self, unrecorded: ClinicFolder):
        done = call(unrecorded, "approve", "feel-unwell", *BY)
        assert done.exit_code == 1
        assert "These are not confirmed yet." in done.output
        assert not topic(unrecorded, "feel-unwell").approved
        assert call(unrecorded, "approve", "feel-unwell", *BY, "--dialed").exit_code == 0
        assert topic(unrecorded, "feel-unwell").approved

    def test_other_pages_can(self, unrecorded: ClinicFolder):
        assert call(unrecorded, "approve", "signs", *BY).exit_code == 0


@pytest.mark.parametrize(
    ("old", "new"), [("Harbor Clinic", "River Clinic"), ("212-444-0100", "212-444-0199"), ("911", "112")]
)
def test_another_name_or_number_voids_the_record_by_itself_and_going_back_heals_it(
    folder: ClinicFolder, old: str, new: str
):
    assert call(folder, "check", "--strict").exit_code == 0
    folder.write("clinic.yaml", CLINIC.replace(old, new))
    assert f"Nobody has recorded that this is right: {new}." in call(folder, "check").output
    folder.write("clinic.yaml", CLINIC)
    assert call(folder, "check", "--strict").exit_code == 0


@pytest.mark.parametrize(("old", "new"), [("Harbor Clinic", "Example Clinic"), ("212-444-0100", "555-0100")])
def test_a_sample_cannot_be_confirmed(folder: ClinicFolder, old: str, new: str):
    folder.write("clinic.yaml", CLINIC.replace(old, new))
    done = call(folder, "approve", "--clinic", *NURSE, "--dialed")
    assert done.exit_code == 1
    assert f"“{new}” is still the sample." in done.output


@pytest.mark.parametrize("name", ["Dr. Ana's: Clinic #1", "Clínica “Mañana”", "no", "2026"])
def test_any_name_and_number_is_kept_as_it_is(folder: ClinicFolder, name: str):
    folder.write("clinic.yaml", CLINIC.replace("name: Harbor Clinic", f"name: '{name.replace(chr(39), chr(39) * 2)}'"))
    assert call(folder, "approve", "--clinic", *NURSE, "--dialed").exit_code == 0
    assert "Nobody has recorded" not in call(folder, "check").output


def test_a_record_that_cannot_be_read_counts_for_nothing_and_patients_lose_nothing(folder: ClinicFolder):
    folder.write("particulars.yaml", "confirmed: yes\n")
    assert "Nobody has recorded that this is right" in call(folder, "check").output
    assert folder.read().library is not None
