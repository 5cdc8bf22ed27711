"""A screen that is looked at, for any program alike."""

from __future__ import annotations

import mmap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.terminal.virtual_screen import virtual_screen

START, EACH = 4096, 67
"""Of the server's file, the bytes that are compared with one another: one in a dozen and a half of pixels."""
NEARLY = 0.01
"""The share of them that may still change: a remark, a focus."""


class Screen:
    """A virtual screen of 1280×800: `env` is what a program needs to be shown on it."""

    def __init__(self, env: dict[str, str], picture: Path) -> None:
        self.env = env
        with (picture / "Xvfb_screen0").open("rb") as file:
            self._pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def look(self) -> bytes:
        """Return all pixels as they are now."""
        return self._pixels[:]

    def whole_at(self, most: float = 60.0, still: float = 2.5) -> float:
        """Wait until something is shown and stays; return the moment from which it was nearly all that stayed."""
        blank, end = self.look(), time.monotonic() + most
        seen = [(time.monotonic(), blank[START::EACH])]
        while (len(seen) == 1 or time.monotonic() < seen[-1][0] + still) and time.monotonic() < end:
            time.sleep(0.005)
            now = self.look()[START::EACH]
            if now != seen[-1][1]:
                seen.append((time.monotonic(), now))
        assert len(seen) > 1, "nothing was shown"
        last = seen[-1][1]
        for moment, picture in seen:
            if sum(x != y for x, y in zip(picture, last, strict=True)) <= NEARLY * len(last):
                return moment
        return seen[-1][0]

    def still(self, seconds: float, most: float = 30.0) -> float:
        """Wait until nothing has changed for so long; return the moment of the last change."""
        last, at = self.look(), time.monotonic()
        end = at + most
        while time.monotonic() < min(at + seconds, end):
            time.sleep(0.005)
            now = self.look()
            if now != last:
                last, at = now, time.monotonic()
        return at


@contextmanager
def watched_screen(folder: Path) -> Iterator[Screen]:
    """Yield a screen; `folder` is where the server keeps its pixels."""
    folder.mkdir(parents=True, exist_ok=True)
    with virtual_screen(picture=folder) as env:
        yield Screen(env, folder)
