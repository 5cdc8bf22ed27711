"""The size of a terminal cell in pixels, if the terminal reports it (xterm, kitty and alacritty do)."""

from __future__ import annotations

import struct
import sys


def cell_pixels(descriptor: int = 1) -> tuple[float, float] | None:
    """Return width and height of a cell in pixels; None if not reported."""
    if sys.platform == "win32":
        return None
    import fcntl
    import termios

    try:
        answer = fcntl.ioctl(descriptor, termios.TIOCGWINSZ, bytes(8))
    except OSError:
        return None
    rows, columns, width, height = struct.unpack("4H", answer)
    if not (rows and columns and width and height):
        return None
    return width / columns, height / rows
