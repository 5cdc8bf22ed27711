"""Whether the voice process answers when it is asked now and then. Pure: the time is handed in."""

from __future__ import annotations

ASK_S = 5.0
"""Seconds between two questions."""
ANSWER_S = 10.0
"""Seconds without an answer after which the process counts as stuck, however busy the machine is."""
REPLACED_S = 30.0
"""Seconds for which no process has to answer while one after the other is tried."""


class Heartbeat:
    """The heartbeat of one voice process after the other. Times are seconds of a monotonic clock."""

    def __init__(self) -> None:
        self._asked_at: float | None = None
        """When the open question was asked."""
        self._answered_at = 0.0
        self._silent_since: float | None = None
        """Since when a process should have answered and none has."""
        self._has_answered = False
        """Whether any process has answered, ever."""

    def begins(self, now: float) -> None:
        """A process starts; it answers once it is ready."""
        self._asked_at = None
        self.ends(now)

    def ends(self, now: float) -> None:
        """The process has ended or is given up."""
        if self._silent_since is None:
            self._silent_since = now

    def answers(self, now: float) -> None:
        """The process is ready, or has answered."""
        self._asked_at, self._answered_at = None, now
        self._silent_since, self._has_answered = None, True

    def ask(self, now: float) -> bool:
        """Whether it is time to ask; if so, the caller must ask now."""
        if self._silent_since is not None or self._asked_at is not None or now - self._answered_at < ASK_S:
            return False
        self._asked_at = now
        return True

    def stuck(self, now: float) -> bool:
        """Whether a question was not answered in time."""
        return self._asked_at is not None and now - self._asked_at > ANSWER_S

    def good(self, now: float) -> bool:
        """Whether a process answers, or may do so soon.

        True as well if none has ever answered: starting the app again would not help then.
        """
        if self._silent_since is None or not self._has_answered:
            return True
        return now - self._silent_since < REPLACED_S
