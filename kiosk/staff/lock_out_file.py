"""Keeps the lock-out in a file of the state folder, so that it outlives app and machine.

The moment is in seconds of the monotonic clock, stored with the id of the boot: setting the machine's clock has no
effect.
"""

from __future__ import annotations

from math import isfinite
from pathlib import Path

from kiosk.content.live import json_cache
from kiosk.staff.lock_out import FREE_TRIES, MOST_FAILURES, LockOut

NAME = "staff-door.json"
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def boot_id() -> str:
    """Return the id of this boot of the machine; empty if the system has none."""
    try:
        return BOOT_ID.read_text("ascii").strip()
    except OSError:
        return ""


class LockOutFile:
    """The file of one kiosk."""

    def __init__(self, folder: Path, boot: str | None = None) -> None:
        """`boot`: id of the boot; None for this machine's."""
        self._path = folder / NAME
        self._boot = boot_id() if boot is None else boot

    def load(self, now: float) -> LockOut:
        """Return the stored lock-out. A broken file counts as enough wrong PINs for a wait."""
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
        """Store it, whole or not at all; return False if nothing can be written."""
        value = {"failures": lock_out.failures, "until": lock_out.until}
        return json_cache.save(self._path, self._boot, value)
