"""One utterance on its way into the player: where it begins there, and what is to be reported when it is heard."""

from __future__ import annotations

from array import array
from collections.abc import Callable

from kiosk.speech.messages import Done, Say, Started, Word
from kiosk.speech.players.clear_speech import ClearSpeech
from kiosk.speech.voice_process.playback import Playback


class Track:
    """Puts the sound and the words of one utterance into the playback; a `SampleSink`."""

    def __init__(
        self,
        playback: Playback,
        generation: int,
        utterance: Say,
        stop: Callable[[], None],
        clear: ClearSpeech | None = None,
    ) -> None:
        """`stop` ends the synthesis; it is called when the samples are no longer wanted.

        `clear` is what the samples go through on their way; without it they stay as they are.
        """
        self._playback = playback
        self._generation = generation
        self._id = utterance.id
        self._emergency = utterance.emergency
        self._stop = stop
        self._clear = clear
        self._early: list[tuple[int, int, int]] = []
        """Start, length and sample of the words that came while `clear` held all samples back."""
        self._begin: int | None = None
        self._end = 0
        self._cut = False

    def pause(self, ms: int) -> None:
        """Put silence before the utterance."""
        if ms > 0:
            silence = array("h", bytes(2 * (ms * self._playback.sample_rate // 1000)))
            self._playback.put(self._generation, silence)

    def samples(self, data: array[int]) -> None:
        """Play the next samples; stop the voice when they are no longer wanted."""
        for piece in self._clear.through(data) if self._clear else (data,):
            self._play(piece)
            if self._cut:
                return

    def _play(self, data: array[int]) -> None:
        at = self._playback.put(self._generation, data)
        if at is None:
            self._cut = True
            self._stop()
            return
        self._end = at + len(data)
        if self._begin is None:
            self._begin = at
            self._playback.mark(self._generation, at, Started(self._id))
            if self._emergency:
                self._playback.protect(self._generation, at, None)
            early, self._early = self._early, []
            for word in early:
                self.word(*word)

    def word(self, start: int, length: int, at_sample: int) -> None:
        """Report the word when it is heard; in an utterance without sound, never."""
        if self._begin is None:
            self._early.append((start, length, at_sample))
        else:
            self._playback.mark(self._generation, self._begin + at_sample, Word(self._id, start, length))

    def end(self) -> None:
        """Report the utterance as done when its last sample is heard."""
        if self._clear and not self._cut and (rest := self._clear.rest()):
            self._play(rest)
        if self._cut:
            return
        self._playback.mark(self._generation, self._end, Done(self._id))
        if self._emergency and self._begin is not None:
            self._playback.protect(self._generation, self._begin, self._end)
