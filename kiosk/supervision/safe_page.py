"""The page on the screen while the app cannot run: large letters that need nothing but a terminal."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Self

from kiosk.supervision.own_terminal import OwnTerminal

if TYPE_CHECKING:
    from kiosk.terminal.drawn import DrawnFont

SENTENCES = {"en": "Please ask at the desk.", "es": "Por favor, pregunte en recepción."}
"""In the languages that come with the kiosk; no content is read, because that may be what crashes."""
PICTURE = "desk"
AIR = 2
"""Empty rows between the languages, and below the picture, where there is room."""
COLOURS = b"\x1b[0m\x1b[1;97;40m"
"""White on black."""
_log = logging.getLogger(__name__)


def safe_page(columns: int, rows: int) -> bytes:
    """Return the page for a terminal of this many cells, as bytes to write."""
    lines = drawn(columns, rows) or plain(columns)
    top = max(0, (rows - len(lines)) // 2)
    left = max(0, (columns - max(map(len, lines))) // 2)
    placed = b"".join(f"\x1b[{top + at + 1};{left + 1}H{line}".encode() for at, line in enumerate(lines[:rows]))
    return COLOURS + b"\x1b[2J" + placed


def drawn(columns: int, rows: int) -> list[str]:
    """Return the sentences in the largest drawn letters that fit, below a desk if there is room; empty if none fit."""
    try:
        from kiosk.terminal.drawn import IN_QUADRANTS, IN_WHOLE_CELLS
        from kiosk.terminal.drawn.line import measure
        from kiosk.terminal.drawn.pictures import picture
    except Exception:  # noqa: BLE001 - the fault that stops the app may be in here too
        _log.exception("no large letters")
        return []
    fonts = IN_WHOLE_CELLS if os.environ.get("TERM") == "linux" else IN_QUADRANTS
    for font in sorted(fonts, key=lambda each: each.rows, reverse=True):
        texts = [_lines(font, sentence, columns) for sentence in SENTENCES.values()]
        if all(measure(font, line) <= columns for lines in texts for line in lines):
            lines = _below_each_other(font, texts, rows)
            if len(lines) <= rows:
                width = len(lines[0])
                desk = picture(PICTURE, columns, rows - len(lines) - 2 * AIR, font.blocks) or ()
                above = ["".join(run.text for run in row).center(width) for row in desk]
                return [*above, *([" " * width] * AIR if above else []), *lines]
    return []


def _lines(font: DrawnFont, sentence: str, columns: int) -> list[str]:
    """Divide a sentence between words, into lines of at most so many cells where its words allow it."""
    from kiosk.terminal.drawn.line import measure

    lines: list[str] = []
    for word in sentence.split():
        if lines and measure(font, f"{lines[-1]} {word}") <= columns:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _below_each_other(font: DrawnFont, texts: Sequence[Sequence[str]], rows: int) -> list[str]:
    """Return rows of cells with the lines of these texts: apart if `rows` rows are enough for that."""
    from kiosk.terminal.drawn.line import draw_row, measure, pitch
    from kiosk.terminal.drawn.runs import Run

    width = max(measure(font, line) for lines in texts for line in lines)
    high = sum(pitch(font, line) for lines in texts for line in lines)
    between = 2 * AIR if high + 2 * AIR * len(texts) <= 2 * rows else 0
    found: list[str] = []
    place = 0
    for lines in texts:
        for line in lines:
            first, offset = divmod(place, 2)
            found += [" " * width] * (first - len(found))
            found += ["".join(run.text for run in row) for row in draw_row(font, [Run(line)], width, offset)]
            place += pitch(font, line)
        place += between
    return found


def plain(columns: int) -> list[str]:
    """Return the sentences in the terminal's own letters."""
    return [line for sentence in SENTENCES.values() for line in [*wrap(sentence, max(1, columns)), ""]]


class SafePage:
    """The safe page on a terminal. Use it as a context manager; any key has it spoken."""

    def __init__(self, terminal: OwnTerminal) -> None:
        self._terminal = terminal
        self._size: tuple[int, int] | None = None
        self._speaker: subprocess.Popen[bytes] | None = None
        self._said = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        if self._speaker:
            self._speaker.kill()
            self._speaker.wait()

    def show(self) -> None:
        """Draw the page, unless it is already shown at the terminal's present size."""
        if self._terminal.size != self._size:
            self._size = self._terminal.size
            self._terminal.write(safe_page(*self._size))

    def read_keys(self) -> None:
        """Take pressed keys, and say the next sentence unless one is being said."""
        if not self._terminal.pressed():
            return
        if self._speaker is None or self._speaker.poll() is not None:
            language, sentence = list(SENTENCES.items())[self._said % len(SENTENCES)]
            self._said += 1
            command = (sys.executable, "-E", "-P", "-m", "kiosk", "say", sentence, "--language", language)
            try:
                self._speaker = subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
                )
            except OSError:
                _log.exception("the safe page cannot be said")
