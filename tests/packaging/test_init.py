"""`kiosk init` lays out a folder that a clinic can begin with, whole or not at all, and writes over nothing."""

from __future__ import annotations

import errno
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.commands.machine.sample_device import sample_device
from kiosk.content.advice.samples import sample_diagnostics
from kiosk.content.reader import read_content
from kiosk.device.device import Device
from kiosk.device.device_file import DEVICE, read_device
from tests.conftest import ROOT
from tests.packaging.files import files_below


def lay_out(folder: Path) -> Result:
    return CliRunner().invoke(main, ["init", str(folder)])


def test_the_texts_are_the_sample_and_right(tmp_path: Path):
    folder = tmp_path / "towns" / "my clinic"
    done = lay_out(folder)
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in folder.iterdir()) == ["content", "device.yaml"]
    assert files_below(folder / "content") == files_below(ROOT / "content")
    reading = read_content(folder / "content")
    assert reading.diagnostics == ()
    assert reading.library
    assert sample_diagnostics(reading.library), "and it says that it is the sample"


def test_it_says_what_to_do_next_in_words_that_can_be_typed(tmp_path: Path):
    folder = tmp_path / "my clinic"
    said = lay_out(folder).output
    assert str(folder / "content" / "clinic.yaml") in said
    for command in ("check", "approve"):
        assert f"{command} " in said
    assert f"--content '{folder}/content' --device '{folder}/device.yaml'" in said


def test_in_a_folder_that_was_deleted_meanwhile_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    done = lay_out(Path("my-clinic"))
    assert done.exit_code == 1
    assert done.output == "my-clinic could not be created: No such file or directory.\n"


@pytest.mark.parametrize("name", ["content", "device.yaml"])
@pytest.mark.parametrize("kind", ["file", "folder", "dead link"])
def test_nothing_is_written_over(tmp_path: Path, name: str, kind: str):
    there = tmp_path / name
    match kind:
        case "file":
            there.write_text("mine")
        case "folder":
            there.mkdir()
        case _:
            there.symlink_to(tmp_path / "nowhere")
    done = lay_out(tmp_path)
    assert done.exit_code == 1
    assert f"There is a “{name}” in {tmp_path} already" in done.output
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_other_files_in_the_folder_stay(tmp_path: Path):
    (tmp_path / "notes.txt").write_text("mine")
    assert lay_out(tmp_path).exit_code == 0
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_full_disk_leaves_nothing_half_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    copied = []

    def copy(source: Path, target: Path) -> None:
        if len(copied) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        copied.append(target.write_bytes(source.read_bytes()))

    monkeypatch.setattr(shutil, "copyfile", copy)
    done = lay_out(tmp_path / "clinic")
    assert done.exit_code == 1
    assert "No space left" in done.output
    assert len(copied) == 3
    assert list((tmp_path / "clinic").iterdir()) == []
    monkeypatch.undo()
    assert lay_out(tmp_path / "clinic").exit_code == 0


def test_it_is_not_laid_out_inside_the_sample():
    inside = ROOT / "content" / "en" / "clinic"
    done = lay_out(inside)
    assert done.exit_code == 1
    assert "inside the sample" in done.output
    assert not inside.exists()


def settings_of(text: str, folder: Path) -> Device:
    file = folder / "device.yaml"
    file.write_text(text, "utf-8")
    device, problems = read_device(file)
    assert device is not None, problems
    assert problems == ()
    return device


def test_the_settings_change_nothing_as_they_are(tmp_path: Path):
    device = settings_of(sample_device(), tmp_path)
    assert device == Device(file=tmp_path / "device.yaml")


def test_each_setting_is_right_once_its_sign_is_taken_away(tmp_path: Path):
    switched_off = re.findall(r"(?m)^#(\S+):", sample_device())
    assert {field.name for field in DEVICE.fields} - set(switched_off) == {
        "sound",
        "staff-pin",
    }  # it is set already; only a command writes it
    for name in switched_off:
        settings_of(re.sub(rf"(?m)^#({name}:)", r"\1", sample_device()), tmp_path)
    everything = settings_of(re.sub(r"(?m)^#(\S+:)", r"\1", sample_device()), tmp_path)
    assert everything.screen_width_mm == 476
    assert (everything.volume_start, everything.volume_least, everything.volume_most) == (7, 1, 9)
