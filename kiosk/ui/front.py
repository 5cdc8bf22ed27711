"""The front: visitors or staff, whichever has the keys, the screen and the voice."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.visit import Visit
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.press import Press
from kiosk.visit.terms.target import Target


class Front(Protocol):
    """Answers keys, time and sound. `now` is in seconds of a monotonic clock; None means that nothing changes."""

    @property
    def visit(self) -> Visit:
        """The visit on the screen."""

    @property
    def at_rest(self) -> bool:
        """True if nobody is here."""

    @property
    def is_dim(self) -> bool:
        """True if the page may be dim because nobody is expected."""

    def press(self, press: Press, now: float) -> Reply | None:
        """Answer a key."""

    def tap(self, target: Target | None, now: float) -> Reply | None:
        """Answer a tap on `target`; None for one beside everything."""

    def tick(self, now: float, sounding: bool, clock: datetime | None = None) -> Reply | None:
        """Let time pass; called about four times a second."""

    def confirm(self, remark: str, said: str, grid: Grid, now: float) -> Reply:
        """Answer a change of size or colours."""

    def set_voice(self, works: bool) -> Reply:
        """Note if sound works."""

    def headphones(self, plugged: bool, now: float) -> Reply | None:
        """Answer headphones that were plugged in or unplugged."""
