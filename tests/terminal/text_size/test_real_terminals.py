"""xterm, urxvt and alacritty, started for real on a virtual screen, change their font when asked.

Skipped where the programs are not installed (`xvfb`, `matchbox-window-manager`, and the terminal).
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.virtual_screen import FONT_ALLOWED, XTERM, require, virtual_screen

HERE = Path(__file__).parent.parent


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """The environment of a virtual screen."""
    require("Xvfb", "matchbox-window-manager")
    with virtual_screen() as env:
        yield env


def run(command: list[str], env: dict[str, str], tmp_path: Path, *sizes: str) -> list[dict[str, object]]:
    """What `report_grid.py` found in a terminal started by `command`."""
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    out = tmp_path / "found.json"
    program = [sys.executable, "-P", str(HERE / "report_grid.py"), str(out), *sizes]
    terminal = subprocess.Popen(
        [*command, "-e", *program],
        env=env,
        cwd=HERE.parent.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + 20
    while not out.exists() and time.monotonic() < end:
        time.sleep(0.05)
    terminal.terminate()
    terminal.wait()
    report = json.loads(out.read_text(encoding="utf-8"))
    assert report["terminal"], "the terminal was not recognised by its environment"
    return report["found"]


def columns(found: dict[str, object]) -> int:
    after = found["after"]
    assert isinstance(after, list)
    return int(after[0])


def test_xterm_changes_its_font_and_goes_back(screen: dict[str, str], tmp_path: Path):
    found = run([*XTERM, *FONT_ALLOWED], screen, tmp_path, "24", "36", "18", "restore12")
    start = found[0]["before"]
    assert [each["ms"] is not None for each in found] == [True] * 4
    assert columns(found[1]) < columns(found[0]) < columns(found[2])
    assert found[-1]["after"] == start


def test_an_xterm_as_it_comes_refuses_silently(screen: dict[str, str], tmp_path: Path):
    found = run([*XTERM], screen, tmp_path, "24", "restore12")
    assert [each["ms"] for each in found] == [None, None]


def test_urxvt_changes_its_font_and_goes_back(screen: dict[str, str], tmp_path: Path):
    command = ["urxvt", "-fn", "xft:DejaVu Sans Mono:size=12", "+sb"]
    found = run(command, screen, tmp_path, "24", "36", "18", "restore12")
    assert [each["ms"] is not None for each in found] == [True] * 4
    assert columns(found[1]) < columns(found[0]) < columns(found[2])
    assert found[-1]["after"] == found[0]["before"]
