"""Keeps what a voice says, instead of playing it."""

from __future__ import annotations

import io
import sys
import wave
from array import array


class Recording:
    """Everything that it is given; a `SampleSink`."""

    def __init__(self) -> None:
        self.heard: array[int] = array("h")
        """16-bit mono, at the voice's rate."""
        self.words: list[tuple[int, int, int]] = []
        """Start and length of each word in the text, and the sample at which it begins."""

    def samples(self, data: array[int]) -> None:
        """Keep the samples."""
        self.heard.extend(data)

    def word(self, start: int, length: int, at_sample: int) -> None:
        """Keep the word."""
        self.words.append((start, length, at_sample))


def wav_of(samples: array[int], rate: int) -> bytes:
    """Return 16-bit mono samples, `rate` a second, as a WAV file."""
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    raw = io.BytesIO()
    with wave.open(raw, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())
    return raw.getvalue()
