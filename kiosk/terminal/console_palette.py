"""The 16 colours of the Linux console, which it changes when told to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiosk.terminal.request import Deliver, Request

CONSOLE = (
    *("#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa"),
    *("#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff"),
)
"""Its own colours, which are also those that Rich takes for the 16 of any terminal."""
GIVE_BACK = Request(b"\x1b]R")
"""Restores its own colours. Any other terminal would wait for the end of this sequence."""


def is_console(env: Mapping[str, str]) -> bool:
    """Return True on the Linux console."""
    return env.get("TERM") == "linux"


class ConsolePalette:
    """Changes the colours and restores them."""

    def __init__(self, deliver: Deliver, keep: Deliver) -> None:
        """Change nothing yet.

        Args:
            deliver: Sends requests to the console.
            keep: Takes the request that restores its colours, before any other, for the case that the app crashes.
        """
        self._deliver = deliver
        self._keep = keep
        self._shown: tuple[str, ...] | None = None

    def show(self, colours: Sequence[str]) -> None:
        """Have the console draw its 16 colours as these, `#rrggbb` each; repeating them sends nothing."""
        if self._shown == tuple(colours):
            return
        if self._shown is None:
            self._keep(GIVE_BACK)
        self._shown = tuple(colours)
        self._deliver(Request("".join(f"\x1b]P{n:X}{colour[1:]}" for n, colour in enumerate(colours)).encode("ascii")))

    def restore(self) -> None:
        """Restore the console's own colours, if they were changed."""
        if self._shown is not None:
            self._shown = None
            self._deliver(GIVE_BACK)
