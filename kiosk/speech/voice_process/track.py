"""One utterance on its way into the player: where it begins there, and what is to be reported when it is heard."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from kiosk.speech.messages import Say

if TYPE_CHECKING:
    from kiosk.speech.voice_process.speaker import Speaker


class Track:
    """Takes the sound and the words of one utterance from the voice (a `Listener`)."""

    def __init__(self, speaker: Speaker, utterance: Say, generation: int) -> None:
        self._speaker = speaker
        self._id = utterance["id"]
        self._emergency = utterance.get("emergency", False)
        self._generation = generation
        self._begin: int | None = None
        self._end = 0
        self._cut = False

    def pause(self, ms: int) -> None:
        """Silence before the utterance."""
        if ms > 0:
            self._speaker.put(self._generation, array("h", bytes(2 * (ms * self._speaker.sample_rate // 1000))))

    def samples(self, data: array[int]) -> None:
        """See `Listener`."""
        at = self._speaker.put(self._generation, data)
        if at is None:
            self._cut = True
            self._speaker.stop_voice()
            return
        self._end = at + len(data)
        if self._begin is None:
            self._begin = at
            self._speaker.mark(self._generation, at, {"is": "started", "id": self._id})
            if self._emergency:
                self._speaker.protect(self._generation, at, None)

    def word(self, start: int, length: int, at_sample: int) -> None:
        """See `Listener`: never told before the first samples."""
        if self._begin is not None:
            message = {"is": "word", "id": self._id, "start": start, "length": length}
            self._speaker.mark(self._generation, self._begin + at_sample, message)

    def end(self) -> None:
        """The utterance is complete; it is done when its last sample is heard."""
        if self._cut:
            return
        self._speaker.mark(self._generation, self._end, {"is": "done", "id": self._id})
        if self._emergency and self._begin is not None:
            self._speaker.protect(self._generation, self._begin, self._end)
