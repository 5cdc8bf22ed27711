"""`deploy/bin/terminal`, which runs in the terminal: the kiosk is on the screen, and its errors are in a file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pty.terminal import Terminal

FIRST = "Before you start"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the script, which looks for everything in there instead of where it is installed."""
    device = tmp_path / "device.yaml"
    device.write_text("content: content\nsound: off\ntext-size: plain\n")
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "run").mkdir()
    text = (ROOT / "deploy" / "bin" / "terminal").read_text("utf-8")
    for there, here in (
        ("/opt/kiosk/.venv/bin/python", sys.executable),
        ("/etc/kiosk/device.yaml", str(device)),
    ):
        assert there in text
        text = text.replace(there, here)
    script = tmp_path / "terminal"
    script.write_text(text)
    script.chmod(0o755)
    return tmp_path


def started(place: Path, **more: str) -> Terminal:
    own = {"RUNTIME_DIRECTORY": str(place / "run"), "STATE_DIRECTORY": str(place / "state"), **more}
    return Terminal((str(place / "terminal"),), environment=own)


def test_the_pages_are_on_the_screen_and_not_in_the_file_for_errors(place: Path):
    with started(place) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        terminal.send(" ")
        terminal.settle()
        terminal.send("\r")
        terminal.wait_for("Main menu")
        assert (place / "run" / "errors").read_bytes() == b""


def test_a_kiosk_that_follows_a_network_shows_what_was_received(place: Path):
    received = Path(shutil.copytree(ROOT / "content", place / "received"))
    signs = received / "en" / "signs.yaml"
    signs.write_text(signs.read_text("utf-8").replace("menu-label: Symptoms", "menu-label: Received signs"))
    with started(place, KIOSK_CONTENT=str(received)) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        terminal.send(" ")
        terminal.settle()
        terminal.send("\r")
        terminal.wait_for("2  Received signs")


def test_as_long_as_nothing_was_received_it_shows_the_clinics_own(place: Path):
    with started(place, KIOSK_CONTENT=str(place / "nothing")) as terminal:
        terminal.wait_for(FIRST)


@pytest.mark.parametrize("present", [".venv", ".venv.old"])
def test_after_an_update_that_was_cut_off_the_kiosk_starts_with_the_python_of_before(tmp_path: Path, present: str):
    python = tmp_path / present / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$@"\n')
    python.chmod(0o755)
    script = (ROOT / "deploy" / "bin" / "terminal").read_text("utf-8").replace("/opt/kiosk/", f"{tmp_path}/")
    run = {"PATH": os.environ["PATH"], "RUNTIME_DIRECTORY": str(tmp_path)}
    done = subprocess.run(("sh", "-c", script), capture_output=True, text=True, check=True, env=run)
    assert done.stdout == "-I -m kiosk run --device /etc/kiosk/device.yaml\n"
