"""The lock between two publishing commands, since each reads the network's folder and then changes it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.time_limit import TooSlowError, time_limit

LOCK = "lock"
"""In the network's folder, beside `public` and not in it."""
MOMENT_S = 10.0
"""Seconds that a person waits for another command before getting a message."""
RENEWAL_S = 45.0
"""Seconds that the daily timer waits; systemd ends its service after 60."""


@contextmanager
def one_at_a_time(folder: Path, patience_s: float | None = None) -> Iterator[None]:
    """Hold the lock of the network's `folder` during the block; wait for it for `patience_s` (default `MOMENT_S`).

    A killed command releases it. For the main thread only, and not reentrant. Raises FleetError if another command
    still has the lock by then, and OSError.
    """
    handle = _opened(folder / LOCK)
    try:
        try:
            with time_limit(MOMENT_S if patience_s is None else patience_s):
                flock(handle, LOCK_EX)
        except TooSlowError:
            sentence = (
                f"Another command is using the network in {folder}, perhaps waiting for a passphrase. Nothing was "
                "changed. Wait until it has finished, and run this one again."
            )
            raise FleetError("busy", sentence) from None
        yield
    finally:
        os.close(handle)


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
    except PermissionError:
        # The timer may run as another user; a file that is only readable can be locked too.
        return os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
