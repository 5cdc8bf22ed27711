"""Keeps what a voice says, instead of playing it."""

from __future__ import annotations

from array import array


class Recording:
    """All samples that it is given; a `Listener`."""

    def __init__(self) -> None:
        self.heard: array[int] = array("h")
        """16-bit mono, at the voice's rate."""

    def samples(self, data: array[int]) -> None:
        """See `Listener`."""
        self.heard.extend(data)

    def word(self, start: int, length: int, at_sample: int) -> None:
        """See `Listener`: words are not kept."""
