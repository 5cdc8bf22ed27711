"""The terminal as the supervisor found it, and as it must be left or kept between two starts of the app."""

from __future__ import annotations

import os
import select
import termios
from contextlib import suppress

from kiosk.terminal.request import Request, delivery

TAKE = b"\x1b[?1049h\x1b[?25l\x1b[0m\x1b[2J\x1b[H"
"""The alternate screen, so that nothing is seen of what the terminal showed before; no cursor; empty."""
CALM = b"\x1b[?2026l\x1b[<u\x1b[?1000l\x1b[?1003l\x1b[?1004l\x1b[?2004l\x1b[?7h"
"""Undoes what an app may have switched on that was killed: held-back drawing, key modes, reports."""
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
        """Whether the terminal can still be used."""
        try:
            termios.tcgetattr(self._fd)
        except termios.error:
            return False
        return True

    def silence(self) -> None:
        """While the app starts and between two starts, no key is echoed, is a signal, or stops the output."""
        with suppress(termios.error):
            now = termios.tcgetattr(self._fd)
            now[3] &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)
            now[0] &= ~(termios.IXON | termios.IXOFF)
            now[1] |= termios.OPOST
            termios.tcsetattr(self._fd, termios.TCSANOW, now)

    def blank(self) -> None:
        """After a crash: an empty screen, whatever the app has left behind, and no key left over for the next one."""
        self.silence()
        with suppress(termios.error):
            termios.tcflush(self._fd, termios.TCIFLUSH)
        self.write(CALM)
        self._give_letters_back()
        self.write(TAKE)

    def pressed(self) -> bool:
        """Whether a key was pressed since the last call; what was pressed is forgotten."""
        if not select.select([self._fd], [], [], 0)[0]:
            return False
        with suppress(termios.error):
            termios.tcflush(self._fd, termios.TCIFLUSH)
        return True

    def give_back(self, in_order: bool) -> None:
        """Leaves the terminal as it was found; `in_order` when the app has tidied up itself."""
        if not in_order:
            self.write(CALM)
            self._give_letters_back()
        self.write(SHOW_CURSOR if in_order else GIVE_BACK)
        if self._found is not None:
            with suppress(termios.error):
                termios.tcsetattr(self._fd, termios.TCSANOW, self._found)  # type: ignore[arg-type]

    def note_restore_request(self, request: Request | None) -> None:
        """An app has found out what gives the terminal its own letters back; the first one has measured it best."""
        self._restore_request = self._restore_request or request

    def _give_letters_back(self) -> None:
        if self._restore_request:
            delivery(self.write)(self._restore_request)

    def write(self, data: bytes) -> None:
        """Writes to the terminal; a terminal that has gone or takes nothing is left alone."""
        os.set_blocking(1, False)
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
