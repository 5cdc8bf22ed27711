"""Tells systemd how the kiosk is, by the protocol of sd_notify(3); without systemd, nobody."""

from __future__ import annotations

import os
import socket
from contextlib import suppress


class ServiceManager:
    """Whoever started the kiosk and wants to know that it lives."""

    def __init__(self, address: str | None = None) -> None:
        """`address`: that of `NOTIFY_SOCKET`; an `@` at its start stands for the abstract namespace."""
        self._address = os.environ.get("NOTIFY_SOCKET", "") if address is None else address

    @property
    def is_there(self) -> bool:
        """Whether somebody wants to know."""
        return bool(self._address)

    def ready(self) -> None:
        """The first page is on the screen."""
        self._tell("READY=1")

    def alive(self) -> None:
        """A key would be answered: feeds the watchdog."""
        self._tell("WATCHDOG=1")

    def stopping(self) -> None:
        """The kiosk ends because it was told to."""
        self._tell("STOPPING=1")

    def status(self, sentence: str) -> None:
        """What `systemctl status` shows."""
        self._tell(f"STATUS={sentence}")

    def _tell(self, message: str) -> None:
        if not self._address:
            return
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        # A service manager that does not listen must not stop the kiosk.
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as out:
            out.setblocking(False)
            out.sendto(message.encode(), address)
