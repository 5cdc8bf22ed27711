"""An installed kiosk, where there is no checkout: it shows the sample, or the texts of the folder that it is in."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.content.sample_clinic import as_own
from tests.packaging.conftest import Installed
from tests.packaging.files import files_below
from tests.pty.terminal import Terminal

CLINIC = "Clinic of the Four Winds"
SHOWN_BY_TESTS = ("kiosk", "kiosk doctor")
"""Commands of the guide that other tests here run: they show the kiosk, or end as the machine's sound is."""


def start(installed: Installed, folder: Path, *arguments: str) -> Terminal:
    """The installed kiosk on a screen, started in `folder`."""
    command = ("env", "-C", str(folder), str(installed.program), *arguments)
    return Terminal(tuple(map(str, command)), environment=installed.variables)


@pytest.fixture
def clinic(installed: Installed, tmp_path: Path) -> Path:
    """A clinic's own folder, with a name and a number of its own, and letters of the terminal's own size."""
    folder = tmp_path / "my clinic"
    done = installed.run(("init", str(folder)), tmp_path)
    assert done.returncode == 0, done.stderr
    as_own(folder / "content")
    file = folder / "content" / "clinic.yaml"
    named = re.sub(r"(?m)^name: .*$", f"name: {CLINIC}", file.read_text("utf-8"))
    file.write_text(named.replace("phone: 555-0142", "phone: 212-555-1212"), "utf-8")
    device = folder / "device.yaml"
    device.write_text(
        device.read_text("utf-8").replace("sound: loudspeaker", "sound: off") + "text-size: plain\n", "utf-8"
    )
    return folder


def test_it_shows_the_sample_where_there_are_no_texts(installed: Installed, tmp_path: Path):
    device, empty = tmp_path / "quiet.yaml", tmp_path / "empty"
    device.write_text("text-size: plain\nsound: off\n")
    empty.mkdir()
    with start(installed, empty, "--device", str(device)) as terminal:
        terminal.wait_for("Before you start")
        terminal.send(" \r")
        terminal.wait_for("Main menu")
    done = installed.run(("transcript", "--size", "80x24"), empty)
    assert done.returncode == 0, done.stderr
    assert "Ask at the desk for our number." in done.stdout, "a sample has no number that patients could call"
    assert list(empty.iterdir()) == []


def test_it_starts_with_the_texts_and_settings_of_the_folder_that_it_is_in(installed: Installed, clinic: Path):
    with start(installed, clinic) as terminal:
        terminal.wait_for("Before you start")
        terminal.send(" \r")
        terminal.wait_for("Main menu")
    done = installed.run(("transcript", "--size", "80x24"), clinic)
    assert done.returncode == 0, done.stderr
    assert CLINIC in done.stdout


def test_the_texts_can_be_named_from_anywhere(installed: Installed, clinic: Path, tmp_path: Path):
    done = installed.run(("transcript", "--content", str(clinic / "content")), tmp_path)
    assert done.returncode == 0, done.stderr
    assert CLINIC in done.stdout


def test_it_checks_itself(installed: Installed, tmp_path: Path):
    done = installed.run(("check",), tmp_path)
    assert done.returncode == 0
    assert "This is still the sample" in done.stdout


def test_the_doctor_says_whose_texts_are_shown(installed: Installed, clinic: Path, tmp_path: Path):
    found = {each: found_by_the_doctor(installed, each) for each in (tmp_path, clinic)}
    assert "sample" in found[tmp_path]["Content"]
    assert "sample" not in found[clinic]["Content"]
    assert found[tmp_path]["device.yaml"] != found[clinic]["device.yaml"] == "device.yaml"


def found_by_the_doctor(installed: Installed, folder: Path) -> dict[str, str]:
    done = installed.run(("doctor", "--json"), folder)
    assert done.returncode in (0, 1), done.stderr
    return {each["name"]: each["found"] for each in json.loads(done.stdout)["checks"]}


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "swelling"),
        ("approve", "signs", "--by", "Dr A. Example", "--role", "oncologist"),
        ("fleet", "publish", "--channel", "all"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_the_sample_is_not_changed_or_sent(installed: Installed, tmp_path: Path, arguments: tuple[str, ...]):
    before = files_below(installed.package / "sample")
    done = installed.run(arguments, tmp_path)
    assert done.returncode == 1
    assert "kiosk init" in done.stderr
    assert files_below(installed.package / "sample") == before
    assert list(tmp_path.iterdir()) == []


def test_texts_of_a_clinic_are_changed(installed: Installed, clinic: Path):
    done = installed.run(("new", "swelling"), clinic)
    assert done.returncode == 0, done.stderr
    assert (clinic / "content" / "en" / "swelling.yaml").is_file()


def test_a_program_that_may_not_be_written_lays_out_texts_that_may(installed: Installed, tmp_path: Path):
    sample = installed.package / "sample"
    paths = [sample, *sample.rglob("*")]
    modes = {path: path.stat().st_mode for path in paths}
    try:
        for path in paths:
            path.chmod(0o555 if path.is_dir() else 0o444)
        done = installed.run(("init", "own"), tmp_path)
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
    assert done.returncode == 0, done.stderr
    laid_out = list((tmp_path / "own").rglob("*"))
    assert laid_out
    assert all(path.stat().st_mode & 0o200 for path in laid_out)


def test_the_manual_page_is_where_man_looks(installed: Installed):
    page = installed.environment / "share" / "man" / "man1" / "kiosk.1"
    assert page.read_bytes() == (ROOT / "docs" / "kiosk.1").read_bytes()


def test_the_commands_of_the_guide_run(installed: Installed, tmp_path: Path):
    guide = (ROOT / "docs" / "install.md").read_text("utf-8")
    shown = guide.split("## On a computer of your own")[1].split("\n## ")[0]
    lines = [
        line.strip()
        for block in re.findall(r"(?s)```sh\n(.*?)```", shown)
        for line in block.splitlines()
        if line.strip()
    ]
    folder = tmp_path
    ran = []
    for line in lines:
        program, *arguments = shlex.split(line)
        if program == "cd":
            folder = folder / arguments[0]
        elif program == "kiosk" and line not in SHOWN_BY_TESTS:
            done = installed.run(arguments, folder)
            assert done.returncode == 0, f"{line}: {done.stderr}"
            ran.append(arguments[0])
    assert {"init", "check"} <= set(ran)
    assert "pipx install ." in lines
