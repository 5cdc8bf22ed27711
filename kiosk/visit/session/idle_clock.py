"""The idle clock: when to ask "Are you still there?" and when to reset.

Pure: `now` is in seconds of a monotonic clock, which it never reads itself.
Limits: warn after 2 to 5 minutes, leave 20 to 45 s to answer (VVSG 2.0; WCAG 2.2.1). Speech counts as
presence, because a listening visitor presses nothing; once the question is asked, only a key does.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import ceil


class Presence(Enum):
    """What the kiosk assumes about the visitor."""

    HERE = "here"
    ASKED = "asked"
    """The question is on the screen; any key returns to HERE."""
    GONE = "gone"


@dataclass
class IdleClock:
    """Distinguishes a silent visitor from an absent one."""

    warn_after: float
    """Seconds without key and speech until the visitor is asked."""
    countdown: float
    """Seconds to answer."""
    _quiet_since: float = 0.0

    def reset(self, now: float) -> None:
        """Note a key at `now`."""
        self._quiet_since = now

    def sounds(self, now: float) -> None:
        """Note speech at `now`. It keeps a visitor here but does not answer the question."""
        if self.presence(now) is Presence.HERE:
            self._quiet_since = max(self._quiet_since, now)

    def presence(self, now: float) -> Presence:
        """Return what to assume at `now`."""
        quiet = now - self._quiet_since
        if quiet < self.warn_after:
            return Presence.HERE
        return Presence.ASKED if quiet < self.warn_after + self.countdown else Presence.GONE

    def seconds_left(self, now: float) -> int:
        """Return the whole seconds until the visitor counts as gone, rounded up, at least 0."""
        return max(0, ceil(self._quiet_since + self.warn_after + self.countdown - now))

    def seconds_until_asked(self, now: float) -> int:
        """Return the whole seconds until the visitor is asked, rounded up, at least 0."""
        return max(0, ceil(self._quiet_since + self.warn_after - now))
