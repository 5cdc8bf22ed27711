"""Turns any bytes that a terminal sends into keys.

Textual's own parser ends the app on some sequences, goes deaf after the start of a paste, and takes F13 to F20 for
other keys. This one reads each escape sequence to its end by the grammar of ECMA-48 and drops everything that is not a
key: pastes, answers to queries, mouse reports unless taps are asked for, and anything too long or malformed.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress

from textual import events, messages
from textual.message import Message

from kiosk.terminal.textual_internals import (
    ANSI_SEQUENCES_KEYS,
    FUNCTIONAL_KEYS,
    ParseEOF,
    ParseTimeout,
    Peek1,
    Read1,
    SequenceParser,
    TokenCallback,
)
from kiosk.terminal.touch.taps import Taps

ESC = "\x1b"
WAIT_S = 0.1
"""Seconds after each byte of a sequence for the next one; where ESC is alone, it was the Escape key."""
LOCAL_WAIT_S = 0.02
"""The same after ESC on a terminal window or the Linux console, which hand over a sequence in one piece."""
OPEN_S = 0.25
"""Seconds after which an unfinished sequence is given up, and further bytes are keys again.

Otherwise a key held down after a stray ESC would be swallowed.
"""
LONGEST_SEQUENCE = 64
"""Characters; nothing longer is a key."""
LONGEST_STRING = 65_536
"""Characters of an answer to skip; after that, bytes are keys again."""
_RELEASE = re.compile(r"\x1b\[[\d:]*;\d*:3(;[\d:]*)?[u~ABCDEFHPQRS]")
_NUMBERED = re.compile(r"\x1b\[(\d+)[\d;:]*~")
_SYNCHRONISED = re.compile(r"\x1b\[\?2026;[1-4]\$y")


class KeyParser(SequenceParser):
    """Parses keys, and the one answer of a terminal that Textual needs."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, wait_s: float = WAIT_S, taps: Taps | None = None
    ) -> None:
        """Read nothing yet.

        Args:
            clock: Gives seconds of a monotonic clock.
            wait_s: Seconds until a lone ESC is the Escape key.
            taps: Makes taps of mouse reports, which else are dropped.
        """
        self._clock = clock
        self.wait_s = wait_s
        self._taps = taps
        super().__init__()

    def parse(self, token_callback: TokenCallback[Message]) -> Generator[Read1 | Peek1, str, None]:
        """See `SequenceParser`."""
        while not self.is_eof:
            try:
                character = yield self.read1()
                while character == ESC:
                    character = yield from self._sequence(token_callback)
            except ParseEOF:
                return
            except ParseTimeout:
                token_callback(events.Key("escape", ESC))
                continue
            if character:
                self._keys(character, token_callback)

    def _sequence(self, token_callback: TokenCallback[Message]) -> Generator[Read1 | Peek1, str, str]:
        """Parse what follows ESC. Returns a character that does not belong to it, or an empty string."""
        begun = self._clock()
        kind = yield self.read1(self.wait_s)
        if kind == ESC:
            token_callback(events.Key("escape", ESC))
            return ESC
        if kind in "]P_^X":
            return (yield from self._string(begun))
        elif kind == "O":
            try:
                self._keys(f"{ESC}O{(yield self.read1(WAIT_S))}", token_callback)
            except ParseTimeout:
                self._keys(f"{ESC}O", token_callback)
        elif kind == "[":
            return (yield from self._control(token_callback, begun))
        else:
            self._keys(ESC + kind, token_callback)
        return ""

    def _control(self, token_callback: TokenCallback[Message], begun: float) -> Generator[Read1 | Peek1, str, str]:
        """Parse the rest of a control sequence: parameters and one final character. Returns as `_sequence`."""
        sequence = f"{ESC}["
        while True:
            try:
                character = yield self.read1(WAIT_S)
            except ParseTimeout:
                return ""  # cut off: nobody can tell what it was
            if character == ESC or not " " <= character <= "~" or self._clock() - begun > OPEN_S:
                return character
            if len(sequence) < LONGEST_SEQUENCE:
                sequence += character
            if not "@" <= character <= "~":
                continue
            if sequence == f"{ESC}[[":
                continue  # the Linux console's F1 to F5 go on after it
            break
        if sequence == f"{ESC}[M":
            with suppress(ParseTimeout):
                for _ in range(3):  # position of the mouse
                    yield self.read1(WAIT_S)
        elif _SYNCHRONISED.fullmatch(sequence):
            token_callback(messages.TerminalSupportsSynchronizedOutput())
        elif self._taps and sequence.startswith(f"{ESC}[<"):
            if tap := self._taps.take(sequence):
                token_callback(tap)
        elif len(sequence) < LONGEST_SEQUENCE and not _RELEASE.fullmatch(sequence):
            self._keys(sequence, token_callback)
        return ""

    def _string(self, begun: float) -> Generator[Read1 | Peek1, str, str]:
        """Skip an answer up to its end: BEL, or ESC and a backslash. Returns as `_sequence`."""
        with suppress(ParseTimeout):
            for _ in range(LONGEST_STRING):
                character = yield self.read1(WAIT_S)
                if self._clock() - begun > OPEN_S:
                    return character
                if character == "\x07":
                    return ""
                if character == ESC:
                    yield self.read1(WAIT_S)
                    return ""
        return ""

    def _keys(self, sequence: str, token_callback: TokenCallback[Message]) -> None:
        with suppress(ValueError, OverflowError):
            for key in self.keys_of(sequence):
                if key.key != "<ignore>":
                    token_callback(key)

    def keys_of(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        """Return the keys of a sequence as Textual does, but look it up in Textual's own table first."""
        known = ANSI_SEQUENCES_KEYS.get(sequence)
        if isinstance(known, tuple) and len(sequence) > 1:
            return [events.Key(key.value, None) for key in known]
        if len(sequence) > 1 and sequence[1] not in "[O":
            return super().keys_of(sequence[1], alt=True)
        if len(sequence) > 1 and known is None:
            numbered = _NUMBERED.fullmatch(sequence)
            if numbered and f"{numbered[1]}~" not in FUNCTIONAL_KEYS:
                return ()  # for example the markers of a paste
            if not self.is_extended(sequence):
                return ()
        return super().keys_of(sequence, alt)
