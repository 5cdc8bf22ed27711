"""What the narrator reports of what is heard."""

from __future__ import annotations

from typing import Protocol

from kiosk.visit.speech_text.utterance import Utterance


class SpeechEvents(Protocol):
    """Receives what is heard, in order."""

    def started(self, utterance: Utterance) -> None:
        """The utterance begins to sound."""

    def word(self, utterance: Utterance, start: int, end: int) -> None:
        """The characters from `start` to `end` of its text begin to sound."""

    def failed(self, utterance: Utterance, no_voice: bool) -> None:
        """The utterance cannot be said; with `no_voice`, nothing can be said in its language."""

    def silent(self) -> None:
        """Nothing sounds or waits any more."""

    def sound(self, works: bool) -> None:
        """Sound works again, or no longer works."""

    def headphones(self, plugged: bool) -> None:
        """Headphones have been plugged in or out; either way nothing sounds or waits any more."""
