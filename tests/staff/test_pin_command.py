"""`kiosk pin`: asks twice without showing, and makes the line of device.yaml."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from kiosk.device.device_file import read_device
from kiosk.staff.pin_hash import PinHash
from kiosk.staff.secret_keys import PATTERN, in_words, is_safe
from tests.pty.terminal import KIOSK, Terminal


def asked(*answers: str, options: tuple[str, ...] = ()) -> tuple[int, str]:
    """The exit status, and all that stood on the screen."""
    with Terminal((*KIOSK, "pin", *options), columns=200) as terminal:
        for answer, question in zip(answers, ("The new PIN", "once more"), strict=False):
            terminal.wait_for(question)
            terminal.settle()
            terminal.send(f"{answer}\r")
        status = terminal.wait_for_exit()
        while terminal.read(0.1):
            pass
    return status, terminal.output.decode()


def test_it_prints_the_line_and_never_the_pin():
    status, output = asked("482915", "482915")
    assert status == 0
    assert "482915" not in output
    found = re.search(r"staff-pin: (\S+)", output)
    assert found
    assert PinHash.parse(found[1]).fits("482915")


def test_it_writes_the_line_and_leaves_the_others(tmp_path: Path):
    file = tmp_path / "device.yaml"
    file.write_text("# ours\nsound: off\nstaff-pin: old\nkeys: one-hand\n")
    status, output = asked("482915", "482915", options=("--write", "--device", str(file)))
    assert status == 0, output
    lines = file.read_text().splitlines()
    assert [lines[0], lines[1], lines[3]] == ["# ours", "sound: off", "keys: one-hand"]
    device, problems = read_device(file)
    assert device is not None, problems
    assert PinHash.parse(device.staff_pin).fits("482915")
    assert list(tmp_path.iterdir()) == [file]


def test_a_kiosk_is_given_keys_of_its_own_once_and_they_are_told(tmp_path: Path):
    file = tmp_path / "device.yaml"
    told = asked("482915", "482915", options=("--write", "--device", str(file)))[1]
    device = read_device(file)[0]
    assert device is not None
    assert re.fullmatch(PATTERN, device.staff_keys)
    assert is_safe(device.staff_keys)
    assert in_words(device.staff_keys) in told
    told = asked("731946", "731946", options=("--write", "--device", str(file)))[1]
    again = read_device(file)[0]
    assert again is not None
    assert again.staff_keys == device.staff_keys
    assert in_words(device.staff_keys) in told


def test_the_line_ends_of_windows_are_kept(tmp_path: Path):
    file = tmp_path / "device.yaml"
    for before in (b"sound: off\r\nstaff-pin: old\r\n# ours\r\n", b"sound: off\r\n"):
        file.write_bytes(before)
        assert asked("482915", "482915", options=("--write", "--device", str(file)))[0] == 0
        after = file.read_bytes()
        assert after.startswith(b"sound: off\r\nstaff-pin: scrypt")
        assert after.count(b"\r\n") == after.count(b"\n") == after.count(b"\r")
        assert after.endswith(b"\r\n")


@pytest.mark.parametrize(
    ("before", "blamed"),
    [
        (f"staff-pin:\n  {PinHash.of('731946')}\n", "the lines of “staff-pin”"),
        ("staff-pin: >\n  scrypt\n", "the lines of “staff-pin”"),
        ('"staff-pin": x\n', '“"staff-pin": x”'),
        ("{sound: off}\n", "“{sound: off}”"),
        ("sound: off\n...\n", "“...”"),
        ("sound: loud\n", "“sound: loud”"),
    ],
    ids=["value below", "folded", "quoted name", "braces", "end mark", "another mistake"],
)
def test_where_the_file_could_not_be_read_with_it_nothing_is_changed(tmp_path: Path, before: str, blamed: str):
    file = tmp_path / "device.yaml"
    file.write_text(before)
    status, output = asked("482915", "482915", options=("--write", "--device", str(file)))
    assert status == 1
    assert blamed in output
    assert "Nothing was changed." in output
    assert "The PIN is set" not in output
    assert "scrypt" not in output
    assert file.read_text() == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_new_file_is_for_its_owner_alone(tmp_path: Path):
    file = tmp_path / "device.yaml"
    assert asked("482915", "482915", options=("--write", "--device", str(file)))[0] == 0
    assert file.stat().st_mode & 0o777 == 0o600
    assert read_device(file)[0] is not None


def test_two_different_pins_change_nothing(tmp_path: Path):
    file = tmp_path / "device.yaml"
    status, output = asked("482915", "482916", options=("--write", "--device", str(file)))
    assert status == 1
    assert "two different PINs" in output
    assert not file.exists()


def test_an_easy_pin_is_refused_at_once():
    status, output = asked("123456")
    assert status == 1
    assert "tried first" in output


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "file").touch()
    options = ("--write", "--device", str(tmp_path / "file" / "device.yaml"))
    status, output = asked("482915", "482915", options=options)
    assert status == 1
    assert "cannot be written" in output
    assert "Traceback" not in output


def test_it_wants_a_terminal():
    done = subprocess.run((*KIOSK, "pin"), capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.returncode == 1
    assert "in a terminal" in done.stderr
