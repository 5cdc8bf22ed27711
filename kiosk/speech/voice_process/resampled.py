"""Converts the sound of one voice to the sample rate of another, so that one open player takes both."""

from __future__ import annotations

from array import array

from kiosk.speech.voice_process.sample_sink import SampleSink


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
