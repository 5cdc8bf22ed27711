"""What a camera sees of a page: its rows as a picture, and what a decoder reads in it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from kiosk.visit.layout.page import Page
from kiosk.visit.layout.part_style import Look

PIXELS = 6
"""Of half a cell, so that a cell is 6 wide and 12 high as in a terminal."""
_HALVES = {" ": (False, False), "▀": (True, False), "▄": (False, True), "█": (True, True)}


def picture(page: Page) -> bytes:
    """The page as a PGM picture: a code black on white, and everything else black, as the light-on-dark ground."""
    lines: list[bytes] = []
    width = max(sum(len(s.text) for s in row) for row in page.rows) + 4
    for row in page.rows:
        halves: list[list[int]] = [[], []]
        for segment in row:
            for sign in segment.text:
                dark = _HALVES[sign] if segment.look is Look.CODE else (True, True)
                for half in (0, 1):
                    halves[half].append(0 if dark[half] else 255)
        for half in halves:
            cells = half + [0] * (width - len(half))
            lines += [bytes(value for value in cells for _ in range(PIXELS))] * PIXELS
    return b"P5 %d %d 255\n" % (width * PIXELS, len(lines)) + b"".join(lines)


def scanned(page: Page, folder: Path) -> str:
    """What `zbarimg` (Debian: zbar-tools) reads; empty where it finds no code."""
    path = folder / "page.pgm"
    path.write_bytes(picture(page))
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "--nodbus", str(path)], capture_output=True, check=False, timeout=60
    )
    return done.stdout.decode("utf-8").rstrip("\n")
