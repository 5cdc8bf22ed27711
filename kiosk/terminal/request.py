"""Requests to a terminal, and their delivery.

The supervisor uses this module too, so it imports very little.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from typing import NamedTuple

SOCKET_S = 0.1
"""Seconds until a terminal's socket is given up."""
_log = logging.getLogger(__name__)


class Request(NamedTuple):
    """Bytes for the terminal, or for its socket where it has one."""

    data: bytes
    socket: str = ""
    """Path of the terminal's socket; empty if the bytes go through the terminal itself."""


Deliver = Callable[[Request], None]


def delivery(write: Callable[[bytes], None]) -> Deliver:
    """Return a function that sends requests, through `write` if they have no socket. Failures are only logged."""

    def deliver(request: Request) -> None:
        if not request.socket:
            write(request.data)
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
                link.settimeout(SOCKET_S)
                link.connect(request.socket)
                link.sendall(request.data)
                link.shutdown(socket.SHUT_WR)
        except (OSError, AttributeError) as problem:  # AttributeError: a system without such sockets
            _log.info("the terminal's socket: %s", problem)

    return deliver
