"""What the app and its supervisor know of each other: two connected sockets, one in each process."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from typing import Self

from kiosk.terminal.request import Request

BEAT, LEAVE, RESTORE_REQUEST = b".", b"e", b"w"
"""How a line begins that the app sends; after `RESTORE_REQUEST` come a request's socket and bytes, in hexadecimal."""


class SupervisorSocket:
    """The app's end. Everything may be called after the supervisor has died."""

    def __init__(self, to_supervisor: socket.socket, restarted: bool) -> None:
        self._socket = to_supervisor
        self.restarted = restarted
        """Whether this start follows a crash: nobody is there then who could be told anything."""

    def beat(self) -> None:
        """The way of a key to the screen was tried, and it works."""
        self._send(BEAT)

    def leave(self) -> None:
        """The end that follows is meant: the supervisor ends too."""
        self._send(LEAVE)

    def restore_request(self, request: Request) -> None:
        """What gives the terminal its own letters back, should the app not come to do it."""
        self._send(b" ".join((RESTORE_REQUEST, request.socket.encode().hex().encode(), request.data.hex().encode())))

    def fileno(self) -> int:
        """Becomes readable when the supervisor has died; nothing else is ever sent to the app."""
        return self._socket.fileno()

    def _send(self, message: bytes) -> None:
        with suppress(OSError):
            self._socket.send(message + b"\n", socket.MSG_DONTWAIT)


class WatchedApp:
    """The supervisor's end, for one app."""

    def __init__(self, pid: int, to_app: socket.socket, now: float) -> None:
        self.pid = pid
        """Process id of the app."""
        self._socket = to_app
        self.started = self.last_beat = now
        """Seconds of a monotonic clock."""
        self.beats = 0
        self.leaves = False
        """Whether the app has said that its end is meant."""
        self.restore_request: Request | None = None
        """What gives the terminal its own letters back, once the app has asked it for others."""
        self._line = b""
        """The beginning of a line whose end has not come yet."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._socket.close()

    def fileno(self) -> int:
        """Readable when the app has sent something, or has ended."""
        return self._socket.fileno()

    def receive(self, now: float) -> bool:
        """Takes what the app has sent; whether a beat was in it."""
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
        """The status with which the app has ended (negative: the signal), or None while it runs."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        return os.waitstatus_to_exitcode(status) if pid else None

    def signal(self, number: int) -> None:
        """Sends the app a signal."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)


def socket_pair() -> tuple[socket.socket, socket.socket]:
    """Two ends: the supervisor's, the app's."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
