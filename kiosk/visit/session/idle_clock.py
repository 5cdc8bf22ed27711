"""The idle clock: when to ask whether somebody is still there, and when to start afresh.

Pure: it is told the time (seconds of a monotonic clock) and what happens; it never reads a clock.
Limits: warn after 2 to 5 minutes, leave 20 to 45 s to answer (VVSG 2.0; WCAG 2.2.1). Speech counts as presence,
for a visitor who listens presses nothing; while the visitor is being asked, only a key does.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import ceil


class Presence(Enum):
    """What the kiosk believes about the visitor."""

    HERE = "here"
    ASKED = "asked"
    """The warning is up; any key brings HERE back."""
    GONE = "gone"


@dataclass
class IdleClock:
    """Tells a silent visitor from an absent one."""

    warn_after: float
    """Seconds without a key and without speech until the visitor is asked."""
    countdown: float
    """Seconds that the visitor has to answer."""
    _quiet_since: float = 0.0

    def reset(self, now: float) -> None:
        """A key was pressed at `now`."""
        self._quiet_since = now

    def sounds(self, now: float) -> None:
        """Speech sounded at `now`; it keeps a visitor here but does not answer for one who was asked."""
        if self.presence(now) is Presence.HERE:
            self._quiet_since = max(self._quiet_since, now)

    def presence(self, now: float) -> Presence:
        """What to believe at `now`."""
        quiet = now - self._quiet_since
        if quiet < self.warn_after:
            return Presence.HERE
        return Presence.ASKED if quiet < self.warn_after + self.countdown else Presence.GONE

    def seconds_left(self, now: float) -> int:
        """Whole seconds until the visitor is taken to be gone, rounded up, never below zero."""
        return max(0, ceil(self._quiet_since + self.warn_after + self.countdown - now))

    def seconds_until_asked(self, now: float) -> int:
        """Whole seconds until the visitor will be asked, rounded up, never below zero."""
        return max(0, ceil(self._quiet_since + self.warn_after - now))
