"""Read a file's bytes without blocking, raising or filling the memory."""

import os
import stat
from pathlib import Path

from kiosk.content.parsing.diagnostics import Diagnostics

LARGEST = 256 * 1024
"""Bytes; a topic that fills ten screens has about 5,000."""


def read_bytes(path: Path, diagnostics: Diagnostics, largest: int = LARGEST) -> bytes | None:
    """Return the file's bytes, at most `largest`, or record an error and return None. Raises nothing."""
    try:
        # An ordinary open() of a named pipe would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        _refuse(error, path, diagnostics)
        return None
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            diagnostics.add(
                "not-a-file",
                "This is a folder or a device, not a file with text.",
                "Remove it, or put a text file with this name in its place.",
            )
            return None
        raw = _up_to(handle, largest + 1)
    except OSError as error:
        _refuse(error, path, diagnostics)
        return None
    finally:
        os.close(handle)
    if len(raw) > largest:
        diagnostics.add(
            "too-large",
            f"The file is larger than {largest // 1024} KB, far more than a page of text.",
            "Check that it is the right file, and keep only the text of this topic in it.",
        )
        return None
    return raw


def _up_to(handle: int, size: int) -> bytes:
    """Return at most `size` bytes from the open file."""
    pieces: list[bytes] = []
    while size > 0 and (piece := os.read(handle, size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _refuse(error: Exception, path: Path, diagnostics: Diagnostics) -> None:
    """Record why the file could not be opened."""
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):
            diagnostics.add(
                "cannot-open",
                "This is a link to a file that does not exist.",
                "Replace the link with the file itself.",
            )
            return
        diagnostics.add("missing-file", "This file does not exist.", f"Create a file with the name {path.name}.")
    elif isinstance(error, IsADirectoryError):
        diagnostics.add(
            "not-a-file",
            "This is a folder or a device, not a file with text.",
            "Remove it, or put a text file with this name in its place.",
        )
    elif isinstance(error, PermissionError):
        diagnostics.add(
            "cannot-open",
            "The kiosk is not allowed to open this file.",
            "Ask the person who looks after the computer to let the kiosk read it.",
        )
    else:
        reason = getattr(error, "strerror", None) or "unknown reason"
        diagnostics.add(
            "cannot-open",
            f"The file could not be opened ({reason}).",
            "Replace it with a fresh copy.",
        )
