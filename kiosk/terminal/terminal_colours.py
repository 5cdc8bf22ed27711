"""Colours that a terminal is told: the 16 of the Linux console, and the ground of others round their cells.

A window is seldom a whole number of cells wide: beside the last column a strip has the terminal's own ground, which is
dark beside a light page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kiosk.terminal.request import Deliver, Request

CONSOLE = (
    *("#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa"),
    *("#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff"),
)
"""The console's own colours, which are also those that Rich takes for the 16 of any terminal."""
OWN_PALETTE = Request(b"\x1b]R")
"""Restores them. Any other terminal would wait for the end of this sequence."""
OWN_GROUND = Request(b"\x1b]111\x07")
"""Restores a terminal's own ground."""


def is_console(env: Mapping[str, str]) -> bool:
    """Return True on the Linux console."""
    return env.get("TERM") == "linux"


def palette(colours: Sequence[str]) -> Request:
    """Return the request for the console to draw its 16 colours as these, `#rrggbb` each."""
    return Request("".join(f"\x1b]P{number:X}{colour[1:]}" for number, colour in enumerate(colours)).encode("ascii"))


def ground(colours: Sequence[str]) -> Request:
    """Return the request for a ground in the first of these colours."""
    return Request(f"\x1b]11;{colours[0]}\x07".encode("ascii"))


class TerminalColours:
    """Changes the colours and restores them."""

    def __init__(
        self,
        deliver: Deliver,
        form: Callable[[Sequence[str]], Request],
        own: Request,
        keep: Deliver = lambda request: None,
    ) -> None:
        """Change nothing yet.

        Args:
            deliver: Sends requests to the terminal.
            form: Makes the request for other colours.
            own: Restores the terminal's own.
            keep: Takes `own` before any other request is sent, for the case that the app crashes.
        """
        self._deliver = deliver
        self._form = form
        self._own = own
        self._keep = keep
        self._shown: tuple[str, ...] | None = None

    def show(self, colours: Sequence[str]) -> None:
        """Have the terminal show these colours, `#rrggbb` each; repeating them sends nothing."""
        if self._shown == tuple(colours):
            return
        if self._shown is None:
            self._keep(self._own)
        self._shown = tuple(colours)
        self._deliver(self._form(colours))

    def restore(self) -> None:
        """Restore the terminal's own colours, if they were changed."""
        if self._shown is not None:
            self._shown = None
            self._deliver(self._own)
