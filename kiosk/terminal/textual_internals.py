"""Everything private that the kiosk uses of Textual; no other module may use private names of it.

Textual may change these in any version, which is one reason why it is pinned; see docs/maintaining.md for an upgrade.
The classes here give each private name a public one. A test lists the names and fails if another module uses one.
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
    """Textual's parser of terminal input."""

    @property
    def waiting(self) -> bool:
        """True while a sequence has begun that may go on."""
        return self._timeout_time is not None

    def keys_of(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        """Return the keys of a complete sequence, as Textual reads it; `alt`: Alt is held."""
        return super()._sequence_to_key_events(sequence, alt)

    def is_extended(self, sequence: str) -> bool:
        """Return True for a sequence of the extended keyboard protocol that Textual can read."""
        return bool(self._parse_extended_key(sequence))

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        return self.keys_of(sequence, alt)


class SilentDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, without its requests for mouse, paste and window size."""

    def ask_for_pointer(self) -> None:
        """Ask the terminal for what a pointer does, once it is ready; for subclasses. None is asked for here."""

    def give_pointer_back(self) -> None:
        """Ask the terminal for nothing of a pointer any more, at the end; for subclasses."""

    def draw_on(self, screen: TextIOWrapper) -> None:
        """Draw on `screen` instead of stderr."""
        self._file = screen

    def end_app(self, status: int) -> None:
        """End the app, from any thread; do nothing if it has ended."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._app.exit, None, status)

    def _enable_bracketed_paste(self) -> None:
        """Do nothing: pasted text is not used."""

    def _enable_mouse_support(self) -> None:
        self.ask_for_pointer()

    def _disable_mouse_support(self) -> None:
        self.give_pointer_back()

    def _enable_mouse_pixels(self) -> None:
        """Do nothing: cells are enough."""

    def _query_in_band_window_resize(self) -> None:
        """Do nothing: the signal for a new size is enough, and input cannot fake it."""


class ShieldedApp(App[int], inherit_bindings=False):
    """An app that ends after an error without showing it."""

    def note_fault(self) -> None:
        """Note an error that ends the app; called while it is handled."""

    def write_to_terminal(self, data: bytes) -> None:
        """Send bytes to the terminal in addition to what Textual draws; do nothing if there is no terminal."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(data.decode("latin-1"))

    def _fatal_error(self) -> None:
        self.note_fault()
        self._close_messages_no_wait()
