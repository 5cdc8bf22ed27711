"""How long no PIN may be tried after wrong ones. Pure: `now` is in seconds of a monotonic clock."""

from __future__ import annotations

from dataclasses import dataclass

FREE_TRIES = 3
"""The third wrong PIN in a row brings the first wait."""
FIRST_WAIT_S = 30.0
"""Seconds; doubled after each further wrong PIN."""
LONGEST_WAIT_S = 3600.0
"""Seconds. At one try an hour, a million PINs take more than a hundred years."""
MOST_FAILURES = 1000
"""The count stops here; the wait stopped growing long before."""


def wait_after(failures: int) -> float:
    """Return the seconds to wait after this many wrong PINs in a row."""
    if failures < FREE_TRIES:
        return 0.0
    return min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(failures - FREE_TRIES, 20))


@dataclass(frozen=True)
class LockOut:
    """Wrong PINs so far, and the wait after them."""

    failures: int = 0
    """Wrong PINs in a row."""
    until: float = 0.0
    """The moment from which on a PIN may be tried."""

    def left_s(self, now: float) -> float:
        """Return the seconds until a PIN may be tried; 0 if it may be tried now."""
        return max(0.0, self.until - now)

    def tried(self, now: float) -> LockOut:
        """Count a PIN that is about to be checked as wrong until it is found right.

        Otherwise killing the kiosk during a check would give a free try.
        """
        failures = min(self.failures + 1, MOST_FAILURES)
        return LockOut(failures, now + wait_after(failures))

    def begun_again(self, same_boot: bool, now: float) -> LockOut:
        """Return the lock-out after a restart of the kiosk.

        The monotonic clock continues only within one boot. After a reboot, or if the moment is implausible, the whole
        wait starts again, so rebooting never shortens it.
        """
        whole = wait_after(self.failures)
        left = self.until - now if same_boot else whole
        return LockOut(self.failures, now + min(max(left, 0.0), whole))
