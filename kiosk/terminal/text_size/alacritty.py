"""alacritty: JSON to its socket, as `alacritty msg config` sends it (from version 0.12 on; `font.size` from 0.13)."""

from __future__ import annotations

import json
from dataclasses import dataclass

from kiosk.terminal.request import Request


@dataclass(frozen=True)
class Alacritty:
    """Needs no configuration."""

    socket: str
    """From `$ALACRITTY_SOCKET`."""
    window: int
    """From `$ALACRITTY_WINDOW_ID`."""
    name: str = "alacritty"

    def ask(self, size: float) -> Request:
        """See `TerminalFont`."""
        return self._config([f"font.size={size:g}"], reset=False)

    def restore(self, start: float | None) -> Request:
        """See `TerminalFont`."""
        return self._config([], reset=True)

    def _config(self, options: list[str], reset: bool) -> Request:
        message = {"Config": {"options": options, "window_id": self.window, "reset": reset}}
        return Request(json.dumps(message).encode() + b"\n", self.socket)
