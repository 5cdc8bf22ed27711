"""When a mark is heard: marks are tied to samples, and samples are played at a known rate. Pure."""

from __future__ import annotations

from collections import deque
from typing import Generic, TypeVar

Mark = TypeVar("Mark")


class Timeline(Generic[Mark]):
    """Marks in the order of their samples."""

    def __init__(self, sample_rate: int) -> None:
        self._rate = sample_rate
        self._marks: deque[tuple[int, Mark]] = deque()

    def add(self, at_sample: int, mark: Mark) -> None:
        """Have `mark` heard when `at_sample` is played, but no earlier than the mark before it."""
        last = self._marks[-1][0] if self._marks else 0
        self._marks.append((max(at_sample, last), mark))

    def due(self, played: int) -> list[Mark]:
        """Remove and return the marks that have been heard."""
        due = []
        while self._marks and self._marks[0][0] <= played:
            due.append(self._marks.popleft()[1])
        return due

    def seconds_to_next(self, played: int) -> float | None:
        """Return the seconds until the next mark is heard; None when there is none."""
        return max(0, self._marks[0][0] - played) / self._rate if self._marks else None

    def clear(self) -> None:
        """Forget all marks, because their samples will not be heard."""
        self._marks.clear()
