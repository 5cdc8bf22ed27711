"""The driver between Textual and the terminal. No input can end it, deafen it or flood the app."""

from __future__ import annotations

import logging
import os
import re
import selectors
import sys
import time
from codecs import getincrementaldecoder
from io import TextIOWrapper
from typing import ClassVar

from textual import events
from textual.app import App

from kiosk.terminal.input_events import EscapeByte, Probe
from kiosk.terminal.key_parser import ESC, LOCAL_WAIT_S, WAIT_S, KeyParser
from kiosk.terminal.textual_internals import SilentDriver
from kiosk.terminal.touch.taps import ASK, GIVE_BACK, Tapped, Taps

BURST = 60
"""Keys that may arrive at once."""
KEYS_A_SECOND = 60
"""Keys a second after a burst; a held key repeats about 30 times a second."""
CHECK_S = 0.5
"""Seconds between two checks if the driver must stop."""
FLOOD_BYTES = 512
"""Bytes in one read; no keyboard sends so many."""
PROBE_EVERY_S = 5.0
"""Seconds between two probes."""
_LOCAL = re.compile(r"/dev/(pts/\d+|tty\d*)")
"""Terminal windows and the Linux console, but no serial line."""
_log = logging.getLogger(__name__)


def wait_s(keyboard: int) -> float:
    """Return the seconds after which a lone ESC from this terminal is the Escape key.

    Only where a network or a wire stands between can the rest of a sequence come later than its first byte.
    """
    if any(os.environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY")):
        return WAIT_S
    try:
        name = os.ttyname(keyboard)
    except OSError:
        return WAIT_S
    return LOCAL_WAIT_S if _LOCAL.fullmatch(name) else WAIT_S


class Allowance:
    """Limits keys to a rate that people never reach but a paste does. Pure."""

    def __init__(self, now: float) -> None:
        self._left = float(BURST)
        self._at = now

    def any_left(self, now: float) -> bool:
        """Return True if a key at `now` could pass."""
        return self._left + (now - self._at) * KEYS_A_SECOND >= 1

    def passes(self, now: float) -> bool:
        """Count a key at `now` (seconds of a monotonic clock); return True if it may pass."""
        self._left = min(float(BURST), self._left + (now - self._at) * KEYS_A_SECOND)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


class KioskDriver(SilentDriver):
    """Textual's driver for Linux and macOS, without mouse and paste, with a parser that survives any input.

    It draws on stdout. Textual's own driver draws on stderr, which an installed kiosk sends to a file for errors.
    """

    touch: ClassVar[bool] = False
    """True if taps are asked for."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        screen = sys.__stdout__
        assert screen is not None
        if isinstance(screen, TextIOWrapper):
            screen.reconfigure(errors="backslashreplace")  # like stderr: no character may end the writing thread
        self.draw_on(screen)

    def run_input_thread(self) -> None:
        """Read keys until the driver stops; end the app if the terminal is gone."""
        parser = self._new_parser()
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        allowance = Allowance(time.monotonic())
        probed = time.monotonic()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if time.monotonic() - probed >= PROBE_EVERY_S:
                    probed = time.monotonic()
                    self.process_message(Probe())
                text = ""
                if selector.select(parser.wait_s if parser.waiting else CHECK_S):
                    try:
                        data = os.read(self.fileno, 4096)
                    except OSError:
                        data = b""
                    if not data:
                        self._terminal_has_gone()
                        return
                    if len(data) >= FLOOD_BYTES and not allowance.any_left(time.monotonic()):
                        parser = self._new_parser()  # nobody types so much: drop it unread
                        continue
                    text = decode(data)
                    if text.endswith(ESC):
                        self.process_message(EscapeByte())
                # The parser takes an empty string for the end of input.
                for message in (*(parser.feed(text) if text else ()), *parser.tick()):
                    if not isinstance(message, (events.Key, Tapped)) or allowance.passes(time.monotonic()):
                        self.process_message(message)

    def _new_parser(self) -> KeyParser:
        return KeyParser(wait_s=wait_s(self.fileno), taps=Taps() if self.touch else None)

    def ask_for_pointer(self) -> None:
        """Ask for taps, if this machine is to have them."""
        if self.touch:
            self.write(ASK)

    def give_pointer_back(self) -> None:
        """Ask for no taps any more."""
        if self.touch:
            self.write(GIVE_BACK)

    def _terminal_has_gone(self) -> None:
        _log.warning("the terminal has gone")
        self.end_app(1)


class TouchDriver(KioskDriver):
    """The driver of a machine with a touch screen."""

    touch = True
