"""When sound is made ahead: only while nobody is there, and until nothing is missing. Pure: the time is handed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

QUIET_S = 2.0
"""Seconds of rest before work begins: someone who looks around may press a key again."""
AGAIN_S = (60.0, 300.0, 1_800.0)
"""Seconds until work that failed is tried again: the first, the second, and each later time in a row."""


class Work(Protocol):
    """A process at work: a `Maker`."""

    @property
    def status(self) -> int | None:
        """The exit status; None while it works."""

    def kill(self) -> None:
        """End it at once."""


class RestWork:
    """Starts the work at rest, stops it when somebody comes, and goes on at the next rest."""

    def __init__(self, start: Callable[[], Work]) -> None:
        """`start` starts the process, which does what is missing; it may raise OSError."""
        self._start = start
        self._work: Work | None = None
        self._rests_since: float | None = None
        self._done = False
        """True once nothing is missing."""
        self._failures = 0
        self._not_before = 0.0

    def somebody_comes(self) -> None:
        """Stop at once."""
        self._rests_since = None
        if self._work is not None:
            self._work.kill()
            self._work = None

    def renew(self) -> None:
        """Something else is to be said from now on: look again for what is missing."""
        self._done, self._failures, self._not_before = False, 0, 0.0
        if self._work is not None:
            self._work.kill()
            self._work = None

    def rests(self, now: float) -> None:
        """Nobody is there; call it about four times a second. `now`: seconds of a monotonic clock."""
        if self._rests_since is None:
            self._rests_since = now
        if self._work is not None:
            self._look(self._work, now)
        elif not self._done and now >= max(self._not_before, self._rests_since + QUIET_S):
            try:
                self._work = self._start()
            except OSError:
                self._failed(now)

    def _look(self, work: Work, now: float) -> None:
        """See whether the work has ended."""
        if work.status is None:
            return
        self._work = None
        if work.status == 0:
            self._done, self._failures = True, 0
        else:
            self._failed(now)

    def _failed(self, now: float) -> None:
        self._not_before = now + AGAIN_S[min(self._failures, len(AGAIN_S) - 1)]
        self._failures += 1
