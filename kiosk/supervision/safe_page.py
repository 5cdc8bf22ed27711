"""The page on the screen while the app cannot run: large letters that need nothing but a terminal."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Self
from unicodedata import combining, east_asian_width

from kiosk.supervision.own_terminal import OwnTerminal

if TYPE_CHECKING:
    from kiosk.terminal.drawn import DrawnFont

SENTENCES = {"en": "Please ask at the desk.", "es": "Por favor, pregunte en recepción."}
"""What is said where no clinic's own languages have been remembered. No content is read, because that may be what
crashes or hangs.
"""
PICTURE = "desk"
TURN_S = 6.0
"""Seconds until other languages are shown, where not all fit."""
AIR = 2
"""Empty rows between the languages, and below the picture, where there is room."""
COLOURS = b"\x1b[0m\x1b[1;97;40m"
"""White on black."""
_log = logging.getLogger(__name__)


def sentences() -> dict[str, str]:
    """Return language → sentence in every language of the clinic, its first one first. Raises nothing."""
    try:
        from kiosk.machine.safe_words import remembered_safe_words

        return remembered_safe_words() or SENTENCES
    except Exception:  # noqa: BLE001 - the last resort depends on nothing
        _log.exception("the safe page has the kiosk's own sentences")
        return SENTENCES


def safe_page(columns: int, rows: int, said: Sequence[str], turn: int = 0) -> bytes:
    """Return the page for a terminal of this many cells, as bytes to write.

    `said`: the sentences, one a language. Where not all fit, those of the further languages are on the page at another
    `turn`, counted from 0.
    """
    lines = drawn(columns, rows, said)
    if not lines:
        shown = turns(columns, rows, said)
        lines = plain(columns, shown[turn % len(shown)])
        if len(loose := plain(columns, shown[turn % len(shown)], apart=True)) <= rows:
            lines = loose
    top = max(0, (rows - len(lines)) // 2)
    left = max(0, (columns - max(map(_cells, lines))) // 2)
    placed = b"".join(f"\x1b[{top + at + 1};{left + 1}H{line}".encode() for at, line in enumerate(lines[:rows]))
    return COLOURS + b"\x1b[2J" + placed


def turns(columns: int, rows: int, said: Sequence[str]) -> list[list[str]]:
    """Return the sentences, divided into pages of the terminal's own letters: as many on each as fit it whole."""
    found: list[list[str]] = []
    for sentence in said:
        if found and len(plain(columns, [*found[-1], sentence])) <= rows:
            found[-1].append(sentence)
        else:
            found.append([sentence])
    return found


def drawn(columns: int, rows: int, said: Sequence[str]) -> list[str]:
    """Return the sentences in the largest drawn letters that fit, below a desk if there is room; empty if none fit.

    Words with letters that are not drawn are in the terminal's own.
    """
    try:
        from kiosk.terminal.drawn import IN_QUADRANTS, IN_WHOLE_CELLS
        from kiosk.terminal.drawn.line import measure
        from kiosk.terminal.drawn.pictures import picture
    except Exception:  # noqa: BLE001 - the fault that stops the app may be in here too
        _log.exception("no large letters")
        return []
    fonts = IN_WHOLE_CELLS if os.environ.get("TERM") == "linux" else IN_QUADRANTS
    for font in sorted(fonts, key=lambda each: each.rows, reverse=True):
        texts = [_lines(font, sentence, columns) for sentence in said]
        if all(measure(font, line) <= columns for lines in texts for line in lines):
            lines = _below_each_other(font, texts, rows)
            if len(lines) <= rows:
                width = max(map(_cells, lines))
                desk = picture(PICTURE, columns, rows - len(lines) - 2 * AIR, font.blocks) or ()
                above = ["".join(run.text for run in row).center(width) for row in desk]
                return [*above, *([" " * width] * AIR if above else []), *lines]
    return []


def _lines(font: DrawnFont, sentence: str, columns: int) -> list[str]:
    """Divide a sentence between words, into lines of at most so many cells where its words allow it."""
    from kiosk.terminal.drawn.line import measure

    return _broken(sentence, lambda line: measure(font, line) <= columns)


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


