"""`docs/kiosk.1` is what the commands say of themselves, in the form that man prints."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.cli import _COMMANDS
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "kiosk.1"


def test_the_page_is_what_the_commands_say(tmp_path: Path):
    made = tmp_path / "kiosk.1"
    command = (sys.executable, "-P", str(ROOT / "tools" / "man_page.py"), str(made))
    # A narrow terminal must not show in it.
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "40"})
    assert done.returncode == 0, done.stderr
    assert made.read_text("ascii") == PAGE.read_text("ascii"), "make man brings docs/kiosk.1 up to date"


def test_every_command_has_its_part():
    parts = re.findall(r"(?m)^\.SS kiosk (\S+)", PAGE.read_text("ascii"))
    assert list(dict.fromkeys(parts)) == list(_COMMANDS)


def printed() -> str:
    """The page as a reader sees it; every warning is a failure."""
    if shutil.which("groff") is None:
        tell = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        tell("there is no groff")
    command = ("groff", "-man", "-Tutf8", "-P-c", "-P-b", "-P-u", "-ww", "-rLL=200n", str(PAGE))
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0
    assert done.stderr == ""
    return re.sub(r"\s+", " ", done.stdout)


def test_it_is_printed_as_it_is_meant():
    page = printed()
    assert "kiosk - The waiting-room kiosk:" in page
    assert "kiosk say [OPTIONS] [TEXT]" in page
    assert "--content PATH The folder with the content." in page
    assert 'eval "$(kiosk completion bash)" into ~/.bashrc' in page
    assert "“kiosk render”" in page
