"""An app that was killed leaves the terminal in a visitor's size of letters; its supervisor gives it its own back."""

from __future__ import annotations

import os
import pty
import socket
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.supervision.own_terminal import GIVE_BACK, TAKE, OwnTerminal
from kiosk.terminal.request import Request

XTERMS = Request(b"\x1b]50;DejaVu Sans Mono:size=12\x07")


class Caught(OwnTerminal):
    """Keeps what would be written."""

    def __init__(self, fd: int) -> None:
        super().__init__(fd)
        self.written = b""

    def write(self, data: bytes) -> None:
        self.written += data


@pytest.fixture
def terminal() -> Iterator[Caught]:
    main, other = pty.openpty()
    yield Caught(other)
    os.close(main)
    os.close(other)


def test_after_a_crash_the_letters_are_given_back_before_anything_is_shown(terminal: Caught):
    terminal.note_restore_request(XTERMS)
    terminal.blank()
    assert terminal.written.index(XTERMS.data) < terminal.written.index(TAKE)


def test_an_app_that_had_to_be_killed_at_the_end_leaves_no_large_letters(terminal: Caught):
    terminal.note_restore_request(XTERMS)
    terminal.give_back(in_order=False)
    assert terminal.written.index(XTERMS.data) < terminal.written.index(GIVE_BACK)


def test_an_app_that_has_tidied_up_is_not_corrected(terminal: Caught):
    terminal.note_restore_request(XTERMS)
    terminal.give_back(in_order=True)
    assert XTERMS.data not in terminal.written


def test_a_terminal_that_was_never_asked_is_not_asked_now(terminal: Caught):
    terminal.note_restore_request(None)
    terminal.blank()
    terminal.give_back(in_order=False)
    assert b"]50;" not in terminal.written


def test_the_first_app_has_measured_it_best(terminal: Caught):
    """A later one may have begun before the terminal was as small again as it should be."""
    terminal.note_restore_request(None)
    terminal.note_restore_request(XTERMS)
    terminal.note_restore_request(Request(b"\x1b]50;DejaVu Sans Mono:size=36\x07"))
    terminal.blank()
    assert XTERMS.data in terminal.written
    assert b"size=36" not in terminal.written


def test_a_terminal_with_a_socket_is_asked_there(terminal: Caught, tmp_path: Path):
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(path)
        server.listen()
        terminal.note_restore_request(Request(b"as it was\n", path))
        terminal.blank()
        with server.accept()[0] as link:
            assert link.recv(100) == b"as it was\n"
    assert b"as it was" not in terminal.written
    terminal.blank()  # the socket has gone, as it does with its terminal
    assert terminal.written.count(TAKE) == 2


def test_a_terminal_that_is_silenced_echoes_nothing(terminal: Caught):
    terminal.silence()
    assert not termios.tcgetattr(terminal._fd)[3] & (termios.ECHO | termios.ISIG)
    terminal.give_back(in_order=True)
    assert termios.tcgetattr(terminal._fd)[3] & termios.ECHO


def test_the_supervisor_loads_neither_the_screen_library_nor_the_letters():
    program = (
        "import sys, kiosk.supervision.supervisor; print([m for m in sys.modules if 'textual' in m or 'rich' in m])"
    )
    done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
