"""Each state of the content is kept as it was."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.content.history import generations
from kiosk.content.history.generations import Generation, History, HistoryError
from tests.content.sample_clinic import CLINIC, FILES, SIGNS, ClinicFolder


@pytest.fixture
def history(clinic_folder: ClinicFolder, tmp_path: Path) -> History:
    return History(clinic_folder.path, tmp_path / "state")


def kept(history: History, why: str = "") -> Generation:
    generation = history.keep(why)
    assert generation is not None
    return generation


def change(folder: ClinicFolder, title: str) -> None:
    folder.write("en/signs.yaml", SIGNS.replace("The signs", title))


def test_a_generation_holds_all_files_as_they_were(history: History, clinic_folder: ClinicFolder):
    clinic_folder.write("scores/en/signs.yaml", "x")
    clinic_folder.write("pictures/door.png", b"\x89")
    clinic_folder.write("notes.txt", "of nobody's business")
    first = kept(history)
    change(clinic_folder, "Other signs")
    assert set(first.files) == {*FILES, "scores/en/signs.yaml", "pictures/door.png"}
    assert first.read("en/signs.yaml") == SIGNS.encode()


def test_nothing_is_added_while_nothing_changes(history: History):
    assert kept(history) == kept(history)
    assert len(history.all()) == 1


def test_equal_files_are_one_file_on_the_disk(history: History, clinic_folder: ClinicFolder):
    first = kept(history)
    change(clinic_folder, "Other signs")
    second = kept(history)
    same, other = (
        [os.stat(each.content / name).st_ino for each in (first, second)] for name in ("clinic.yaml", "en/signs.yaml")
    )
    assert same[0] == same[1]
    assert other[0] != other[1]
    assert os.stat(clinic_folder.path / "clinic.yaml").st_ino not in same  # an editor may write into it


def test_a_damaged_file_is_not_handed_on(history: History, clinic_folder: ClinicFolder):
    first = kept(history)
    (first.content / "clinic.yaml").write_text("spoilt")
    change(clinic_folder, "Other signs")
    second = kept(history)
    assert second.read("clinic.yaml") == CLINIC.encode()
    (second.content / "clinic.yaml").unlink()
    third = kept(history)
    assert third.number == 3  # nothing has changed, but the second is not whole
    assert third.read("clinic.yaml") == CLINIC.encode()


def test_several_who_add_at_the_same_moment_wait_for_each_other(clinic_folder: ClinicFolder, tmp_path: Path):
    def add(number: int) -> Generation:
        files = {"clinic.yaml": str(number).encode()}
        return History(clinic_folder.path, tmp_path / "state").add(files, "", True, by=f"person {number}")

    with ThreadPoolExecutor(6) as pool:
        added = list(pool.map(add, range(6)))
    assert sorted(each.number for each in added) == [1, 2, 3, 4, 5, 6]
    assert all(each.read("clinic.yaml") == str(number).encode() for number, each in enumerate(added))
    assert [each.by for each in added] == [f"person {number}" for number in range(6)]


def test_files_that_change_meanwhile_are_not_kept(history: History):
    assert history.keep(still=lambda: False) is None
    assert history.all() == []


def test_the_newest_are_kept_and_those_with_an_approval(
    history: History, clinic_folder: ClinicFolder, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(generations, "KEPT", 2)
    for number in range(1, 7):
        change(clinic_folder, f"Signs {number}")
        if number == 3:
            clinic_folder.write("approvals.jsonl", "a line\n")
        kept(history)
    assert [each.number for each in history.all()] == [3, 5, 6]


def test_one_is_found_by_its_number_its_hash_or_its_day(history: History, clinic_folder: ClinicFolder):
    first = kept(history)
    change(clinic_folder, "Other signs")
    second = kept(history)
    today = second.made.astimezone().date()
    assert history.find("1") == first
    assert history.find(second.digest[:6]).digest == second.digest
    assert history.find(today.isoformat()) == second
    for nothing in ("7", "ffff", (today - timedelta(days=1)).isoformat(), "2026-02-30"):
        with pytest.raises(HistoryError, match="There is no generation"):
            history.find(nothing)


def test_a_generation_that_is_damaged_says_so(history: History):
    first = kept(history)
    (first.content / "en/signs.yaml").write_text("spoilt")
    with pytest.raises(HistoryError, match="damaged"):
        first.read("en/signs.yaml")


def test_what_is_no_generation_is_left_out(history: History):
    kept(history)
    (history.folder / "000002-0123456789abcdef").mkdir()
    (history.folder / "other").mkdir()
    assert [each.number for each in history.all()] == [1]


def test_a_kill_while_it_is_kept_leaves_what_was_there(
    history: History, clinic_folder: ClinicFolder, monkeypatch: pytest.MonkeyPatch
):
    first = kept(history)
    clinic_folder.write("clinic.yaml", CLINIC + "# more\n")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", killed)
        with pytest.raises(KeyboardInterrupt):
            history.keep()
    assert history.all() == [first]
    assert kept(history).number == 2
    assert not list(history.folder.glob(".new*"))


def test_who_may_add_to_the_history_of_the_installed_kiosk_uses_that(
    clinic_folder: ClinicFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "own"))
    monkeypatch.delenv("STATE_DIRECTORY", raising=False)
    monkeypatch.setattr(generations, "SYSTEM_STATE", tmp_path / "system")
    own = History.of(clinic_folder.path)
    assert own.folder.is_relative_to(tmp_path / "own")
    installed = History(clinic_folder.path, tmp_path / "system")
    installed.keep()
    assert History.of(clinic_folder.path).folder == installed.folder
