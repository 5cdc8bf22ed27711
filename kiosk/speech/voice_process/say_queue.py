"""What waits to be said: in order, but for what goes before all that has not begun."""

from __future__ import annotations

from collections import deque

from kiosk.speech.messages import PlayCue, Say


class SayQueue:
    """Utterances that have not begun."""

    def __init__(self) -> None:
        self._next: deque[Say | PlayCue] = deque()
        self._rest: deque[Say | PlayCue] = deque()

    def add(self, utterance: Say | PlayCue) -> None:
        """One more; one with `next` goes before those without."""
        goes_next = isinstance(utterance, Say) and utterance.next
        (self._next if goes_next else self._rest).append(utterance)

    def take(self) -> Say | PlayCue:
        """The one that is to begin, which waits no more. There must be one."""
        return (self._next or self._rest).popleft()

    def clear(self) -> None:
        """Nothing waits any more."""
        self._next.clear()
        self._rest.clear()

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return bool(self._next or self._rest)
