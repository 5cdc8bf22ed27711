"""Drawn letters of the start size, from the real kiosk in an xterm of 80×24, can be read by OCR, which knows print.

The picture is shrunk to letters as high as OCR expects them, as a page is seen from some steps away: each pixel is the
mean of those that it stands for. At its full size, with letters of 40×80 pixels, OCR takes every step of a slanting
line for a shape and misreads about one character in twenty. `bench/drawn_letters_by_ocr.py` tells this for every page.
"""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from bench.drawn_letters_by_ocr import distance
from tests.pty.terminal import ROOT
from tests.terminal.app_in_terminal import AppInTerminal, Line
from tests.terminal.virtual_screen import XTERM, grey_of, require, virtual_screen

PIXELS = 800, 480
"""A screen of 7 inches: xterm's cells of 10×20 pixels make 80×24 of it."""
SHRUNK = 3
"""Pixels of the screen, each way, that become one."""
EDGE = 20
"""Empty pixels round the shrunk picture."""
LETTER = 40, 80
"""Pixels of the screen that a drawn letter takes."""
SIGNS = "▶•▲◆●"
"""Drawn beside the text; they are no letters, and OCR would take them for some."""
KEYS = ("Return", "Down", "1", *["Right"] * 7, "e", *["Right"] * 4)
"""Disclaimer, menu, the signs, "I feel unwell": 16 pages."""
MOST_ERRORS = 0.03
STILL_S = 0.3
"""Seconds without a change after which a picture is taken for whole."""
pytestmark = pytest.mark.xdist_group("screen")


def read(pixels: bytes, text: list[str]) -> str:
    """What OCR reads, black on white, where signs are left out."""
    width, height = PIXELS
    grey = bytearray(pixels)
    for y, row in enumerate(text):
        for x, sign in enumerate(row):
            if sign in SIGNS:
                for line in range(y * LETTER[1], (y + 1) * LETTER[1]):
                    grey[line * width + x * LETTER[0] : line * width + (x + 1) * LETTER[0]] = bytes(LETTER[0])
    across = width // SHRUNK
    blank = b"\xff" * (across + 2 * EDGE)
    rows = [blank] * EDGE
    for top in range(0, height - SHRUNK + 1, SHRUNK):
        lines = [grey[(top + at) * width : (top + at) * width + across * SHRUNK] for at in range(SHRUNK)]
        sums = [sum(parts) for parts in zip(*(line[at::SHRUNK] for line in lines for at in range(SHRUNK)), strict=True)]
        rows.append(blank[:EDGE] + bytes(255 - total // SHRUNK**2 for total in sums) + blank[:EDGE])
    rows += [blank] * EDGE
    picture = f"P5 {len(blank)} {len(rows)} 255\n".encode() + b"".join(rows)
    command = ["tesseract", "-", "-", "--psm", "6", "-l", "eng"]
    one_core = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(command, input=picture, capture_output=True, check=True, env=one_core)
    return done.stdout.decode()


def plain(text: list[str]) -> str:
    """The text of a page as one line, without signs."""
    return " ".join("".join(" " if sign in SIGNS else sign for sign in " ".join(text)).split())


def painted(app: AppInTerminal, after: float, before: bytes, folder: Path) -> tuple[Line, bytes]:
    """The last page and its picture, once the picture is another one than `before` and stays the same for a moment."""
    app.wait_for(lambda line: line["what"] == "painted" and line["fits"], after)
    end = time.monotonic() + 10
    last, since = before, time.monotonic()
    while (picture := grey_of(folder)[2]) == before or picture != last or time.monotonic() - since < STILL_S:
        assert time.monotonic() < end, "the key changed nothing on the screen"
        if picture != last:
            last, since = picture, time.monotonic()
        time.sleep(0.02)
    return [line for line in app.lines if line["what"] == "painted"][-1], picture


def test_at_most_three_characters_in_a_hundred_are_misread(tmp_path: Path):
    require("Xvfb", "matchbox-window-manager", "xterm", "xdotool", "tesseract")
    wrong = characters = 0
    misread = []
    command = [*XTERM, "-b", "0", "-bw", "0", "-e"]
    with virtual_screen(f"{PIXELS[0]}x{PIXELS[1]}x24", tmp_path) as env:
        app = AppInTerminal(env | {"XDG_STATE_HOME": str(tmp_path)}, tmp_path, ROOT / "content", command)
        try:
            line = app.settle()
            if (line["columns"], line["rows"]) != (80, 24):
                pytest.skip(f"the font here makes {line['columns']}×{line['rows']} cells of the screen")
            assert line["cells"] == 4
            picture = grey_of(tmp_path)[2]
            for key in ("", *KEYS):
                if key:
                    line, picture = painted(app, app.press(key), picture, tmp_path)
                shown, seen = plain(line["text"]), " ".join(read(picture, line["text"]).split())
                misses = distance(shown, seen)
                misread += [f"{misses}: {shown}\n   {seen}"] if misses else []
                wrong, characters = wrong + misses, characters + len(shown)
        finally:
            app.close()
    assert characters > 1000
    assert wrong <= MOST_ERRORS * characters, f"{wrong} of {characters}:\n" + "\n".join(misread)
