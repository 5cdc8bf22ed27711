"""A text as patients get it, with the stretches of it that are telephone numbers."""

from __future__ import annotations

from typing import NamedTuple

Numbers = tuple[tuple[int, int], ...]
"""Telephone numbers in a text: start and end, in characters."""


class Told(NamedTuple):
    """A text, and where its telephone numbers are: known from their placeholders, never guessed."""

    text: str
    numbers: Numbers = ()

    def inside(self, sentence: str) -> Told:
        """Return `sentence`, which contains this text, with the numbers of this text."""
        at = sentence.find(self.text) if self.numbers else -1
        return Told(sentence, () if at < 0 else tuple((at + start, at + end) for start, end in self.numbers))


def cut_to(numbers: Numbers, start: int, end: int) -> Numbers:
    """Return the numbers within the characters `start` to `end` of a text, counted from `start`."""
    if not numbers:
        return ()
    return tuple(
        (max(first, start) - start, min(last, end) - start) for first, last in numbers if first < end and start < last
    )
