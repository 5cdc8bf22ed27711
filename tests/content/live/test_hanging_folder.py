"""A folder that hangs, at the start or later, changes nothing for patients and is told to staff."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from kiosk.content.advice.no_answer import NO_ANSWER
from kiosk.content.files import hashes
from kiosk.content.live import at_start as at_start_module
from kiosk.content.live.at_start import ContentSource, content_at_start, content_soon
from kiosk.content.live.deadline import Deadline
from kiosk.content.live.last_good import LastGood
from kiosk.content.live.live import LiveContent
from kiosk.content.model.library import Library
from tests.content.live.test_live import change, title
from tests.content.sample_clinic import ClinicFolder


@pytest.fixture
def last_good(tmp_path: Path) -> LastGood:
    return LastGood(tmp_path / "state")


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """While it is not set, the content's disk hangs; set at first."""
    answering = Event()
    answering.set()
    content_hash = hashes.content_hash

    def hanging(folder: Path, wanted=()) -> str:
        answering.wait(60)
        return content_hash(folder, wanted)

    monkeypatch.setattr("kiosk.content.live.at_start.content_hash", hanging)
    monkeypatch.setattr("kiosk.content.live.live.content_hash", hanging)
    monkeypatch.setattr(at_start_module, "FIRST_S", 0.01)
    yield answering
    answering.set()


def freed(deadline: Deadline, answers: Event) -> None:
    """Let the disk answer again."""
    hung = list(deadline._hung)
    answers.set()
    for thread in hung:
        thread.join(30)


def polled(live: LiveContent, times: int = 2) -> Library | None:
    return [live.poll() for _ in range(times)][-1]


def test_a_kiosk_shows_its_last_good_copy_before_anything_is_looked_at_and_staff_are_told_if_the_folder_hangs(
    clinic_folder: ClinicFolder, last_good: LastGood, answers: Event
):
    content_at_start(clinic_folder.path, last_good)
    change(clinic_folder)
    answers.clear()
    deadline = Deadline()
    start = content_soon(clinic_folder.path, last_good, deadline)
    assert (start.source, title(start.library)) == (ContentSource.LAST_GOOD, "The signs")
    assert not deadline.hangs, "nothing was looked at"
    live = LiveContent(clinic_folder.path, start, last_good, deadline=deadline, answer_s=0.01)
    assert NO_ANSWER not in live.problems
    assert live.poll() is None
    assert live.problems[0].code == "no-answer"
    freed(deadline, answers)
    live = LiveContent(clinic_folder.path, start, last_good, deadline=deadline)
    assert title(polled(live)) == "Other signs"
    assert NO_ANSWER not in live.problems


def test_errors_that_cost_one_word_are_told_again_after_the_start(clinic_folder: ClinicFolder, last_good: LastGood):
    clinic_folder.write("words.yaml", "words:\n  - write: ER\n    sai: x\n")
    errors = content_at_start(clinic_folder.path, last_good).diagnostics
    start = content_soon(clinic_folder.path, last_good, Deadline())
    live = LiveContent(clinic_folder.path, start, last_good)
    polled(live)
    assert live.diagnostics == errors != ()


def test_the_files_are_looked_at_for_a_language_that_the_copy_lacks(
    clinic_folder: ClinicFolder, last_good: LastGood, answers: Event
):
    content_at_start(clinic_folder.path, last_good)
    assert content_soon(clinic_folder.path, last_good, Deadline(), "es").source is ContentSource.LIVE
    answers.clear()
    assert title(content_soon(clinic_folder.path, last_good, Deadline(), "es").library) == "The signs"


def test_without_a_copy_it_shows_the_built_in_page_until_the_folder_answers(
    clinic_folder: ClinicFolder, last_good: LastGood, answers: Event
):
    answers.clear()
    deadline = Deadline()
    start = content_soon(clinic_folder.path, last_good, deadline)
    assert start.source is ContentSource.BUILT_IN
    assert LiveContent(clinic_folder.path, start, last_good, deadline=deadline).problems[0] == NO_ANSWER
    freed(deadline, answers)
    live = LiveContent(clinic_folder.path, start, last_good, deadline=deadline)
    assert title(polled(live)) == "The signs"


def test_a_folder_that_hangs_later_changes_nothing_for_patients_and_is_told_to_staff_once(
    clinic_folder: ClinicFolder, last_good: LastGood, answers: Event, caplog: pytest.LogCaptureFixture
):
    deadline = Deadline()
    start = content_at_start(clinic_folder.path, last_good)
    live = LiveContent(clinic_folder.path, start, last_good, deadline=deadline, answer_s=0.01)
    before, count = live.library, live.problem_count
    answers.clear()
    assert polled(live, 3) is None
    assert live.library is before
    assert (live.problems[0], live.problem_count) == (NO_ANSWER, count + 1)
    assert [record.message for record in caplog.records] == [
        "the content folder does not answer: no answer within 0.01 s"
    ]
    freed(deadline, answers)
    live = LiveContent(clinic_folder.path, start, last_good, deadline=deadline)
    change(clinic_folder)
    assert title(polled(live)) == "Other signs"


@pytest.mark.parametrize(
    "name", ["clinic.yaml", "words.yaml", "notice.yaml", "languages.yaml", "en/signs.yaml", "pictures/a.png"]
)
def test_a_pipe_in_the_place_of_a_file_is_never_waited_for(name: str, clinic_folder: ClinicFolder, last_good: LastGood):
    first = content_at_start(clinic_folder.path, last_good)
    path = clinic_folder.path / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    live = LiveContent(clinic_folder.path, content_soon(clinic_folder.path, last_good, Deadline()), last_good)
    polled(live)
    assert NO_ANSWER not in live.problems, "it has answered"
    assert title(live.library) == title(first.library)
