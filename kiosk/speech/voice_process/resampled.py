"""Converts the sound of one voice to the sample rate of another, so that one open player takes both."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.messages import Say
from kiosk.speech.spoken.spoken_form import Spans
from kiosk.speech.voice_process.sample_sink import SampleSink
from kiosk.speech.voice_process.voice import Voice


class Resampled:
    """A `SampleSink` in front of another one, which interpolates linearly between samples.

    Good enough for a voice that stands in for another one. Equal rates change nothing.
    """

    def __init__(self, sink: SampleSink, rate: int, wanted: int) -> None:
        """`rate`: samples a second that come in; `wanted`: samples a second that go out."""
        self._sink = sink
        self._step = rate / wanted
        self._taken = 0
        """Samples that came in."""
        self._given = 0
        """Samples that went out."""
        self._last = 0
        """The last sample that came in."""

    def samples(self, data: array[int]) -> None:
        """Convert the next samples and hand them on."""
        if self._step == 1:
            self._sink.samples(data)
            return
        known = array("h", [self._last]) + data
        first = self._taken - 1
        self._taken += len(data)
        out: array[int] = array("h")
        while (at := self._given * self._step) <= self._taken - 1:
            left = int(at)
            part = at - left
            before = known[left - first]
            after = known[left - first + 1] if part else before
            out.append(round(before + part * (after - before)))
            self._given += 1
        self._last = known[-1]
        if out:
            self._sink.samples(out)

    def word(self, start: int, length: int, at_sample: int) -> None:
        """Hand on the word, at its sample of the new rate."""
        self._sink.word(start, length, round(at_sample / self._step))


class ResampledVoice:
    """A `VoiceBackend`: a quick voice at the sample rate of another one, so that patients may choose it."""

    def __init__(self, voice: Voice, sample_rate: int) -> None:
        self._voice = voice
        self.sample_rate = sample_rate

    def speak(
        self, text: str, language: str, rate_wpm: float, sink: SampleSink, numbers: Spans = (), page: int = 0
    ) -> None:
        """Hand the sound of `text` to `sink`; return when it is complete or `stop` was called."""
        self._voice.speak(text, language, rate_wpm, Resampled(sink, self._voice.sample_rate, self.sample_rate), numbers)

    def set_words(self, rules: Sequence[WordRule]) -> None:
        """Say words as the clinic wants them said from now on; from any thread."""
        self._voice.set_words(rules)

    def begin(self, says: Sequence[Say]) -> None:
        """Do nothing: it needs no time to prepare."""

    def wake(self) -> None:
        """Do nothing: it is always ready."""

    def stop(self) -> None:
        """End the present `speak`; from any thread."""
        self._voice.stop()

    def rest(self) -> None:
        """End the present `speak`."""
        self._voice.rest()
