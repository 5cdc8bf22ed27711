"""The interface of a terminal that can change its own font."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from kiosk.terminal.levels import CAP_OF_CELL
from kiosk.terminal.request import Request

FAMILY = "DejaVu Sans Mono"
"""The font to ask for, if one must be named. If it is missing, fontconfig finds the nearest."""
CAPS_OF_CELLS = {FAMILY: CAP_OF_CELL, "Atkinson Hyperlegible Mono": 0.514}
"""Fonts that are known → height of a capital letter ÷ height of a cell."""


def family(env: Mapping[str, str]) -> str:
    """Return the terminal's font: what `KIOSK_FONT` names, if it is known."""
    named = env.get("KIOSK_FONT", FAMILY)
    return named if named in CAPS_OF_CELLS else FAMILY


class TerminalFont(Protocol):
    """One kind of terminal."""

    @property
    def name(self) -> str:
        """The terminal's name, for the doctor and the log."""

    def ask(self, size: float) -> Request:
        """Return the request for letters of `size` points."""

    def restore(self, start: float | None) -> Request | None:
        """Return the request for the start size, `start` points if known.

        None if the terminal needs a size and none is known.
        """
