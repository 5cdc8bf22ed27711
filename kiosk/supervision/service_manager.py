"""Reports the kiosk's state to systemd by sd_notify(3); does nothing without systemd."""

from __future__ import annotations

import os
import socket
from contextlib import suppress


class ServiceManager:
    """The service manager that started the kiosk, if any."""

    def __init__(self, address: str | None = None) -> None:
        """`address`: defaults to `NOTIFY_SOCKET`; a leading `@` means the abstract namespace."""
        self._address = os.environ.get("NOTIFY_SOCKET", "") if address is None else address

    @property
    def is_there(self) -> bool:
        """True if a service manager is listening."""
        return bool(self._address)

    def ready(self) -> None:
        """Report that the first page is on the screen."""
        self._send("READY=1")

    def extend(self, seconds: float) -> None:
        """Ask for `seconds` more from now on, because a slow machine is still starting the kiosk."""
        self._send(f"EXTEND_TIMEOUT_USEC={seconds * 1_000_000:.0f}")

    def alive(self) -> None:
        """Feed the watchdog: a key would be answered."""
        self._send("WATCHDOG=1")

    def stopping(self) -> None:
        """Report that the kiosk ends on request."""
        self._send("STOPPING=1")

    def status(self, sentence: str) -> None:
        """Set the line that `systemctl status` shows."""
        self._send(f"STATUS={sentence}")

    def _send(self, message: str) -> None:
        if not self._address:
            return
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        # A service manager that does not listen must not stop the kiosk.
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as out:
            out.setblocking(False)
            out.sendto(message.encode(), address)
