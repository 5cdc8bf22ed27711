"""What a terminal that changes its own font must be able to do."""

from __future__ import annotations

from typing import Protocol

from kiosk.terminal.request import Request

FAMILY = "DejaVu Sans Mono"
"""The font that is asked for where one must be named. Where it is missing, fontconfig finds the nearest."""


class TerminalFont(Protocol):
    """One kind of terminal."""

    @property
    def name(self) -> str:
        """The terminal's name, for the doctor and the log."""

    def ask(self, size: float) -> Request:
        """Asks for letters of `size` points."""

    def restore(self, start: float | None) -> Request | None:
        """Asks for the size that the terminal was started with: `start` points, as far as that is known.

        None where the terminal must be told a size and none is known.
        """
