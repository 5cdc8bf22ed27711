"""A `Voice`: turns one utterance into samples and marks, through a pyttsx3 driver.

The silence before the first sound is cut off, for it is felt as slowness.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any, Protocol

import pyttsx3

from kiosk.content.library import WordRule
from kiosk.speech.drivers import espeak
from kiosk.speech.spoken_form import SpokenForm, spoken_form

QUIET = 160
"""Samples (of ±32,767) that are no louder count as silence: about -46 dB."""
LEAD_MS = 2
"""So much of the silence before the first sound is kept, for a soft beginning."""
LONGEST_TEXT = 2_000
"""Characters of one utterance; the rest is left out, for without a break it could sound for minutes."""


class Listener(Protocol):
    """What takes the sound of an utterance."""

    def samples(self, data: array[int]) -> None:
        """The next 16-bit mono samples."""

    def word(self, start: int, length: int, at_sample: int) -> None:
        """The characters from `start` of the written text sound `at_sample` samples after the first one."""


class VoiceError(RuntimeError):
    """There is no voice to speak with."""


class Voice:
    """Speaks with eSpeak NG, in any of its languages."""

    def __init__(self, rules: Sequence[WordRule] = ()) -> None:
        """`rules`: how the clinic wants words to be said. Raises VoiceError when there is no voice."""
        try:
            self._engine: Any = pyttsx3.init(espeak.register())
        except (espeak.EspeakError, ImportError, OSError) as error:
            raise VoiceError(str(error)) from error
        self._rules = tuple(rules)
        self._engine.connect("samples", self._samples)
        self._engine.connect("word", self._word)
        self._engine.connect("error", self._failed)
        self._engine.startLoop(False)
        self._engine.iterate()
        self.sample_rate: int = self._engine.getProperty("sample_rate")
        self._listener: Listener | None = None
        self._form: SpokenForm | None = None
        self._skipped = 0
        self._sounds = False
        self._error: Exception | None = None

    def speak(self, text: str, language: str, rate_wpm: float, listener: Listener) -> None:
        """Hands the sound of `text` to `listener`; returns when it is complete or `stop` was called.

        Raises VoiceError when the engine refuses the text.
        """
        self._form = spoken_form(text[:LONGEST_TEXT], language, self._rules)
        self._listener, self._sounds, self._skipped, self._error = listener, False, 0, None
        self._engine.setProperty("voice", espeak.VOICES.get(language, language))
        self._engine.setProperty("rate", rate_wpm)
        self._engine.say(self._form.text)
        self._listener = None
        if self._error is not None:
            raise VoiceError(str(self._error)) from self._error

    def stop(self) -> None:
        """Ends the present `speak`; from any thread."""
        self._engine.stop()

    def _samples(self, data: array[int], name: object = None) -> None:
        if self._listener is None:
            return
        if not self._sounds:
            first = first_sound(data)
            if first is None:
                self._skipped += len(data)
                return
            cut = max(0, first - LEAD_MS * self.sample_rate // 1000)
            self._skipped += cut
            self._sounds = True
            data = data[cut:]
        self._listener.samples(data)

    def _word(self, location: int, length: int, at_sample: int, name: object = None) -> None:
        if self._listener is not None and self._form is not None:
            start, length = self._form.written(location, length)
            self._listener.word(start, length, max(0, at_sample - self._skipped))

    def _failed(self, exception: Exception, name: object = None) -> None:
        self._error = exception


def first_sound(data: array[int]) -> int | None:
    """The index of the first sample louder than QUIET, or None."""
    if not data or max(max(data), -min(data)) <= QUIET:
        return None
    return next(at for at, sample in enumerate(data) if abs(sample) > QUIET)
