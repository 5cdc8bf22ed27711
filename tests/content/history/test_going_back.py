"""A folder is made what it was, whole or not at all."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.history.generations import Generation, History, HistoryError
from kiosk.content.history.going_back import finish, put_back, restorable
from kiosk.content.history.own_files import own_files
from kiosk.machine import lock
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder

APPROVALS = "approvals.jsonl"
STEPS = (("os", os, "fsync"), ("path", Path, "replace"), ("path", Path, "unlink"), ("path", Path, "rmdir"))
"""What is called at each step of writing."""


class KilledError(BaseException):
    """Stands for the end of the process."""


@pytest.fixture
def history(clinic_folder: ClinicFolder, tmp_path: Path) -> History:
    """Two generations: the sample, and one in which files were changed, added and removed."""
    history = History(clinic_folder.path, tmp_path / "state")
    history.keep()
    clinic_folder.write("en/signs.yaml", SIGNS.replace("The signs", "Other signs"))
    clinic_folder.write("clinic.yaml", CLINIC.replace("[signs,", "[signs, more,"))
    clinic_folder.write("en/more.yaml", SIGNS)
    clinic_folder.write("es/more.yaml", SIGNS)
    (clinic_folder.path / "words.yaml").unlink()
    history.keep()
    return history


def first_and_last(history: History) -> tuple[Generation, Generation]:
    return history.all()[0], history.all()[-1]


def files_of(generation: Generation) -> dict[str, bytes]:
    return {name: generation.read(name) for name in generation.files}


def test_changed_added_and_removed_files_are_as_they_were(history: History, clinic_folder: ClinicFolder):
    first, _ = first_and_last(history)
    put_back(history, first)
    assert own_files(clinic_folder.path) == files_of(first)
    assert not (clinic_folder.path / "es").exists()


def test_one_file_can_go_back_alone(history: History, clinic_folder: ClinicFolder):
    first, last = first_and_last(history)
    put_back(history, first, {"en/signs.yaml"})
    assert own_files(clinic_folder.path) == {**files_of(last), "en/signs.yaml": SIGNS.encode()}


def test_going_back_can_itself_be_taken_back(history: History, clinic_folder: ClinicFolder):
    _, last = first_and_last(history)
    for _ in range(2):
        target = restorable(history)
        assert target is not None
        put_back(history, target)
        history.keep()
    assert own_files(clinic_folder.path) == files_of(last)


def test_with_one_state_there_is_none_to_go_back_to(clinic_folder: ClinicFolder, tmp_path: Path):
    history = History(clinic_folder.path, tmp_path / "other")
    with pytest.raises(HistoryError, match="Nothing has been kept"):
        restorable(history)
    history.keep()
    assert restorable(history) is None


def test_the_list_of_approvals_is_only_added_to(history: History, clinic_folder: ClinicFolder):
    clinic_folder.write(APPROVALS, "one\n")
    history.keep()
    clinic_folder.write(APPROVALS, "one\ntwo\n")
    history.keep()
    first, *_, earlier, _ = history.all()
    for each in (first, earlier):
        put_back(history, each)
        assert (clinic_folder.path / APPROVALS).read_text() == "one\ntwo\n"


def test_a_list_that_lacks_lines_is_put_back(history: History, clinic_folder: ClinicFolder):
    clinic_folder.write(APPROVALS, "one\ntwo\n")
    whole = history.keep()
    assert whole is not None
    clinic_folder.write(APPROVALS, "one\n")
    history.keep()
    put_back(history, whole)
    assert (clinic_folder.path / APPROVALS).read_text() == "one\ntwo\n"


def test_nothing_is_taken_from_a_damaged_generation(history: History, clinic_folder: ClinicFolder):
    first, last = first_and_last(history)
    (first.content / "words.yaml").write_text("spoilt")
    with pytest.raises(HistoryError, match="damaged"):
        put_back(history, first)
    assert own_files(clinic_folder.path) == files_of(last)


def dying(
    at: int, how: type[BaseException], patch: pytest.MonkeyPatch, before: Callable[[], object] = lambda: None
) -> list[int]:
    """Lets the step `at` of writing fail, after `before`; returns a list that holds the number of steps so far."""
    count = [0]

    def counted(step: Callable[..., Any]) -> Callable[..., Any]:
        def replacement(*arguments: Any, **named: Any) -> Any:
            count[0] += 1
            if count[0] == at:
                before()
                raise how(28, "No space left on device")
            return step(*arguments, **named)

        return replacement

    for _, owner, name in STEPS:
        patch.setattr(owner, name, counted(getattr(owner, name)))
    return count


def steps_of(history: History, target: Generation, how: type[BaseException]) -> list[dict[str, bytes]]:
    """What is in the folder after a failure at each step in turn, once somebody has opened the history again."""
    found = []
    before = history.all()[-1]
    for at in range(1, 100):
        with pytest.MonkeyPatch.context() as patch:
            count = dying(at, how, patch)
            with suppress(KilledError, OSError):
                put_back(history, target)
        finish(history)
        found.append(own_files(history.content))
        put_back(history, before)
        if count[0] < at:
            return found
    raise AssertionError("there is no end of steps")


def test_a_kill_at_any_step_leaves_the_old_state_or_the_new_one(history: History):
    first, last = first_and_last(history)
    states = steps_of(history, first, KilledError)
    assert len(states) > 10
    assert all(each in (files_of(last), files_of(first)) for each in states)
    assert files_of(last) in states


def test_a_disk_that_fails_at_any_step_leaves_the_old_state_or_the_new_one(history: History):
    first, last = first_and_last(history)
    states = steps_of(history, first, OSError)
    assert all(each in (files_of(last), files_of(first)) for each in states)


def test_what_another_process_is_doing_now_is_left_to_it(
    history: History, clinic_folder: ClinicFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    first, last = first_and_last(history)
    (history.folder / "pending.json").write_text(note_of(first))
    monkeypatch.setattr(lock, "PATIENCE_S", 0)
    with History(clinic_folder.path, tmp_path / "state").held(), pytest.raises(TimeoutError):
        finish(history)
    assert own_files(clinic_folder.path) == files_of(last)


def test_what_was_begun_before_a_reboot_is_finished_whatever_has_its_number_now(history: History):
    first, _ = first_and_last(history)
    (history.folder / "pending.json").write_text(note_of(first, process=os.getppid()))
    assert finish(history) == first
    assert own_files(history.content) == files_of(first)


def note_of(target: Generation, **more: object) -> str:
    return json.dumps({"generation": target.place.name, "before": "", "names": None, **more})


@pytest.mark.parametrize("at", [1, 6, 12, 14])
def test_a_killed_process_leaves_its_lock_and_its_work_to_the_next(history: History, at: int):
    first, last = first_and_last(history)
    child = os.fork()
    if not child:
        with pytest.MonkeyPatch.context() as patch:
            dying(at, KilledError, patch, lambda: os.kill(os.getpid(), signal.SIGKILL))
            put_back(history, first)
        os._exit(0)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    finish(history)
    assert own_files(history.content) in (files_of(last), files_of(first))
    assert history.keep() is not None


def test_a_note_that_cannot_be_read_is_thrown_away(history: History):
    (history.folder / "pending.json").write_text("half of")
    assert finish(history) is None
    assert not (history.folder / "pending.json").exists()
