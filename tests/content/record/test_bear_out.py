"""An approval counts only if the list says nothing against it."""

from __future__ import annotations

from kiosk.content.model.library import Topic
from kiosk.content.record.approvals import APPROVED, WITHDRAWN, Record
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder, codes

BY = "Dr A. Example"


def signs(folder: ClinicFolder) -> Topic:
    everything = folder.read().everything
    assert everything is not None
    return everything.topics["en"]["signs"]


def approve(folder: ClinicFolder, *said: str, record: str = "") -> None:
    """Writes a review into the file as it is, and lines with what was `said` into the list."""
    text = signs(folder).fingerprint
    review = (
        f"status: approved\n  reviewer: {BY}\n  role: nurse\n  reviewed: 2026-11-22\n  due: 2027-11-22\n  text: {text}"
    )
    mark = f"\n  record: {record}" if record else ""
    folder.write("en/signs.yaml", SIGNS.replace("status: not yet approved", review + mark))
    lines, before = [], ""
    for each in said:
        line = Record(each, "en/signs", text, BY, "nurse", "2026-11-22", before=before)
        lines.append(line.line + "\n")
        before = line.hash
    if lines:
        folder.write("approvals.jsonl", "".join(lines))


def test_an_approval_from_before_there_was_a_list_counts(clinic_folder: ClinicFolder):
    approve(clinic_folder)
    assert signs(clinic_folder).approved
    assert clinic_folder.read().diagnostics == ()


def test_an_approval_that_was_withdrawn_does_not(clinic_folder: ClinicFolder):
    approve(clinic_folder, APPROVED, WITHDRAWN)
    assert not signs(clinic_folder).approved
    assert codes(clinic_folder.read().diagnostics) == [("approval-withdrawn", 10)]


def test_one_of_two_is_not_enough(clinic_folder: ClinicFolder):
    approve(clinic_folder, APPROVED)
    clinic_folder.write("clinic.yaml", CLINIC + "reviewers: 2\n")
    assert not signs(clinic_folder).approved
    assert codes(clinic_folder.read().diagnostics) == [("one-reviewer", 10)]


def test_an_approval_whose_line_is_gone_is_an_error(clinic_folder: ClinicFolder):
    approve(clinic_folder, record="0123456789abcdef")
    reading = clinic_folder.read()
    assert reading.library is None
    assert codes(reading.diagnostics) == [("approval-unlisted", 11)]
