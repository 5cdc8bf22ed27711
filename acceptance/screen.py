"""Types on the machine's keyboard and reads its screen, as a visitor would: by what a picture of it shows."""

from __future__ import annotations

import re
import subprocess

from acceptance.failed import StepFailedError
from acceptance.machine import wait_for
from acceptance.workbench import Workbench
from kiosk.ui.themes import THEMES

PAGE_S = 15.0
"""Seconds that a page may take until it was seen; reading a picture takes one of them."""
SEEN_MS = "400"
"""For so long a keyboard is plugged in before a key and after it, until every program has seen that it is there."""
FOCUS = bytes.fromhex(THEMES[0].variables["page-focus"].removeprefix("#"))
"""The ground of the row in focus, red, green and blue."""
MUCH = 0.1
"""Part of a row of pixels that has that ground if the focus is in it."""
NUMBER_PAD = {
    **{str(number): f"KP_{number}" for number in range(10)},
    "point": "KP_Decimal",
    "star": "KP_Multiply",
    "enter": "KP_Enter",
    "slash": "KP_Divide",
}


def plain(text: str) -> str:
    """What was read, so that it can be compared: one line of small letters."""
    return re.sub(r"\s+", " ", text).strip().casefold()


def in_focus(picture: bytes) -> bytes:
    """Return the rows of a picture (PPM) in which the focus is, as a picture of their own, or nothing."""
    size = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", picture)
    if not size:
        return b""
    width, height = int(size[1]), int(size[2])
    rows = (picture[size.end() + 3 * width * row :][: 3 * width] for row in range(height))
    held = [row for row in rows if row.count(FOCUS) > MUCH * width]
    return b"P6\n%d %d\n255\n" % (width, len(held)) + b"".join(held) if held else b""


class Screen:
    """The one that the kiosk is on."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench
        self.seen = ""
        """What was read last."""

    def press(self, *keys: str) -> None:
        """Keys of the number pad, one after the other."""
        for key in keys:
            self._workbench.use("wtype", "-s", SEEN_MS, "-k", NUMBER_PAD[key], "-s", SEEN_MS)

    def read(self) -> str:
        """What is on the screen now; empty where there is no screen yet."""
        try:
            picture = self._workbench.use("grim", "-t", "ppm", "-")
        except subprocess.CalledProcessError:
            return ""
        # A reader takes one picture for dark on light or for light on dark, so the row in focus is read by itself.
        bar = in_focus(picture)
        ways = [self._workbench.use("tesseract", "-", "-", "--psm", way, given=picture) for way in ("3", "6")]
        ways += [self._workbench.use("tesseract", "-", "-", "--psm", "6", given=bar)] if bar else []
        self.seen = b"\n".join(ways).decode("utf-8", "replace")
        return self.seen

    def shows(self, *texts: str) -> bool:
        """Whether all of that is on it now."""
        now = plain(self.read())
        return all(plain(text) in now for text in texts)

    def wait_for(self, *texts: str, seconds: float = PAGE_S) -> float:
        """Waits until all of that is on it; returns the seconds."""
        return wait_for(
            lambda: self.shows(*texts), seconds, lambda: f"no “{', '.join(texts)}” on the screen, but: {self}"
        )

    def stays_without(self, text: str) -> None:
        """Raises StepFailedError where it is there."""
        if self.shows(text):
            raise StepFailedError(f"“{text}” is on the screen: {self}")

    def __str__(self) -> str:
        return " | ".join(line for line in self.seen.splitlines() if line.strip()) or "nothing"
