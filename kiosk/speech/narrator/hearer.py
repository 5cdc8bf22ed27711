"""What the narrator tells of what is heard."""

from __future__ import annotations

from typing import Protocol

from kiosk.visit.speech_text.utterance import Utterance


class Hearer(Protocol):
    """Is told what is heard."""

    def started(self, utterance: Utterance) -> None:
        """`utterance` begins to sound."""

    def word(self, utterance: Utterance, start: int, end: int) -> None:
        """The characters `start` to `end` of its text sound now."""

    def silent(self) -> None:
        """All has been said."""

    def sound(self, works: bool) -> None:
        """Sound works again, or does not any more."""

    def headphones(self, plugged: bool) -> None:
        """Headphones have been plugged in, or out; either way nothing sounds or waits any more."""
