"""What staff are told of key maps: by `keys --show`, by `check` and by `doctor`."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.terminal.key_map import BUILT_IN
from tests.conftest import ROOT

BROKEN = "keys:\n  choose: {press: [f20]}\n  next: {press: [f20, enterr]}\n"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def device(folder: Path, keys: str, more: str = "") -> Path:
    (folder / "my-keys.yaml").write_text(keys)
    path = folder / "device.yaml"
    path.write_text(f"sound: off\nkeys: my-keys.yaml\n{more}")
    return path


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_map_is_shown_as_a_table(name: str):
    done = call("keys", "--show", name)
    assert done.exit_code == 0
    assert "choose" in done.output
    assert (name == "standard") is ("Choices under “More”" not in done.output)


def test_the_table_names_each_key_and_what_it_is_called():
    lines = [line.split("  ") for line in call("keys", "--show", "keypad-8").output.splitlines()]
    rows = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    assert ["choose", "Choose", "f20, enter", "the Action key"] in rows
    rows = call("keys", "--show", "standard").output
    assert re.search(r"Smaller letters +T ", rows)
    assert "Called otherwise in “es”: help: A, where: D, language: I." in rows


def test_the_map_of_this_machine_is_shown_without_a_name(tmp_path: Path):
    path = device(tmp_path, "keys:\n  choose: {press: [f20], name: the green key}\n  next: {press: [f19]}\n")
    assert "the green key" in call("keys", "--device", path, "--show").output


def test_a_map_that_there_is_not_is_told():
    done = call("keys", "--show", "keypad8")
    assert done.exit_code == 2
    assert "Did you mean “keypad-8”?" in done.output


def test_a_map_with_a_mistake_is_explained_instead_of_shown(tmp_path: Path):
    device(tmp_path, BROKEN)
    done = call("keys", "--show", tmp_path / "my-keys.yaml")
    assert done.exit_code == 1
    assert "my-keys.yaml, line 3" in done.output


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("there.yaml", "exists already. Name another file, or add --replace."),
        ("keys.txt", "The name of a key map ends in .yaml"),
        ("nowhere/keys.yaml", "There is no folder"),
        ("keys.yaml", "Keys can only be learned in a terminal."),
    ],
)
def test_before_anything_is_learned_it_is_seen_whether_it_can_be_kept(tmp_path: Path, file: str, sentence: str):
    (tmp_path / "there.yaml").write_text("mine\n")
    done = call("keys", tmp_path / file)
    assert done.exit_code == 2
    assert sentence in done.output
    assert (tmp_path / "there.yaml").read_text() == "mine\n"


def test_check_tells_of_the_map_that_device_yaml_names(tmp_path: Path):
    done = call("check", ROOT / "content", "--device", device(tmp_path, BROKEN))
    assert done.exit_code == 1
    assert "The key “f20” is for “next” here, and for “choose” on line 2." in done.output
    assert "Did you mean “enter”?" in done.output
    found = json.loads(call("check", "--json", "--device", tmp_path / "device.yaml").output)
    assert ("two-jobs", "my-keys.yaml", 3) in [(p["code"], p["file"], p["line"]) for p in found["problems"]]


def test_check_says_what_becomes_a_choice(tmp_path: Path):
    done = call("check", "--device", device(tmp_path, "keys:\n  choose: {press: [a]}\n  next: {press: [b]}\n"))
    assert done.exit_code == 0
    assert "They are offered as choices under “More”" in done.output


def test_check_knows_that_one_key_is_enough_where_choices_come_by_themselves(tmp_path: Path):
    one = "keys:\n  choose: {press: [a]}\n"
    assert call("check", "--device", device(tmp_path, one)).exit_code == 1
    assert call("check", "--device", device(tmp_path, one, "scan-seconds: 3\n")).exit_code == 0


def test_another_folder_is_checked_without_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = device(tmp_path, BROKEN)
    monkeypatch.setattr("kiosk.machine.paths.device_files", lambda: (path,))
    assert call("check", ROOT / "content").exit_code == 0
    assert call("check").exit_code == 1


def keys_of_doctor(path: Path) -> dict[str, str]:
    found = json.loads(call("doctor", "--json", "--device", path).output)
    return next(check for check in found["checks"] if check["name"] == "Keys")


def test_doctor_tells_of_the_map(tmp_path: Path):
    bad = keys_of_doctor(device(tmp_path, BROKEN))
    assert bad["state"] == "bad"
    assert bad["found"].startswith("my-keys.yaml, line 3: ")
    good = keys_of_doctor(device(tmp_path, "keys:\n  choose: {press: [a]}\n  next: {press: [b]}\n"))
    assert good["state"] == "good"
    assert "Say it again" in good["found"]
