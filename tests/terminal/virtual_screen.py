"""A virtual screen with a window manager that makes every window as large as the screen, for real terminals."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PIXELS = "1280x800x24"
KEPT = ("PATH", "HOME", "LANG", "XDG_RUNTIME_DIR", "XDG_STATE_HOME")
"""What of our own environment programs on the screen get: nothing that tells of another terminal."""
XTERM = ("xterm", "-fa", "DejaVu Sans Mono", "-fs", "12", "-fullscreen")
FONT_ALLOWED = ("-xrm", "XTerm*VT100.disallowedFontOps:")
"""Without this an xterm refuses silently to change its font."""


def require(*programs: str) -> None:
    """Skips the test where a program is missing; fails where everything was to be installed before."""
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        tell = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        tell(f"not installed: {', '.join(missing)}")


@contextmanager
def virtual_screen(pixels: str = PIXELS, picture: Path | None = None, full: bool = True) -> Iterator[dict[str, str]]:
    """The environment for programs on a screen of its own. `pixels` is width x height x bits of colour.

    In the folder `picture` the server keeps what is on the screen, for `grey_of`. Without `full` there is no window
    manager: windows have the size that they ask for, at the top left.
    """
    reading, writing = os.pipe()
    kept_in = ["-fbdir", str(picture)] if picture else []
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", pixels, "-nolisten", "tcp", *kept_in],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    kept = {name: value for name, value in os.environ.items() if name in KEPT}
    env = kept | {"DISPLAY": f":{number}", "LANG": "C.UTF-8"}
    processes = [server]
    if full:
        manager = ["matchbox-window-manager", "-use_titlebar", "no"]
        processes.insert(0, subprocess.Popen(manager, env=env, stderr=subprocess.DEVNULL))
    try:
        yield env
    finally:
        for process in processes:
            process.terminate()
            process.wait()


def grey_of(picture: Path) -> tuple[int, int, bytes]:
    """Width, height and the pixels (0 black to 255 white, row by row) of what is on the screen now.

    The server keeps it in X's own format for window dumps: a head of 32-bit numbers, the most significant byte first.
    """
    dump = (picture / "Xvfb_screen0").read_bytes()
    head = struct.unpack(">25I", dump[:100])
    size, width, height, bits, row, colours = head[0], head[4], head[5], head[11], head[12], head[19]
    assert bits == 32, "the screen must have 24 bits of colour"
    start = size + 12 * colours
    # Blue, green, red, unused: green is most of what an eye takes for brightness.
    green = dump[start + 1 : start + row * height : 4]
    return width, height, b"".join(green[y * (row // 4) : y * (row // 4) + width] for y in range(height))
