"""Reads keys from the terminal as the kiosk gets them, for commands."""

from __future__ import annotations

import os
import select
import signal
import termios
import tty
from codecs import getincrementaldecoder
from collections import deque
from types import FrameType, TracebackType
from typing import NoReturn

from textual import events

from kiosk.terminal.key_maps.key_names import name_of
from kiosk.terminal.key_parser import WAIT_S, KeyParser
from kiosk.terminal.pressed import Pressed

_ASK_FOR_ALL_KEYS, _AS_BEFORE = b"\x1b[>1u", b"\x1b[<u"
"""The kitty keyboard protocol on and off, as Textual uses it; other terminals ignore it."""
_INTERRUPT = "ctrl+c"


class RawKeys:
    """A terminal in raw mode. Use it as a context manager: it always restores the terminal."""

    def __init__(self, keyboard: int, screen: int) -> None:
        """File descriptors of one terminal."""
        self._keyboard, self._screen = keyboard, screen
        self._parser = KeyParser()
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._sent = b""
        self._waiting: deque[Pressed] = deque()

    def __enter__(self) -> RawKeys:
        self._before = termios.tcgetattr(self._keyboard)
        self._handlers = {number: signal.signal(number, _end) for number in (signal.SIGTERM, signal.SIGHUP)}
        # A shell that starts the command in the background makes it ignore this signal, and Python keeps that.
        self._handlers[signal.SIGINT] = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            tty.setraw(self._keyboard)
            mode = termios.tcgetattr(self._keyboard)
            mode[1] |= termios.OPOST  # printed lines still start at the left
            termios.tcsetattr(self._keyboard, termios.TCSANOW, mode)
            os.write(self._screen, _ASK_FOR_ALL_KEYS)
        except BaseException:
            self._give_back()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        try:
            os.write(self._screen, _AS_BEFORE)
        finally:
            self._give_back()

    def _give_back(self) -> None:
        # Drop unread input, or the shell would run it as a command.
        termios.tcsetattr(self._keyboard, termios.TCSAFLUSH, self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def next(self, seconds: float) -> Pressed | None:
        """Return the next key press, or None if none arrives within `seconds`.

        Raises KeyboardInterrupt for Ctrl+C, and EOFError if the terminal is gone.
        """
        if not self._waiting:
            ready, _, _ = select.select([self._keyboard], [], [], WAIT_S if self._parser.waiting else seconds)
            self._read(os.read(self._keyboard, 4096) if ready else None)
        return self._waiting.popleft() if self._waiting else None

    def _read(self, data: bytes | None) -> None:
        if data == b"":
            raise EOFError
        self._sent += data or b""
        text = self._decode(data) if data else ""
        messages = [*(self._parser.feed(text) if text else ()), *self._parser.tick()]
        keys = [message for message in messages if isinstance(message, events.Key)]
        if any(key.key == _INTERRUPT for key in keys):
            raise KeyboardInterrupt
        if self._parser.waiting or not self._sent:
            return
        named = [Pressed(name_of(key.key, key.character), self._sent) for key in keys]
        self._waiting += named or [Pressed("", self._sent)]
        self._sent = b""


def _end(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
