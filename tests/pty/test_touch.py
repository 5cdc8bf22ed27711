"""Touch in a terminal: asked for only where the machine is set so, always given back, and unbreakable."""

from __future__ import annotations

import os
import random
import re
import signal
from pathlib import Path

import pytest

from kiosk.terminal.touch.taps import ASK, GIVE_BACK
from tests.pty.terminal import KIOSK, Terminal, wait_until
from tests.pty.test_hostile_input import PIECES, alive
from tests.pty.test_supervision import FIRST, app_of, kill_app

ANY_POINTER_MODE = re.compile(rb"\x1b\[\?(9|100[0-35-7]|1015|1016)h")
STREAMS = int(os.environ.get("KIOSK_STREAMS", "120"))
REPORTS = [
    *(b"\x1b[<0;5;5M", b"\x1b[<0;5;5m", b"\x1b[<0;10;20M\x1b[<0;10;20m", b"\x1b[<0;9999;9999M\x1b[<0;9999;9999m"),
    *(b"\x1b[<0;0;0M", b"\x1b[<0;", b"\x1b[<", b"\x1b[<0;1;1", b"\x1b[<64;5;5M", b"\x1b[<35;5;5M", b"\x1b[<2;5;5M"),
    *(b"\x1b[<0;99999999999999;1M", b"\x1b[<" + b"0;" * 500 + b"M", b"\x1b[<0;-1;-1M", b"\x1b[M\x20\xff\xff"),
]


def tap(column: int, row: int) -> str:
    """What a terminal sends for a tap at a cell, counted from 0."""
    return f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m"


def tap_on(terminal: Terminal, words: str) -> None:
    """Taps the last row of the screen that shows `words`."""
    row = max(number for number, line in enumerate(terminal.screen.display) if words in line)
    terminal.send(tap(terminal.screen.display[row].index(words), row))


def kiosk(device: Path) -> Terminal:
    return Terminal((*KIOSK, "run", "--device", str(device)))


@pytest.fixture
def touched(silent: Path) -> Path:
    """A device.yaml of a machine with a touch screen, without sound."""
    silent.write_text(silent.read_text() + "pointer: touch\n")
    return silent


def at_the_menu(terminal: Terminal) -> None:
    terminal.wait_for(FIRST)
    terminal.settle()
    tap_on(terminal, "Agree")  # only wakes
    for _ in range(2):
        terminal.settle()
        tap_on(terminal, "Agree")
    terminal.wait_for("Main menu")
    terminal.settle()


def test_a_terminal_is_asked_for_nothing_of_a_pointer_and_a_tap_does_nothing_unless_the_machine_is_set_so(silent: Path):
    with kiosk(silent) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        tap_on(terminal, "Help")
        terminal.send("w")  # comes after it, and would answer on the page of help too
        terminal.settle()
        assert FIRST in terminal.screen.display[0]
        assert not ANY_POINTER_MODE.search(bytes(terminal.output))


def test_only_presses_and_releases_are_asked_for_and_given_back_at_the_end(touched: Path):
    with kiosk(touched) as terminal:
        terminal.wait_for(FIRST)
        assert ASK.encode() in terminal.output
        assert {mode[1] for mode in ANY_POINTER_MODE.finditer(bytes(terminal.output))} == {b"1000", b"1006"}
        terminal.signal(signal.SIGTERM)
        terminal.wait_for_exit()
        assert terminal.output.rindex(GIVE_BACK.encode()) > terminal.output.rindex(ASK.encode())


def test_they_are_given_back_after_a_kill_and_asked_for_again(touched: Path):
    with kiosk(touched) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        before = len(terminal.output)
        kill_app(terminal, signal.SIGKILL)
        terminal.wait_for(FIRST)
        after = bytes(terminal.output[before:])
        assert after.index(b"\x1b[?1000l") < after.index(ASK.encode())
        assert b"\x1b[?1006l" in after


def test_they_are_given_back_when_app_and_supervisor_end_together(touched: Path):
    with kiosk(touched) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        app = app_of(terminal)
        os.kill(app, signal.SIGSTOP)
        terminal.signal(signal.SIGTERM)
        os.kill(app, signal.SIGKILL)
        terminal.wait_for_exit()
        assert terminal.output.rindex(b"\x1b[?1000l") > terminal.output.rindex(ASK.encode())


def test_two_taps_open_a_page_and_a_tap_on_a_key_does_that_key(touched: Path):
    with kiosk(touched) as terminal:
        at_the_menu(terminal)
        tap_on(terminal, "Symptoms")
        terminal.wait_for_focus("2 Symptoms")
        terminal.wait_for("Touch it again to choose")
        tap_on(terminal, "Symptoms")
        wait_until(lambda: "Main menu" not in terminal.screen.display[0], terminal)
        terminal.wait_for("Page 1 of")
        tap_on(terminal, "I feel unwell")
        terminal.wait_for("Emergency")


@pytest.mark.parametrize("piece", REPORTS, ids=repr)
def test_each_report_that_is_malformed_or_huge_or_half(touched: Path, piece: bytes):
    with kiosk(touched) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        terminal.send(piece)
        alive(terminal)


def test_random_streams_of_reports_and_everything_else(touched: Path):
    chance = random.Random(17)
    with kiosk(touched) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        for _ in range(STREAMS):
            stream = b"".join(
                tap(chance.randrange(90), chance.randrange(30)).encode()
                if chance.random() < 0.4
                else chance.choice(REPORTS + PIECES)
                if chance.random() < 0.6
                else chance.randbytes(chance.randrange(1, 40))
                for _ in range(chance.randrange(1, 30))
            )
            terminal.send(stream)
            while terminal.read(0):
                pass
        terminal.settle()
        alive(terminal)
