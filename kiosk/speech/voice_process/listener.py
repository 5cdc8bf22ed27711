"""What takes the sound of an utterance, as it is made."""

from __future__ import annotations

from array import array
from typing import Protocol


class Listener(Protocol):
    """Takes sound and words in the order in which they will be heard."""

    def samples(self, data: array[int]) -> None:
        """The next 16-bit mono samples."""

    def word(self, start: int, length: int, at_sample: int) -> None:
        """The characters from `start` of the written text sound `at_sample` samples after the first one."""
