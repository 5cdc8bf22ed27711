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
    monkeypatch.setattr(at_start_module, "WITH_COPY_S", 0.01)
    monkeypatch.setattr(at_start_module, "WITHOUT_COPY_S", 0.01)
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


def test_a_kiosk_whose_folder_hangs_at_the_start_shows_the_last_good_copy_and_tells_staff(
    clinic_folder: ClinicFolder, last_good: LastGood, answers: Event
):
    content_at_start(clinic_folder.path, last_good)
    change(clinic_folder)
    answers.clear()
    deadline = Deadline()
    start = content_soon(clinic_folder.path, last_good, deadline)
    assert (start.source, title(start.library)) == (ContentSource.LAST_GOOD, "The signs")
    live = LiveContent(clinic_folder.path, start, last_good, deadline=deadline, answer_s=0.01)
    assert live.problems[0].code == "no-answer"
    assert live.poll() is None
    freed(deadline, answers)
    live = LiveContent(clinic_folder.path, start, last_good, deadline=deadline)
    assert title(polled(live)) == "Other signs"
    assert NO_ANSWER not in live.problems


def test_without_a_copy_it_shows_the_built_in_page_until_the_folder_answers(
    clinic_folder: ClinicFolder, last_good: LastGood, answers: Event
):
    answers.clear()
    deadline = Deadline()
    start = content_soon(clinic_folder.path, last_good, deadline)
    assert start.source is ContentSource.BUILT_IN
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
    started = content_soon(clinic_folder.path, last_good, Deadline())
    assert not started.made_from.startswith(at_start_module.UNSEEN), "it has answered"
    assert title(started.library) == title(first.library)
