"""Reading a file's bytes without ever waiting, failing or filling the memory."""

import os
import stat
from pathlib import Path

from kiosk.content.parsing.diagnostics import Diagnostics

LARGEST = 256 * 1024
"""Bytes. A topic that fills ten screens has about 5,000."""


def read_bytes(path: Path, diagnostics: Diagnostics) -> bytes | None:
    """The file's bytes, or None with a problem recorded. Raises nothing."""
    try:
        # A named pipe would keep an ordinary open() waiting for ever.
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
        raw = _up_to(handle, LARGEST + 1)
    except OSError as error:
        _refuse(error, path, diagnostics)
        return None
    finally:
        os.close(handle)
    if len(raw) > LARGEST:
        diagnostics.add(
            "too-large",
            f"The file is larger than {LARGEST // 1024} KB, which is far more than a page of text.",
            "Make sure that it is the right file, and keep only the text of this topic in it.",
        )
        return None
    return raw


def _up_to(handle: int, size: int) -> bytes:
    """At most `size` bytes from the open file."""
    pieces: list[bytes] = []
    while size > 0 and (piece := os.read(handle, size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _refuse(error: Exception, path: Path, diagnostics: Diagnostics) -> None:
    """Records why the file could not be opened."""
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):
            diagnostics.add(
                "cannot-open",
                "This is a link to a file that does not exist.",
                "Put the file itself here in place of the link.",
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
            "Ask whoever looks after the computer to make the file readable for the kiosk.",
        )
    else:
        reason = getattr(error, "strerror", None) or "unknown reason"
        diagnostics.add(
            "cannot-open",
            f"The file could not be opened ({reason}).",
            "Put a fresh copy of the file in its place.",
        )
