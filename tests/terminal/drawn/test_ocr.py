"""Drawn letters of four by four cells, from the real kiosk in an xterm of 80×24, can be read by OCR, which knows print.

Letters are read on whatever ground they have. Signs such as ▲ and ▼ are pictures, which OCR takes for letters and
people do not, so their cells are left empty. `bench/drawn_letters_by_ocr.py` tells the errors of every page.
"""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from bench.drawn_letters_by_ocr import EDGE, MOST_ERRORS, SIGNS, distance, read, readable
from kiosk.terminal.drawn import IN_QUADRANTS
from kiosk.terminal.drawn.line import GAP
from kiosk.terminal.lettering import Drawn
from tests.pty.terminal import ROOT
from tests.terminal.app_in_terminal import AppInTerminal, Line
from tests.terminal.virtual_screen import XTERM, grey_of, require, virtual_screen

PIXELS = 800, 480
"""A screen of 7 inches: xterm's cells of 10×20 pixels make 80×24 of it."""
SIZE = "4"
"""Of `text-size`: the terminal's own letters, the lens, drawn letters of three by four cells, and these."""
CELL = 10, 20
"""Pixels of a cell."""
ROWS = 24
BROAD = Drawn(IN_QUADRANTS[1])
KEYS = ("Return", "Down", "2", *["Right"] * 7, "e", "1", *["Right"] * 4)
"""Start page, menu, the signs, the cards of "I feel unwell": 17 pages."""
STILL_S = 0.3
"""Seconds without a change after which a picture is taken for whole."""


def seen_in(pixels: bytes, pieces: list[list[str]]) -> str:
    """What OCR reads in the picture of the screen, in black on white whatever ground a letter has.

    `pieces`: the rows of the page in segments; the cells of signs are left empty.
    """
    width, height = PIXELS
    rows = [bytearray(pixels[y * width : (y + 1) * width]) for y in range(height)]
    tops = [at * (2 * ROWS + GAP) // len(pieces) // 2 for at in range(len(pieces) + 1)]
    for segments, top, bottom in zip(pieces, tops, tops[1:], strict=False):
        lines = rows[top * CELL[1] : bottom * CELL[1]]
        # Above the letters is only their ground, but in the title, which has one ground and fewer rows.
        usual = Counter(lines[-1]).most_common(1)[0][0]
        grounds = bytes(lines[1]) if bottom - top > BROAD.rows else bytes([usual]) * width
        signs = signs_in(segments)
        for line in lines:
            line[:] = bytes(
                255 if signs[x] else 255 - min(255, 2 * abs(grey - ground))
                for x, (grey, ground) in enumerate(zip(line, grounds, strict=True))
            )
    blank = b"\xff" * (width + 2 * EDGE)
    framed = [blank] * EDGE + [blank[:EDGE] + row + blank[:EDGE] for row in rows] + [blank] * EDGE
    return read(framed, 6)


def signs_in(segments: list[str]) -> list[bool]:
    """For each column of pixels, True if a sign is drawn there."""
    found = [False] * PIXELS[0]
    column = 0
    for text in segments:
        start = column + len(text) - len(text.lstrip(" "))
        inner = text.lstrip(" ")
        for at, sign in enumerate(inner):
            if sign in SIGNS:
                left = (start * BROAD.columns + BROAD.measure(inner[:at])) * CELL[0]
                right = left + (BROAD.measure(sign) + 1) * CELL[0]
                found[left:right] = [True] * (min(right, PIXELS[0]) - left)
        column = start + BROAD.across(inner)
    return found


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
        own = env | {"XDG_STATE_HOME": str(tmp_path)}
        app = AppInTerminal(own, tmp_path, ROOT / "content", command, text_size=SIZE)
        try:
            line = app.settle()
            if (line["columns"], line["rows"]) != (80, 24):
                pytest.skip(f"the font here makes {line['columns']}×{line['rows']} cells of the screen")
            assert line["cells"] == 4
            app.press("space")  # wakes
            app.settle()
            picture = grey_of(tmp_path)[2]
            for key in ("", *KEYS):
                if key:
                    line, picture = painted(app, app.press(key), picture, tmp_path)
                shown, seen = readable(" ".join(line["text"])), readable(seen_in(picture, line["pieces"]))
                misses = distance(shown, seen)
                misread += [f"{misses}: {shown}\n   {seen}"] if misses else []
                wrong, characters = wrong + misses, characters + len(shown)
        finally:
            app.close()
    assert characters > 1000
    assert wrong <= MOST_ERRORS * characters, f"{wrong} of {characters}:\n" + "\n".join(misread)
