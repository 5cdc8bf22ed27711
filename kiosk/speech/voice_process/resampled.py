"""Brings the sound of one voice to the sample rate of another, so that one open player takes both."""

from __future__ import annotations

from array import array

from kiosk.speech.voice_process.listener import Listener


class Resampled:
    """A listener that hands on to another one at another sample rate, by straight lines between samples.

    Good enough for a voice that stands in for another one; nothing is changed where the rates are equal.
    """

    def __init__(self, listener: Listener, rate: int, wanted: int) -> None:
        """`rate` and `wanted`: samples a second that come in and go out."""
        self._listener = listener
        self._step = rate / wanted
        self._taken = 0
        """Samples that came in."""
        self._given = 0
        """Samples that went out."""
        self._last = 0
        """The last sample that came in."""

    def samples(self, data: array[int]) -> None:
        """See `Listener`."""
        if self._step == 1:
            self._listener.samples(data)
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
            self._listener.samples(out)

    def word(self, start: int, length: int, at_sample: int) -> None:
        """See `Listener`."""
        self._listener.word(start, length, round(at_sample / self._step))
