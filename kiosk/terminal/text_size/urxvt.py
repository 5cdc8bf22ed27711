"""urxvt (rxvt-unicode): OSC 710. Needs a full-screen window."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.terminal.request import Request
from kiosk.terminal.text_size.terminal_font import FAMILY


@dataclass(frozen=True)
class Urxvt:
    """Needs no configuration."""

    name: str = "urxvt"

    def ask(self, size: float) -> Request:
        """See `TerminalFont`."""
        return Request(f"\x1b]710;xft:{FAMILY}:size={size:g}\x07".encode())

    def restore(self, start: float | None) -> Request | None:
        """See `TerminalFont`."""
        return None if start is None else self.ask(start)
