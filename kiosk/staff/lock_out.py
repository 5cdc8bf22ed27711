"""How long nobody may try a PIN after wrong ones. Pure: told the time in seconds of a monotonic clock."""

from __future__ import annotations

from dataclasses import dataclass

FREE_TRIES = 3
"""Wrong PINs without a wait after them, less one: the third is followed by the first wait."""
FIRST_WAIT_S = 30.0
"""Seconds; twice as long after each further wrong PIN."""
LONGEST_WAIT_S = 3600.0
"""Seconds. At one try an hour, a million PINs take more than a hundred years."""
MOST_FAILURES = 1000
"""More are not counted; the wait has long stopped growing."""


def wait_after(failures: int) -> float:
    """Seconds to wait after so many wrong PINs in a row."""
    if failures < FREE_TRIES:
        return 0.0
    return min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(failures - FREE_TRIES, 20))


@dataclass(frozen=True)
class LockOut:
    """The wrong PINs so far."""

    failures: int = 0
    """In a row."""
    until: float = 0.0
    """Before this moment nobody may try."""

    def left_s(self, now: float) -> float:
        """Seconds until somebody may try again; 0 where somebody may."""
        return max(0.0, self.until - now)

    def tried(self, now: float) -> LockOut:
        """A PIN is about to be checked: it counts as wrong until it has been found right.

        So a kiosk that is killed while it checks has not given a try away.
        """
        failures = min(self.failures + 1, MOST_FAILURES)
        return LockOut(failures, now + wait_after(failures))

    def begun_again(self, same_boot: bool, now: float) -> LockOut:
        """After a restart. The monotonic clock goes on from before only where the machine has not been started since.

        Where it has, or the moment cannot be right, the whole wait begins again: starting the machine shortens none.
        """
        whole = wait_after(self.failures)
        left = self.until - now if same_boot else whole
        return LockOut(self.failures, now + min(max(left, 0.0), whole))
