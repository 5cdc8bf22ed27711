"""Keeps the lock-out in a file of the state folder, so that it outlives the app and the machine.

The moment is one of the monotonic clock, beside the number of the boot that it belongs to: setting the machine's clock
changes nothing.
"""

from __future__ import annotations

from math import isfinite
from pathlib import Path

from kiosk.content.live import json_cache
from kiosk.staff.lock_out import FREE_TRIES, MOST_FAILURES, LockOut

NAME = "staff-door.json"
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def boot_id() -> str:
    """What tells this boot of the machine from all others; empty where the system has no such thing."""
    try:
        return BOOT_ID.read_text("ascii").strip()
    except OSError:
        return ""


class LockOutFile:
    """One file."""

    def __init__(self, folder: Path, boot: str | None = None) -> None:
        """`boot`: None for that of this machine."""
        self._path = folder / NAME
        self._boot = boot_id() if boot is None else boot

    def load(self, now: float) -> LockOut:
        """What was kept. A file that makes no sense counts as that many wrong PINs that one has to wait."""
        spoilt = LockOut(FREE_TRIES).begun_again(same_boot=False, now=now)
        stored = json_cache.read(self._path)
        if stored is None:
            return spoilt if self._path.exists() else LockOut()
        boot, value = stored
        try:
            failures, until = int(value["failures"]), float(value["until"])
        except (KeyError, TypeError, ValueError, OverflowError):
            return spoilt
        if not (0 <= failures <= MOST_FAILURES and isfinite(until)):
            return spoilt
        same = boot == self._boot != ""
        return LockOut(failures, until).begun_again(same, now)

    def save(self, lock_out: LockOut) -> bool:
        """Keeps it, whole or not at all; False where nothing can be written."""
        value = {"failures": lock_out.failures, "until": lock_out.until}
        return json_cache.save(self._path, self._boot, value)
