"""A `Voice` turns one utterance into samples and words, through a pyttsx3 driver.

Silence before the first sound and after the last is cut off: the former is felt as slowness, and pauses are decided by
whoever composes the utterances.
"""

from __future__ import annotations

import importlib
import sys
from array import array
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pyttsx3

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.engines import ENGINES, FALLBACK, voice_name
from kiosk.speech.messages import Say
from kiosk.speech.spoken.spoken_form import Spans, SpokenForm, spoken_form
from kiosk.speech.voice_process.sample_sink import SampleSink

QUIET = 160
"""Samples (of ±32,767) that are no louder count as silence: about -46 dB."""
LEAD_MS = 2
"""Silence that is kept before the first sound, for a soft beginning."""
TAIL_MS = 10
"""Silence that is kept after the last sound, for a soft end."""
LONGEST_TEXT = 2_000
"""Characters of one utterance. The rest is left out: spoken without a break it could last minutes."""


class VoiceError(RuntimeError):
    """There is no voice to speak with."""


class NoVoiceError(VoiceError):
    """The engine has no voice for a language."""


class Voice:
    """Speaks with one engine, in any of its languages."""

    def __init__(self, rules: Sequence[WordRule] = (), engine: str = FALLBACK, file: Path | None = None) -> None:
        """`rules`: how the clinic wants words to be said; `engine`: a name in `engines.ENGINES`.

        `file`: the voice file, for an engine that has its voices in files; None for the one that is installed.

        Raises VoiceError when there is no such voice here.
        """
        if engine not in ENGINES:
            raise VoiceError(f"there is no voice “{engine}”")
        try:
            driver = importlib.import_module(ENGINES[engine].module)
            # pyttsx3 looks for drivers in its own package only. It makes one engine for each name, and some libraries
            # can be loaded once only, so the name is that of the module.
            name = "kiosk_" + driver.__name__.rpartition(".")[2]
            sys.modules[f"pyttsx3.drivers.{name}"] = driver
            self._engine: Any = pyttsx3.init(name)
        except (RuntimeError, ImportError, OSError) as error:
            raise VoiceError(str(error)) from error
        self._name_in = partial(voice_name, engine)
        self._rules = tuple(rules)
        self._engine.connect("samples", self._samples)
        self._engine.connect("word", self._word)
        self._engine.connect("error", self._failed)
        with suppress(RuntimeError):  # pyttsx3 gives one engine to all who ask for it; it may run already
            self._engine.startLoop(False)
            self._engine.iterate()
        self._error: Exception | None = None
        if ENGINES[engine].from_file:
            self._engine.setProperty("file", str(file or ""))
        if self._error is not None:
            raise VoiceError(str(self._error)) from self._error
        self.sample_rate: int = self._engine.getProperty("sample_rate")
        self._sink: SampleSink | None = None
        self._form: SpokenForm | None = None
        self._stopping = False
        self._sounds = False
        self._skipped = 0
        self._held: array[int] = array("h")
        """Silence that is handed on only if sound follows."""
        self._words: list[tuple[int, int, int]] = []
        """Words that came before the first sound."""

    def speak(
        self, text: str, language: str, rate_wpm: float, sink: SampleSink, numbers: Spans = (), page: int = 0
    ) -> None:
        """Hand the sound of `text` to `sink`; return when it is complete or `stop` was called.

        `numbers`: the telephone numbers in it, see `spoken_form`. Raises VoiceError if the engine refuses the text, and
        NoVoiceError if it does not know the language.
        """
        self.say_form(self.form(text, language, numbers), language, rate_wpm, sink)

    def form(self, text: str, language: str, numbers: Spans = ()) -> SpokenForm:
        """Return the spoken form of `text`; `numbers` are the telephone numbers in it."""
        return spoken_form(text[:LONGEST_TEXT], language, self._rules, numbers)

    def say_form(self, form: SpokenForm, language: str, rate_wpm: float, sink: SampleSink) -> None:
        """Like `speak`, for a text whose spoken form is known already."""
        self._stopping = self._sounds = False
        self._skipped, self._held, self._words, self._error = 0, array("h"), [], None
        self._form = form
        self._sink = sink
        try:
            self._engine.setProperty("voice", self._name_in(language))
            if self._error is not None:
                raise NoVoiceError(str(self._error)) from self._error
            self._engine.setProperty("rate", rate_wpm)
            self._engine.say(form.text)
            if self._sounds and not self._stopping:
                sink.samples(self._held[: TAIL_MS * self.sample_rate // 1000])
        finally:
            self._sink = None
        if self._error is not None:
            raise VoiceError(str(self._error)) from self._error

    def stop(self) -> None:
        """End the present `speak` at its next samples; from any thread.

        The engine itself is stopped by the thread that speaks: pyttsx3's queue is not made for two.
        """
        self._stopping = True

    def set_words(self, rules: Sequence[WordRule]) -> None:
        """Say words as the clinic wants them said from now on; from any thread."""
        self._rules = tuple(rules)

    def begin(self, says: Sequence[Say]) -> None:
        """Do nothing: a quick voice needs no time to prepare."""

    def wake(self) -> None:
        """Do nothing: a quick voice is always ready."""

    def rest(self) -> None:
        """Nobody is there: end the present `speak`."""
        self.stop()

    def _samples(self, data: array[int], name: object = None) -> None:
        if self._sink is None:
            return
        if self._stopping:
            self._engine.stop()
            return
        if not self._sounds:
            first = first_sound(data)
            if first is None:
                self._skipped += len(data)
                return
            cut = max(0, first - LEAD_MS * self.sample_rate // 1000)
            self._skipped += cut
            data = data[cut:]
        end = last_sound(data)
        if end is None:
            self._held.extend(data)
            return
        self._sink.samples(self._held + data[: end + 1])
        self._held = data[end + 1 :]
        if not self._sounds:
            self._sounds = True
            for word in self._words:
                self._tell(*word)

    def _word(self, location: int, length: int, at_sample: int, name: object = None) -> None:
        if self._sounds:
            self._tell(location, length, at_sample)
        else:
            self._words.append((location, length, at_sample))

    def _tell(self, location: int, length: int, at_sample: int) -> None:
        if self._sink is not None and self._form is not None:
            start, length = self._form.written(location, length)
            self._sink.word(start, length, max(0, at_sample - self._skipped))

    def _failed(self, exception: Exception, name: object = None) -> None:
        self._error = exception


def first_sound(data: array[int]) -> int | None:
    """Return the index of the first sample louder than QUIET, or None."""
    if not data or max(max(data), -min(data)) <= QUIET:
        return None
    return next(at for at, sample in enumerate(data) if abs(sample) > QUIET)


def last_sound(data: array[int]) -> int | None:
    """Return the index of the last sample louder than QUIET, or None."""
    if not data or max(max(data), -min(data)) <= QUIET:
        return None
    return next(at for at in range(len(data) - 1, -1, -1) if abs(data[at]) > QUIET)
