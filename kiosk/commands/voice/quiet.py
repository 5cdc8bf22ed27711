"""Keep the output of sound libraries off the terminal; ALSA prints dozens of lines without a device."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_libraries() -> Iterator[None]:
    """Send the process's standard error to the null device during the block."""
    try:
        own = os.dup(2)
    except OSError:  # already closed, so nothing can be printed there
        yield
        return
    null = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(null, 2)
        yield
    finally:
        os.dup2(own, 2)
        os.close(null)
        os.close(own)
