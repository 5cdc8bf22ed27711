"""The file that lets a keypad's keys through: its numbers are right, and the system's own compiler takes it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.terminal.key_maps.key_names import arrivals
from tests.conftest import ROOT
from tests.terminal.keypad import shipped

FILE = ROOT / "deploy" / "61-kiosk-keypad.hwdb"
KEYBOARD_PAGE, F17 = 0x70000, 0x6C
"""USB HID usage tables, keyboard page: F13 is 0x68, and the others follow."""
NAMES = {"pagedown": "page-down"}
"""The kernel's names of keys that a key map calls otherwise."""
LINES = re.findall(r"^ KEYBOARD_KEY_([0-9a-f]+)=(\w+) +# F(\d+) ", FILE.read_text("utf-8"), re.MULTILINE)


def test_the_eight_keys_are_there_once_each():
    assert [int(number) for _, _, number in LINES] == list(range(17, 25))


@pytest.mark.parametrize(("scan_code", "key", "number"), LINES)
def test_a_key_does_the_same_with_the_file_as_without(scan_code: str, key: str, number: str):
    assert int(scan_code, 16) == KEYBOARD_PAGE + F17 + int(number) - 17
    actions = shipped("keypad-8").actions
    for arrival in arrivals(NAMES.get(key, key)):
        assert actions[arrival] is actions[f"f{number}"]


@pytest.mark.skipif(not shutil.which("systemd-hwdb"), reason="systemd-hwdb (Debian package udev) is not installed")
def test_the_system_takes_the_file_and_finds_the_keypad_and_no_other(tmp_path: Path):
    folder = tmp_path / "etc" / "udev" / "hwdb.d"
    folder.mkdir(parents=True)
    shutil.copy(FILE, folder)
    done = subprocess.run(
        ("systemd-hwdb", f"--root={tmp_path}", "--strict", "update"), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(asked(tmp_path, "evdev:name:Storm Interface NavPad:dmi:bvnSome:bvr1:")) == 8
    assert asked(tmp_path, "evdev:name:Logitech USB Keyboard:dmi:bvnSome:bvr1:") == []


def asked(root: Path, device: str) -> list[str]:
    done = subprocess.run(
        ("systemd-hwdb", f"--root={root}", "query", device), capture_output=True, text=True, check=True
    )
    return done.stdout.split()
