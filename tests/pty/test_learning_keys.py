"""`kiosk keys` in a real terminal: a keypad is learned, and the terminal is given back whatever happens."""

from __future__ import annotations

import os
import signal
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.terminal.key_map import KeyMap
from kiosk.terminal.key_maps.key_map_file import read_key_map
from kiosk.visit.terms.action import Action
from tests.pty.terminal import KIOSK, Terminal


def learning(file: Path) -> Terminal:
    return Terminal((*KIOSK, "keys", str(file)), 100, 40)


def mode(terminal: Terminal) -> list[object]:
    return termios.tcgetattr(terminal._fd)


def learned(file: Path) -> KeyMap:
    key_map, problems = read_key_map(file)
    assert key_map is not None, problems
    return key_map


def test_a_keypad_is_learned_by_its_keys(tmp_path: Path):
    file = tmp_path / "my-keys.yaml"
    with learning(file) as terminal:
        before = mode(terminal)
        for action, sent, name in (
            ("Choose", "\x1b[34~", "f20"),
            ("Down, to the next choice", "\x1b[33~", "f19"),
            ("Previous choice", "\x1b[17;2~", "f18"),
            ("Go back", "x", "x"),
        ):
            terminal.wait_for(f"Press the key for “{action}”.")
            assert mode(terminal) != before
            terminal.send(sent)
            terminal.wait_for(f"{name} (")
        assert "ESC [17;2~" in terminal.text
        terminal.wait_for("Press the key for “Help”.")
        terminal.send("\x1b[34~")
        terminal.wait_for("is for “Choose” already")
        terminal.send("\r\r")
        terminal.wait_for("“Help” is skipped.")
        terminal.send("\x1b")
        terminal.settle(0.3)
        terminal.send("\x1b")
        terminal.wait_for("Finished.")
        terminal.wait_for(f"keys: {file}")
        assert terminal.wait_for_exit() == 0
        assert mode(terminal) == before
        assert terminal.output.count(b"\x1b[>1u") == terminal.output.count(b"\x1b[<u") == 1
    actions = learned(file).actions
    assert actions == {"f20": Action.CHOOSE, "f19": Action.DOWN, "f18": Action.UP, "x": Action.BACK}
    assert list(tmp_path.iterdir()) == [file]


def kill(number: int) -> Callable[[Terminal], None]:
    return lambda terminal: terminal.signal(number)


@pytest.mark.parametrize(
    ("end", "status"),
    [
        pytest.param(lambda terminal: terminal.send("\x03"), 1, id="ctrl+c"),
        pytest.param(lambda terminal: terminal.send("\x1b[99;5u"), 1, id="ctrl+c as kitty sends it"),
        pytest.param(kill(signal.SIGINT), 1, id="SIGINT"),
        pytest.param(kill(signal.SIGTERM), 128 + signal.SIGTERM, id="SIGTERM"),
        pytest.param(kill(signal.SIGHUP), 128 + signal.SIGHUP, id="SIGHUP"),
    ],
)
def test_however_it_ends_the_terminal_is_given_back_and_nothing_is_written(
    tmp_path: Path, end: Callable[[Terminal], None], status: int
):
    file = tmp_path / "my-keys.yaml"
    with learning(file) as terminal:
        before = mode(terminal)
        terminal.wait_for("Press the key for “Choose”.")
        terminal.send("\x1b[34~")
        terminal.wait_for("Press the key for “Down")
        end(terminal)
        assert terminal.wait_for_exit() == status
        assert mode(terminal) == before
        assert b"\x1b[<u" in terminal.output
        assert "Traceback" not in terminal.text
    assert not file.exists()


def test_when_the_terminal_goes_away_it_ends(tmp_path: Path):
    with learning(tmp_path / "my-keys.yaml") as terminal:
        terminal.wait_for("Press the key for “Choose”.")
        terminal.hang_up()
        end = time.monotonic() + 20
        while (done := os.waitpid(terminal.pid, os.WNOHANG))[0] == 0:
            assert time.monotonic() < end, "it goes on without a terminal"
            time.sleep(0.05)
        terminal.exit_code = os.waitstatus_to_exitcode(done[1])
    assert list(tmp_path.iterdir()) == []


def test_keys_by_which_nothing_can_be_chosen_are_not_written(tmp_path: Path):
    file = tmp_path / "my-keys.yaml"
    with learning(file) as terminal:
        terminal.wait_for("Press the key for “Choose”.")
        terminal.send("a")
        terminal.wait_for("Press the key for “Down")
        terminal.send("\x1b")
        terminal.settle(0.3)
        terminal.send("\x1b")
        assert terminal.wait_for_exit() == 1
        assert "These keys cannot be used, so nothing was written." in terminal.text
        assert "nothing can be chosen" in terminal.text
    assert not file.exists()


def test_when_no_key_comes_the_cure_is_told(tmp_path: Path):
    with learning(tmp_path / "my-keys.yaml") as terminal:
        terminal.wait_for("Press the key for “Choose”.")
        terminal.wait_for("the system swallows it", 30)
        terminal.wait_for("deploy/61-kiosk-keypad.hwdb")
