"""What the app shows and speaks for: whoever has the keys, visitors or staff."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.visit import Visit
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.press import Press


class Front(Protocol):
    """Answers keys, time and sound. Times are seconds of a monotonic clock; None means that nothing changes."""

    @property
    def visit(self) -> Visit:
        """What is seen and heard now."""

    @property
    def at_rest(self) -> bool:
        """Whether nobody is here."""

    @property
    def is_dim(self) -> bool:
        """Whether the page may be dark, as nobody is expected."""

    def press(self, press: Press, now: float) -> Reply | None:
        """Answer a key."""

    def tick(self, now: float, sounding: bool, clock: datetime | None = None) -> Reply | None:
        """Answer the passing of time; called some four times a second."""

    def confirm(self, remark: str, said: str, grid: Grid, now: float) -> Reply:
        """Answer a change of size or colours."""

    def set_voice(self, works: bool) -> Reply:
        """Note whether sound works."""

    def headphones(self, plugged: bool, now: float) -> Reply | None:
        """Answer headphones that come or go."""