def plain(columns: int, said: Sequence[str], apart: bool = False) -> list[str]:
    """Return the sentences in the terminal's own letters, each on its own lines; `apart`: with empty ones between."""
    between = [""] if apart else []
    return [line for sentence in said for line in [*_wrapped(sentence, max(1, columns)), *between]]


def _wrapped(sentence: str, columns: int) -> list[str]:
    """Divide a sentence into lines of at most so many cells; in a script without spaces, between any two signs."""
    if sentence.isascii():
        return wrap(sentence, columns)
    return _broken(sentence, lambda line: _cells(line) <= columns, within_words=True)


def _broken(sentence: str, fits: Callable[[str], bool], within_words: bool = False) -> list[str]:
    """Divide a sentence into lines that fit: between words, or between the signs of a script without spaces.

    `within_words`: any word that is too long by itself is divided too.
    """
    lines = [""]
    for word in sentence.split():
        whole = f"{lines[-1]} {word}".lstrip()
        if fits(whole) or not lines[-1]:
            lines[-1] = whole
        else:
            lines.append(word)
        wide = any(east_asian_width(sign) in "WF" for sign in word)
        while (wide or within_words) and len(lines[-1]) > 1 and not fits(lines[-1]):
            most = max((n for n in range(1, len(lines[-1])) if fits(lines[-1][:n])), default=1)
            while most > 1 and lines[-1][most] in "。，？！、」』）":  # no line begins with one
                most -= 1
            lines[-1:] = [lines[-1][:most], lines[-1][most:]]
    return [_for_terminal(line) for line in lines if line]


def _for_terminal(line: str) -> str:
    """Return a line as terminals draw it, also from right to left."""
    if line.isascii():
        return line
    try:
        from kiosk.terminal.right_to_left import as_drawn
    except Exception:  # noqa: BLE001 - the fault that stops the app may be in here too
        return line
    return as_drawn(line)


def _cells(line: str) -> int:
    """Return the cells that a line takes: two for a wide sign, none for a mark."""
    if line.isascii():
        return len(line)
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in line)


class SafePage:
    """The safe page on a terminal. Use it as a context manager; any key has it spoken in every language."""

    def __init__(self, terminal: OwnTerminal) -> None:
        self._terminal = terminal
        self._said = sentences()
        self._began = time.monotonic()
        self._shown: tuple[tuple[int, int], int] | None = None
        self._drawn = b""
        self._speaker: subprocess.Popen[bytes] | None = None
        self._to_say: list[tuple[str, str]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        if self._speaker:
            self._speaker.kill()
            self._speaker.wait()

    def show(self, turn: int | None = None) -> None:
        """Draw the page, unless it is already shown at the terminal's present size; other languages in their turn."""
        size, said = self._terminal.size, list(self._said.values())
        turn = int((time.monotonic() - self._began) / TURN_S) if turn is None else turn
        before, self._shown = self._shown, (size, turn)
        if before == self._shown:
            return
        page = safe_page(*size, said, turn)
        if page != self._drawn or before is None or before[0] != size:
            self._drawn = page
            self._terminal.write(page)

    def read_keys(self) -> None:
        """Take pressed keys: have the sentences said one after the other, each by the voice of its language."""
        if self._terminal.pressed() and not self._to_say and not self._speaks:
            self._to_say = list(self._said.items())
        if self._to_say and not self._speaks:
            language, sentence = self._to_say.pop(0)
            self._say(language, sentence)

    @property
    def _speaks(self) -> bool:
        return self._speaker is not None and self._speaker.poll() is None

    def _say(self, language: str, sentence: str) -> None:
        """Start to say a sentence. Without a voice for it, the program ends at once, and the next one is said."""
        command = (sys.executable, "-E", "-P", "-m", "kiosk", "say", sentence, "--language", language, "--no-content")
        try:
            self._speaker = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        except OSError:
            _log.exception("the safe page cannot be said")
