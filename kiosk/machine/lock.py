"""A lock between processes, which no process can leave behind."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

PATIENCE_S = 10.0
"""Seconds to wait for the other process."""
_STEP_S = 0.02


class Lock:
    """A lock on the file `path`, for one process and thread at a time.

    The system releases it when its holder ends, however that happens, so neither a kill nor a reboot leaves it behind.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = RLock()
        self._depth = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock during the block; its holder may take it again.

        Makes the folder if there is none. Raises TimeoutError if another has the lock for `PATIENCE_S`, and OSError if
        the file cannot be opened.
        """
        with self._threads:
            handle = self._taken() if self._depth == 0 else None
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if handle is not None:
                    os.close(handle)

    def _taken(self) -> int:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        except PermissionError:  # another user's; a file that is only readable can be locked too
            handle = os.open(self._path, os.O_RDONLY)
        try:
            _wait_for(handle)
        except BaseException:
            os.close(handle)
            raise
        return handle


def _wait_for(handle: int) -> None:
    if os.name != "posix":
        return
    import fcntl

    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > until:
                raise TimeoutError(errno.ETIMEDOUT, "another command is at work on the content") from None
            time.sleep(_STEP_S)
