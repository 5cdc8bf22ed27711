"""What waits to be said: in order, but for what goes before all that has not begun."""

from __future__ import annotations

from collections import deque

from kiosk.speech.messages import Say


class SayQueue:
    """Utterances that have not begun."""

    def __init__(self) -> None:
        self._next: deque[Say] = deque()
        self._rest: deque[Say] = deque()

    def add(self, utterance: Say) -> None:
        """One more; one with `next` goes before those without."""
        (self._next if utterance.get("next") else self._rest).append(utterance)

    def take(self) -> Say:
        """The one that is to begin, which waits no more. There must be one."""
        return (self._next or self._rest).popleft()

    def clear(self) -> None:
        """Nothing waits any more."""
        self._next.clear()
        self._rest.clear()

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return bool(self._next or self._rest)
