"""The code for phones as a real terminal shows it: in large letters and in plain ones, in all colours."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.pty.terminal import KIOSK, Terminal

ADDRESS = "https://www.cancer.gov/types/metastatic-cancer"
PIXELS = 6
"""Of half a cell."""
UPPER, LOWER = "▀█", "▄█"
WORDS = 40
"""Cells at the left for the words; at their right is the code."""

pytestmark = pytest.mark.skipif(not shutil.which("zbarimg"), reason="zbarimg is not installed (zbar-tools)")


def brightness(colour: str, otherwise: int) -> int:
    """Of a colour as pyte names it: six hex digits, or a name."""
    try:
        return sum(bytes.fromhex(colour)) // 3
    except ValueError:
        return otherwise


def scanned(terminal: Terminal, folder: Path) -> str:
    """What a decoder reads on the screen."""
    lines = []
    for row in range(terminal.screen.lines):
        for half in (UPPER, LOWER):
            cells = [terminal.screen.buffer[row][column] for column in range(terminal.screen.columns)]
            colours = [(c.bg, c.fg) if c.reverse else (c.fg, c.bg) for c in cells]
            line = [
                brightness(text, 255) if cell.data in half else brightness(ground, 0)
                for cell, (text, ground) in zip(cells, colours, strict=True)
            ]
            lines += [bytes(value for value in line for _ in range(PIXELS))] * PIXELS
    path = folder / "screen.pgm"
    path.write_bytes(b"P5 %d %d 255\n" % (len(lines[0]), len(lines)) + b"".join(lines))
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "--nodbus", str(path)], capture_output=True, check=False, timeout=60
    )
    return done.stdout.decode("utf-8").strip()


@pytest.mark.parametrize("letters", ["auto", "plain"])
def test_a_decoder_reads_the_screen(tmp_path: Path, letters: str):
    device = tmp_path / "device.yaml"
    device.write_text(f"sound: off\ntext-size: {letters}\n")
    own = {"STATE_DIRECTORY": str(tmp_path / "state")}
    with Terminal((*KIOSK, "run", "--device", str(device)), 80, 24, own) as terminal:
        terminal.wait_for("Before you start" if letters == "plain" else "▌")
        terminal.settle()
        for key in " \r24":
            terminal.send(key)
            terminal.settle()
        assert scanned(terminal, tmp_path) == "", "the code has a page of its own"
        for _ in range(5):
            if "Hold your phone" in terminal.text:
                break
            terminal.send("\x1b[C")
            terminal.settle()
        shown = "\n".join(row[:WORDS] for row in terminal.screen.display)
        assert "Hold your phone's camera up to the code." in " ".join(shown.split())
        for _ in range(4):
            assert scanned(terminal, tmp_path) == ADDRESS
            terminal.send("c")
            terminal.settle()
