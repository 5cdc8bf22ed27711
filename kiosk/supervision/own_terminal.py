"""The supervisor's hold on the terminal: between two starts of the app, and to restore it at the end."""

from __future__ import annotations

import os
import select
import termios
from contextlib import suppress

from kiosk.terminal.request import Request, delivery

TAKE = b"\x1b[?1049h\x1b[?25l\x1b[0m\x1b[2J\x1b[H"
"""Switches to the alternate screen, which hides earlier output, without cursor, and clears it."""
CALM = b"\x1b[?2026l\x1b[<u\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1004l\x1b[?2004l\x1b[?7h"
"""Switches off what a killed app may have left on: synchronised drawing, key modes, reports."""
SHOW_CURSOR = b"\x1b[0m\x1b[?25h"
GIVE_BACK = CALM + SHOW_CURSOR + b"\x1b[?1049l"


class OwnTerminal:
    """The terminal on `fd`."""

    def __init__(self, fd: int = 0) -> None:
        self._fd = fd
        self._found: list[object] | None = None
        with suppress(termios.error):
            self._found = termios.tcgetattr(fd)
        self._restore_request: Request | None = None

    @property
    def is_there(self) -> bool:
        """True if the terminal still exists."""
        try:
            termios.tcgetattr(self._fd)
        except termios.error:
            return False
        return True

    def silence(self) -> None:
        """Keep keys from being echoed, sending signals or stopping output while no app runs."""
        with suppress(termios.error):
            now = termios.tcgetattr(self._fd)
            now[3] &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)
            now[0] &= ~(termios.IXON | termios.IXOFF)
            now[1] |= termios.OPOST
            termios.tcsetattr(self._fd, termios.TCSANOW, now)

    def blank(self) -> None:
        """Clear screen, modes and pending keys after a crash."""
        self.silence()
        with suppress(termios.error):
            termios.tcflush(self._fd, termios.TCIFLUSH)
        self.write(CALM)
        self._give_letters_back()
        self.write(TAKE)

    def pressed(self) -> bool:
        """Return True if a key was pressed since the last call; the key itself is dropped."""
        if not select.select([self._fd], [], [], 0)[0]:
            return False
        with suppress(termios.error):
            termios.tcflush(self._fd, termios.TCIFLUSH)
        return True

    def give_back(self, in_order: bool) -> None:
        """Restore the terminal as it was found. `in_order`: the app has cleaned up after itself."""
        if not in_order:
            self.write(CALM)
            self._give_letters_back()
        self.write(SHOW_CURSOR if in_order else GIVE_BACK)
        if self._found is not None:
            with suppress(termios.error):
                termios.tcsetattr(self._fd, termios.TCSANOW, self._found)  # type: ignore[arg-type]

    def note_restore_request(self, request: Request | None) -> None:
        """Take the request that restores the terminal's font; keep the first, measured before any change of font."""
        self._restore_request = self._restore_request or request

    def _give_letters_back(self) -> None:
        if self._restore_request:
            delivery(self.write)(self._restore_request)

    def write(self, data: bytes) -> None:
        """Write to the terminal; give up if it is gone or blocks."""
        os.set_blocking(1, False)  # a stopped terminal must not hang the supervisor
        try:
            while data:
                data = data[os.write(1, data) :]
        except OSError:
            return
        finally:
            os.set_blocking(1, True)

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        try:
            found = os.get_terminal_size(self._fd)
        except OSError:
            return 80, 24
        return found.columns, found.lines
