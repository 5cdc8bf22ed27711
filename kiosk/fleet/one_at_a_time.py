"""Keeps two commands that publish apart: each reads the network's folder, and writes what follows from that."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

from kiosk.fleet.fleet_error import FleetError
from kiosk.fleet.time_limit import TooSlowError, time_limit

LOCK = "lock"
"""Lies in the network's own folder, beside `public` and not in it."""
MOMENT_S = 10.0
"""Seconds for which a person waits for another command without being told why."""
RENEWAL_S = 45.0
"""Seconds for which the daily timer waits; systemd ends its service after 60."""


@contextmanager
def one_at_a_time(folder: Path, patience_s: float | None = None) -> Iterator[None]:
    """Nobody else publishes in the network's `folder` during the block; waits for `patience_s` seconds, or a moment.

    A command that is killed holds up none after it. For the main thread, and not within itself. Raises FleetError where
    another command is still at work then, and OSError.
    """
    handle = _opened(folder / LOCK)
    try:
        try:
            with time_limit(MOMENT_S if patience_s is None else patience_s):
                flock(handle, LOCK_EX)
        except TooSlowError:
            sentence = (
                f"Another command is at work on the network in {folder}, perhaps waiting for a passphrase. Nothing was "
                "changed. Wait until it has ended, and call this one again."
            )
            raise FleetError("busy", sentence) from None
        yield
    finally:
        os.close(handle)


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        # The timer may run as another user than whoever publishes; a lock of that one's can be held all the same.
        return os.open(path, os.O_RDONLY)
