"""Keeps what sound libraries print (ALSA prints dozens of lines without a device) away from the terminal."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_libraries() -> Iterator[None]:
    """While this holds, the process's standard error goes to the null device."""
    try:
        own = os.dup(2)
    except OSError:  # it is closed, so nothing can be printed there
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
