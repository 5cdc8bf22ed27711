"""What a terminal is asked for, and how the request gets there.

It loads next to nothing, for the supervisor needs it too.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from typing import NamedTuple

SOCKET_S = 0.1
"""Seconds that a terminal's socket may take before it is given up."""
_log = logging.getLogger(__name__)


class Request(NamedTuple):
    """Bytes for the terminal, or for its socket where it has one."""

    data: bytes
    socket: str = ""
    """The path of the terminal's socket; empty where the bytes go through the terminal itself."""


Deliver = Callable[[Request], None]


def delivery(write: Callable[[bytes], None]) -> Deliver:
    """Sends requests, those for the terminal itself by `write`; what fails is logged, and the probe sees no change."""

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
