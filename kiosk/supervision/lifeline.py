"""What the app and its supervisor know of each other: two connected sockets, one in each process."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from typing import Self

BEAT, LEAVE = b".", b"e"


class Lifeline:
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

    def fileno(self) -> int:
        """Becomes readable when the supervisor has died; nothing else is ever sent to the app."""
        return self._socket.fileno()

    def _send(self, message: bytes) -> None:
        with suppress(OSError):
            self._socket.send(message, socket.MSG_DONTWAIT)


class Watch:
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
        self.leaves = self.leaves or LEAVE in data
        beats = data.count(BEAT)
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


def lifeline() -> tuple[socket.socket, socket.socket]:
    """Two ends: the supervisor's, the app's."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
