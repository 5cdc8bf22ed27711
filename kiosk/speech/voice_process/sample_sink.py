"""Where a voice puts the sound of an utterance as it makes it."""

from __future__ import annotations

from array import array
from typing import Protocol


class SampleSink(Protocol):
    """Takes samples and words in the order in which they will be heard."""

    def samples(self, data: array[int]) -> None:
        """Take the next 16-bit mono samples."""

    def word(self, start: int, length: int, at_sample: int) -> None:
        """Take the word of `length` characters from `start` in the written text, which begins at `at_sample`."""
