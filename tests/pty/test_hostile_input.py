"""Bytes from a broken or hostile keyboard: the kiosk stays, and a key repaints afterwards."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from tests.pty.terminal import KIOSK, Terminal

STREAMS = int(os.environ.get("KIOSK_STREAMS", "120"))
"""How many random streams are sent."""
PIECES = [
    *(b"\xff", b"\xc3", b"\xe2\x82", b"\x1b", b"\x1b[", b"\x1b[200~", b"\x1b[201~", b"\x1b[<0;5;5M", b"\x1b[M   "),
    *(b"\x1b[97;1:3u", b"\x1b[99999999999u", b"\x1b[11111111111111111111;1H", b"\x1b]0;x", b"\x1bP", b"\x1b[I"),
    *(b"\x9b", b"\x00", b"\x03", b"\x1a", b"\x1c", b"\x11", b"\x10", b"\x1b[?2048;2$y", b"\x1b[48;1;1;1;1t"),
]


def alive(terminal: Terminal) -> None:
    """A key still repaints: `W` and back change the page."""
    time.sleep(0.15)  # an open sequence is given up after 0.1 s; that is what is tested, not waited for
    before = len(terminal.output)
    end = time.monotonic() + 5
    while len(terminal.output) == before:
        assert time.monotonic() < end, f"deaf; the screen shows:\n{terminal.text}"
        terminal.send("w0")
        terminal.read(0.2)


@pytest.fixture
def terminal(silent: Path):
    with Terminal((*KIOSK, "run", "--device", str(silent))) as terminal:
        terminal.wait_for("Before you start")
        terminal.settle()
        yield terminal


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_each_known_threat(terminal: Terminal, piece: bytes):
    terminal.send(piece)
    alive(terminal)


def test_random_streams(terminal: Terminal):
    chance = random.Random(7)
    for _ in range(STREAMS):
        stream = b"".join(
            chance.choice(PIECES) if chance.random() < 0.5 else chance.randbytes(chance.randrange(1, 40))
            for _ in range(chance.randrange(1, 30))
        )
        terminal.send(stream)
        while terminal.read(0):
            pass
    alive(terminal)


def test_a_paste_of_a_megabyte_is_over_within_seconds(terminal: Terminal):
    block = b"\t" * 4_096
    for _ in range(256):
        terminal.send(block)
        terminal.read(0)
    started = time.monotonic()
    alive(terminal)
    assert time.monotonic() - started < 20  # a bound against drowning, no measurement


def test_the_end_of_the_terminal_ends_the_kiosk(silent: Path):
    with Terminal((*KIOSK, "run", "--device", str(silent))) as terminal:
        terminal.wait_for("Before you start")
        terminal.hang_up()
        terminal.wait_for_exit()  # with whatever status: there is nowhere left to flush its output to
