"""All that the kiosk uses of Textual's private parts, and the only module that may name them.

Textual may change these in any version, which is one reason why it is pinned to one; docs/maintaining.md tells how to
go to another. The classes here give each private name a public one. A test lists the names and fails where another
module uses a private one.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import TextIOWrapper

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._parser import ParseEOF, ParseTimeout, Peek1, Read1, TokenCallback
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

__all__ = [
    "ANSI_SEQUENCES_KEYS",
    "FUNCTIONAL_KEYS",
    "ParseEOF",
    "ParseTimeout",
    "Peek1",
    "Read1",
    "SequenceParser",
    "ShieldedApp",
    "SilentDriver",
    "TokenCallback",
]


class SequenceParser(XTermParser):
    """Textual's parser of what a terminal sends."""

    @property
    def waiting(self) -> bool:
        """True while a sequence has begun, and time will tell whether it goes on."""
        return self._timeout_time is not None

    def keys_of(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        """The keys that a whole sequence stands for, as Textual reads it; `alt` where Alt is held with them."""
        return super()._sequence_to_key_events(sequence, alt)

    def is_extended(self, sequence: str) -> bool:
        """True for a sequence of the extended keyboard protocol that Textual can read."""
        return bool(self._parse_extended_key(sequence))

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        return self.keys_of(sequence, alt)


class SilentDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, which asks the terminal for no mouse, no paste and no size."""

    def draw_on(self, screen: TextIOWrapper) -> None:
        """Draws on `screen` instead of stderr."""
        self._file = screen

    def end_app(self, status: int) -> None:
        """Ends the app from any thread; nothing where it has ended."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._app.exit, None, status)

    def _enable_bracketed_paste(self) -> None:
        """Pasted text is of no use here."""

    def _enable_mouse_support(self) -> None:
        """There is no mouse."""

    def _enable_mouse_pixels(self) -> None:
        """There is no mouse."""

    def _query_in_band_window_resize(self) -> None:
        """The signal for a new size is enough, and nobody can fake it."""


class ShieldedApp(App[int], inherit_bindings=False):
    """An app that ends at a fault without showing it."""

    def note_fault(self) -> None:
        """Called while a fault is handled that ends the app."""

    def write_to_terminal(self, data: bytes) -> None:
        """Sends bytes to the terminal beside what Textual draws; nothing where there is no terminal."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(data.decode("latin-1"))

    def _fatal_error(self) -> None:
        self.note_fault()
        self._close_messages_no_wait()
