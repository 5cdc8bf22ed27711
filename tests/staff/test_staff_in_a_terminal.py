"""The whole way through a real terminal: keys, PIN, lock-out, restart and end; and random bytes never get in."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from kiosk.staff.ended import NAME as ENDED
from kiosk.staff.pin_hash import PinHash
from tests.conftest import ROOT
from tests.content.sample_clinic import as_own
from tests.pty.terminal import KIOSK, Terminal
from tests.pty.test_supervision import app_of, kill_app, wait_until

FIRST = "Before you start"
PIN = "482915"
WARD = "\x17\x01\x12\x04"
STREAMS = int(os.environ.get("KIOSK_STREAMS", "120"))


@pytest.fixture(scope="module")
def hashed() -> str:
    return str(PinHash.of(PIN))


@pytest.fixture
def folder(tmp_path: Path, hashed: str) -> Path:
    """Where the kiosk keeps its state, with its device.yaml."""
    (tmp_path / "device.yaml").write_text(f"sound: off\ntext-size: plain\nstaff-pin: {hashed}\n")
    return tmp_path


def kiosk(folder: Path, *more: str, environment: Mapping[str, str] | None = None) -> Terminal:
    own = {"STATE_DIRECTORY": str(folder / "state"), "RUNTIME_DIRECTORY": str(folder)}
    command = (*KIOSK, "run", "--device", str(folder / "device.yaml"), *more)
    return Terminal(command, environment={**own, **(environment or {})})


def knock(terminal: Terminal) -> None:
    """Presses the keys as a person does, after a rest."""
    terminal.wait_for(FIRST)
    terminal.settle(1.2)
    terminal.send(WARD)
    terminal.wait_for("Staff only")


def enter(terminal: Terminal, pin: str, until: str) -> None:
    """Types a PIN, waits while it is checked, and then for what comes of it."""
    checks = terminal.output.count(b"One moment")
    terminal.send(f"{pin}\r")
    wait_until(lambda: terminal.output.count(b"One moment") > checks, terminal)
    terminal.wait_for(until)


def test_staff_end_the_kiosk(folder: Path):
    with kiosk(folder) as terminal:
        knock(terminal)
        enter(terminal, PIN, "For staff")
        terminal.send("4")
        terminal.wait_for("End the kiosk?")
        terminal.send("2")
        terminal.wait_for("Enter the PIN again")
        terminal.send(f"{PIN}\r")
        assert terminal.wait_for_exit() == 0
    assert (folder / ENDED).exists()
    log = (folder / "state" / "kiosk.log").read_text()
    assert "staff end the kiosk" in log
    assert PIN not in log
    assert PIN.encode() not in terminal.output


def test_staff_start_it_again(folder: Path):
    with kiosk(folder) as terminal:
        knock(terminal)
        before = app_of(terminal)
        enter(terminal, PIN, "For staff")
        terminal.send("3")
        wait_until(lambda: app_of_or(terminal, before) != before, terminal)
        terminal.wait_for(FIRST)
    assert not (folder / ENDED).exists()


def app_of_or(terminal: Terminal, otherwise: int) -> int:
    """The app's process id, or `otherwise` between two apps."""
    try:
        return app_of(terminal)
    except ValueError:
        return otherwise


def test_staff_are_told_of_a_mistake_in_the_texts(folder: Path, tmp_path: Path):
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    with kiosk(folder, "--content", str(content)) as terminal:
        terminal.wait_for("§2")  # name and number are still the sample
        as_own(content)
        wait_until(lambda: "§" not in terminal.text, terminal)
        topic = content / "en" / "signs.yaml"
        topic.write_text(topic.read_text().replace("title:", "titel:", 1))
        terminal.wait_for("§")
        knock(terminal)
        enter(terminal, PIN, "For staff")
        terminal.send("2")
        terminal.wait_for("en/signs.yaml, line")
        terminal.wait_for("title")


def test_the_lock_out_outlives_a_killed_app(folder: Path):
    with kiosk(folder) as terminal:
        knock(terminal)
        for _ in range(2):
            enter(terminal, "735182", "That PIN is wrong")
        enter(terminal, "735182", "Too many wrong PINs")
        kill_app(terminal)
        knock(terminal)
        terminal.wait_for("Too many wrong PINs")
        terminal.send(f"{PIN}\r")
        terminal.settle()
        assert "For staff" not in terminal.text
    with kiosk(folder) as terminal:
        knock(terminal)
        terminal.wait_for("Too many wrong PINs")


def test_a_kiosk_that_is_killed_while_it_checks_has_given_no_try_away(folder: Path):
    with kiosk(folder) as terminal:
        for tries in (1, 2, 3):
            knock(terminal)
            terminal.send("735182\r")
            wait_for_try(tries, folder, terminal)
            kill_app(terminal)
        knock(terminal)
        terminal.wait_for("Too many wrong PINs")


def wait_for_try(tries: int, folder: Path, terminal: Terminal) -> None:
    """Waits until it is written down that a PIN was tried so many times."""
    file = folder / "state" / "staff-door.json"
    wait_until(lambda: file.exists() and json.loads(file.read_text())["value"]["failures"] == tries, terminal)


def test_without_a_pin_there_is_no_way_in(folder: Path):
    (folder / "device.yaml").write_text("sound: off\ntext-size: plain\n")
    with kiosk(folder) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle(1.2)
        terminal.send(WARD)
        terminal.settle()
        assert "Staff" not in terminal.text
        assert "PIN" not in terminal.text


def test_random_bytes_never_get_in(folder: Path):
    chance = random.Random(21)
    pieces = [*(bytes([each]) for each in range(1, 27)), b"\x1b[119;5u", b"\r", b"482915\r", WARD.encode()]
    with kiosk(folder) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        for _ in range(STREAMS):
            noise = [
                chance.choice(pieces) if chance.random() < 0.5 else chance.randbytes(chance.randrange(1, 40))
                for _ in range(chance.randrange(1, 30))
            ]
            terminal.send(b"x" + b"".join(noise))
            while terminal.read(0):
                assert "Staff only" not in terminal.text
        terminal.settle()
    assert b"Staff only" not in terminal.output
    assert b"For staff" not in terminal.output
