"""What `doctor` says of the content: samples, numbers, reviews."""

from __future__ import annotations

from datetime import date, timedelta
from threading import Event

import pytest

from kiosk.commands.machine import examine
from kiosk.commands.machine.examine_content import examine_content
from kiosk.commands.machine.health_check import HealthCheck
from kiosk.content.model.overdue import GRACE_DAYS
from kiosk.device.device import Device
from tests.commands.clinic_calls import BY, as_printed, call, topic
from tests.content.sample_clinic import CLINIC, ClinicFolder

TODAY = date.today()


def found(folder: ClinicFolder, name: str, today: date = TODAY) -> HealthCheck:
    (check,) = (each for each in examine_content(folder.path, today) if each.name == name)
    return check


def approve_all(folder: ClinicFolder) -> None:
    for name in ("signs", "disclaimer", "feel-unwell"):
        assert call(folder, "approve", name, *BY).exit_code == 0


def test_a_clinic_that_is_ready_is_all_right(folder: ClinicFolder):
    approve_all(folder)
    assert {each.state for each in examine_content(folder.path, TODAY)} == {"good"}


@pytest.mark.parametrize(("old", "new"), [("Harbor Clinic", "Example Clinic"), ("212-444-0100", "555-0100")])
def test_a_sample_is_not_right(folder: ClinicFolder, old: str, new: str):
    folder.write("clinic.yaml", CLINIC.replace(old, new))
    check = found(folder, "Content")
    assert check.state == "bad"
    assert f"This is still the sample: “{new}”." in check.found


def test_a_clinic_that_nobody_can_call_at_night_is_not_right(folder: ClinicFolder):
    folder.write("clinic.yaml", CLINIC.replace("answered: day and night\n", ""))
    check = found(folder, "Numbers")
    assert (check.state, check.found) == ("bad", "Nobody knows whom to call at night.")
    assert "night-phone:" in check.to_do


def test_a_number_that_nobody_dialed_is_named(folder: ClinicFolder):
    folder.write("clinic.yaml", CLINIC.replace("911", "112"))
    check = found(folder, "Numbers")
    assert (check.state, check.found) == ("note", "Nobody has recorded that this is right: 112.")
    assert as_printed(check.to_do.replace("”", " --dialed”").replace('"NAME"', '"A. Nurse"')).exit_code == 0
    assert found(folder, "Numbers").state == "good"


def test_an_overdue_review_is_said_to_be_overdue(folder: ClinicFolder):
    approve_all(folder)
    due = topic(folder).review.due
    assert due
    assert found(folder, "Reviews", due).state == "note"
    for days in (1, GRACE_DAYS + 1):
        check = found(folder, "Reviews", due + timedelta(days=days))
        assert check.state == "bad"
        assert check.found.endswith(f"is overdue, since {due}.")
        assert "en/signs" in check.found
        assert (
            as_printed(check.to_do.replace('"NAME"', '"Dr A. Example"').replace("PROFESSION", "nurse")).exit_code == 0
        )


def test_text_that_waits_for_a_clinician_is_counted(folder: ClinicFolder):
    call(folder, "approve", "signs", *BY)
    assert found(folder, "Reviews").found == "2 of 3 texts are not approved by a clinician; patients are told so."


def test_content_with_an_error_is_not_examined_further(folder: ClinicFolder):
    folder.write("en/signs.yaml", "titel: x\n")
    (check,) = examine_content(folder.path, TODAY)
    assert (check.name, check.state) == ("Content", "bad")


def test_a_folder_that_hangs_is_told_while_all_else_is_checked(folder: ClinicFolder, monkeypatch: pytest.MonkeyPatch):
    free = Event()
    monkeypatch.setattr(examine, "examine_content", lambda *_: free.wait(60) and [])
    monkeypatch.setattr(examine, "CONTENT_S", 0.01)
    (check,) = examine._content(folder.path, Device())
    free.set()
    assert (check.state, check.found) == ("bad", "The folder with the texts does not answer.")
