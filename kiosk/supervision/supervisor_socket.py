"""The connection between the app and its supervisor: a pair of sockets, one in each process."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from typing import Self

from kiosk.terminal.request import Request

BEAT, LEAVE, RESTORE_REQUEST = b".", b"e", b"w"
"""The start of each line from the app; `RESTORE_REQUEST` is followed by a request's socket and bytes in hexadecimal."""


class SupervisorSocket:
    """The app's end. Every method is safe to call after the supervisor has died."""

    def __init__(self, to_supervisor: socket.socket, restarted: bool) -> None:
        self._socket = to_supervisor
        self.restarted = restarted
        """True if this start follows a crash, so nobody is there to read a message."""

    def beat(self) -> None:
        """Report that a probe went from the keys to the screen, so the app works."""
        self._send(BEAT)

    def leave(self) -> None:
        """Announce that the app will end on purpose, so the supervisor must end too."""
        self._send(LEAVE)

    def restore_request(self, request: Request) -> None:
        """Hand over the request that restores the terminal's font, in case the app cannot send it."""
        self._send(b" ".join((RESTORE_REQUEST, request.socket.encode().hex().encode(), request.data.hex().encode())))

    def fileno(self) -> int:
        """Return a descriptor that becomes readable when the supervisor dies; nothing is ever sent to the app."""
        return self._socket.fileno()

    def _send(self, message: bytes) -> None:
        with suppress(OSError):
            self._socket.send(message + b"\n", socket.MSG_DONTWAIT)


class WatchedApp:
    """The supervisor's end: what it knows about one app process."""

    def __init__(self, pid: int, to_app: socket.socket, now: float) -> None:
        self.pid = pid
        """Process id of the app."""
        self._socket = to_app
        self.started = self.last_beat = now
        """Seconds of a monotonic clock."""
        self.beats = 0
        self.leaves = False
        """True if the app has announced that it ends on purpose."""
        self.restore_request: Request | None = None
        """The request that restores the terminal's font; None if the app has not changed it."""
        self._line = b""
        """The start of a line that has not arrived completely."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._socket.close()

    def fileno(self) -> int:
        """Return a descriptor that is readable when the app has sent something or has ended."""
        return self._socket.fileno()

    def receive(self, now: float) -> bool:
        """Read what the app has sent; return True if it contains a beat."""
        try:
            data = self._socket.recv(4096, socket.MSG_DONTWAIT)
        except OSError:
            return False
        *lines, self._line = (self._line + data).split(b"\n")
        beats = lines.count(BEAT)
        self.leaves = self.leaves or LEAVE in lines
        for line in lines:
            if line.startswith(RESTORE_REQUEST):
                _, path, sent = line.decode().split(" ")
                self.restore_request = Request(bytes.fromhex(sent), bytes.fromhex(path).decode())
        if beats:
            self.last_beat = now
        self.beats += beats
        return beats > 0

    def ended(self) -> int | None:
        """Return the app's exit status (negative: the signal), or None while it runs."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        return os.waitstatus_to_exitcode(status) if pid else None

    def signal(self, number: int) -> None:
        """Send the app a signal."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)


def socket_pair() -> tuple[socket.socket, socket.socket]:
    """Return two connected sockets: the supervisor's and the app's."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
