"""Keeps the terminal's cursor at the visitor's position, because a braille display follows it.

Textual hides it and never moves it; BRLTTY would show the same corner of the screen forever.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from rich.cells import cell_len

from kiosk.visit.layout.page import Page
from kiosk.visit.layout.part_style import Look
from kiosk.visit.speech_text.speech_cursor import Lit

SHOW, HIDE = b"\x1b[?25h", b"\x1b[?25l"
LINE, USUAL = b"\x1b[4 q", b"\x1b[0 q"
"""A steady underline, which covers nothing and does not blink; and the terminal's usual shape."""


def cursor_cell(page: Page, lit: Lit | None) -> tuple[int, int]:
    """Return column and row of the spoken word, else of the choice in focus, else of the title."""
    best, found = len(_RANKS), (0, 0)
    for y, row in enumerate(page.rows):
        x = 0
        for segment in row:
            rank, offset = _RANKS.get(segment.look, best), cell_len(segment.text) - cell_len(segment.text.lstrip())
            if not segment.text.strip() or (segment.look is Look.FOCUS and page.focus < 0):  # air, or no choice
                rank = best
            if lit is not None and segment.part == lit.part:
                at = lit.word_start if lit.word_end > lit.word_start else lit.start
                if segment.start <= at < segment.end:
                    rank, offset = -1, cell_len(segment.text[: at - segment.start])
            if rank < best:
                best, found = rank, (x + offset, y)
            x += cell_len(segment.text)
    return found


_RANKS = {Look.FOCUS: 0, Look.TITLE: 1}


class Cursor:
    """Shows and hides the cursor. Drawn letters have none: it would be a speck in a corner of one."""

    def __init__(self, write: Callable[[bytes], None]) -> None:
        """`write` sends bytes to the terminal."""
        self._write = write
        self._shown = False
        self._shape = os.environ.get("TERM") != "linux"
        """True if the shape may be set; an old Linux console would print the request."""

    def show(self, shown: bool) -> None:
        """Show or hide the cursor. Repeating the present state sends nothing, which would flicker."""
        if shown == self._shown:
            return
        self._shown = shown
        self._write((LINE if shown and self._shape else b"") + (SHOW if shown else HIDE))

    def restore(self) -> None:
        """Restore the usual shape; call it at the end."""
        if self._shown and self._shape:
            self._write(USUAL)
        self.show(False)
