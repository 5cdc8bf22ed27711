"""What waits to be said, in order; what is marked `next` goes first."""

from __future__ import annotations

from collections import deque

from kiosk.speech.messages import PlayCue, Say


class SpeechQueue:
    """Utterances and cues that have not begun."""

    def __init__(self) -> None:
        self._next: deque[Say | PlayCue] = deque()
        self._rest: deque[Say | PlayCue] = deque()

    def add(self, utterance: Say | PlayCue) -> None:
        """Add one; an utterance with `next` goes before everything without."""
        goes_next = isinstance(utterance, Say) and utterance.next
        (self._next if goes_next else self._rest).append(utterance)

    def take(self) -> Say | PlayCue:
        """Remove and return the one that is to begin. The queue must not be empty."""
        return (self._next or self._rest).popleft()

    def clear(self) -> None:
        """Forget everything."""
        self._next.clear()
        self._rest.clear()

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return bool(self._next or self._rest)
