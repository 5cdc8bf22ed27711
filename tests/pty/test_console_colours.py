"""Colours that the terminal is told: its own are back afterwards."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest

from kiosk.terminal.terminal_colours import OWN_GROUND, OWN_PALETTE
from kiosk.ui.themes import themes_for
from tests.pty.terminal import KIOSK, Terminal, wait_until
from tests.pty.test_supervision import FIRST, kill_app

CONSOLE = {"TERM": "linux", "COLORTERM": ""}


def palette(name: str) -> bytes:
    """What the console is told for this contrast."""
    theme = next(each for each in themes_for("standard", CONSOLE) if each.name == name)
    return "".join(f"\x1b]P{number:X}{colour[1:]}" for number, colour in enumerate(theme.palette)).encode()


@pytest.fixture
def command(silent: Path) -> tuple[str, ...]:
    return (*KIOSK, "run", "--device", str(silent))


def told(terminal: Terminal, what: bytes) -> None:
    wait_until(lambda: what in terminal.output, terminal)


def test_the_console_has_the_colours_of_the_contrast_and_gets_its_own_back_at_the_end(command: tuple[str, ...]):
    with Terminal(command, environment=CONSOLE) as terminal:
        told(terminal, palette("light-on-dark"))
        terminal.settle()
        terminal.send(" ")
        terminal.send("c")
        told(terminal, palette("dark-on-light"))
        terminal.signal(signal.SIGTERM)
        terminal.wait_for_exit()
        assert terminal.output.rfind(OWN_PALETTE.data) > terminal.output.rfind(b"\x1b]P")


def test_after_a_crash_the_safe_page_and_the_next_start_have_the_right_colours(command: tuple[str, ...]):
    with Terminal(command, environment=CONSOLE) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        before = len(terminal.output)
        kill_app(terminal)
        wait_until(lambda: OWN_PALETTE.data in terminal.output[before:], terminal)
        wait_until(lambda: palette("light-on-dark") in terminal.output[before:], terminal)


def test_colours_are_numbers_that_the_console_has_and_no_text_is_bold(command: tuple[str, ...]):
    with Terminal(command, environment=CONSOLE) as terminal:
        told(terminal, palette("light-on-dark"))
        terminal.settle()
        codes = {code for each in re.findall(rb"\x1b\[([0-9;]*)m", terminal.output) for code in each.split(b";")}
        assert {b"37", b"40"} <= codes
        assert not codes & {b"1", b"38", b"48", *(b"%d" % n for n in (*range(90, 98), *range(100, 108)))}


def test_no_other_terminal_is_told_anything_of_it(command: tuple[str, ...]):
    with Terminal(command) as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        terminal.signal(signal.SIGTERM)
        terminal.wait_for_exit()
        assert b"\x1b]P" not in terminal.output
        assert OWN_PALETTE.data not in terminal.output


def test_round_a_light_page_no_dark_strip_is_left(command: tuple[str, ...]):
    """Where the kiosk is installed: a window is seldom a whole number of cells wide."""
    xterm = {"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)"}
    with Terminal(command, environment=xterm) as terminal:
        told(terminal, b"\x1b]11;#000000\x07")
        terminal.settle()
        terminal.send(" ")
        terminal.send("c")
        told(terminal, b"\x1b]11;#ffffff\x07")
        terminal.signal(signal.SIGTERM)
        terminal.wait_for_exit()
        assert terminal.output.rfind(OWN_GROUND.data) > terminal.output.rfind(b"\x1b]11;")
