"""xterm: OSC 50. Needs `XTerm*allowFontOps: true` or `XTerm*VT100.disallowedFontOps:` set empty (either does, in 379),
scalable letters (`-fa`) and a full-screen window.

A font asked for without a size gets fontconfig's, and the font menu (`#0`) does not bring the size back (379).
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.terminal.request import Request
from kiosk.terminal.text_size.terminal_font import FAMILY


@dataclass(frozen=True)
class Xterm:
    """Refuses silently without that configuration."""

    name: str = "xterm"
    family: str = FAMILY
    """The font to ask for."""

    def ask(self, size: float) -> Request:
        """See `TerminalFont`."""
        return Request(f"\x1b]50;{self.family}:size={size:g}\x07".encode())

    def restore(self, start: float | None) -> Request | None:
        """See `TerminalFont`."""
        return None if start is None else self.ask(start)
