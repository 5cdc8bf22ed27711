"""What the voice tells the app, and what the app does with it: a `narrator.Hearer`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.visit.session.attendant import Attendant
from kiosk.visit.speech_text.utterance import Reply, Utterance

if TYPE_CHECKING:
    from kiosk.speech.narrator.narrator import Narrator


class Hearing:
    """A part of the app."""

    attendant: Attendant
    narrator: Narrator | None
    _clock: Callable[[], float]

    def started(self, utterance: Utterance) -> None:
        """See `narrator.Hearer`."""
        self.attendant.started(utterance)
        self._draw()

    def word(self, utterance: Utterance, start: int, end: int) -> None:
        """See `narrator.Hearer`."""
        self.attendant.word(utterance, start, end)
        self._draw()

    def silent(self) -> None:
        """See `narrator.Hearer`."""
        self._answer(self.attendant.silent())

    def sound(self, works: bool) -> None:
        """See `narrator.Hearer`."""
        from kiosk.machine.condition import note_sound

        self.attendant.set_voice(works)
        self._draw()
        note_sound(works)

    def headphones(self, plugged: bool) -> None:
        """See `narrator.Hearer`."""
        self._answer(self.attendant.headphones(plugged, self._clock()))

    @property
    def is_well(self) -> bool:
        """Whether the voice answers, where there is to be one."""
        return self.narrator is None or self.narrator.answers

    def _answer(self, reply: Reply | None) -> None:
        raise NotImplementedError

    def _draw(self) -> None:
        raise NotImplementedError
