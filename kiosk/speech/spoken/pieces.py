"""Puts a spoken text together piece by piece, and remembers which written characters each piece stands for."""

from __future__ import annotations

from kiosk.speech.spoken.guess import Doubt, Guess

_STRENGTH = {"": 0, ",": 1, ";": 2, ":": 3, ".": 4, "?": 5, "!": 5}


Span = tuple[int, int, int, bool]
"""Of one piece: where it starts as spoken; start and end as written; whether it is spoken as written."""


class Pieces:
    """Grows from left to right. White space and marks are held back until it is clear what follows them."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.spans: list[Span] = []
        self.length = 0
        self.guesses: list[Guess] = []
        self._last = ""
        self._gap = False
        self._mark = ""
        self._mark_written = False
        self._held = (-1, -1)
        self._loose = False

    def word(self, text: str, start: int, end: int) -> None:
        """A piece that is spoken as it is written."""
        if not self._mark and not self._gap and self._loose and self._last.isalnum() and text[0].isalnum():
            self._gap = True
            self._held = (start, start)
        self._release()
        self._add(text, start, end, True)
        self._loose = False

    def expand(self, text: str, start: int, end: int, *, glued: bool = False) -> None:
        """Spoken words that stand for `start` to `end`; `glued` ones may be part of a longer word."""
        if not text:
            return
        if not glued and not self._mark and not self._gap and self._last.isalnum():
            self._gap = True
            self._held = (start, start)
        self._release()
        self._add(text, start, end)
        self._loose = not glued

    def guess(self, doubt: Doubt, start: int, end: int) -> None:
        """Note that what was said for `start` to `end` is only a guess."""
        if not self.guesses or start >= self.guesses[-1].end:
            self.guesses.append(Guess(doubt, start, end))

    def space(self, start: int, end: int) -> None:
        """White space; however much there is, it is spoken as one space."""
        self._gap = True
        self._hold(start, end)

    def pause(self, start: int, end: int) -> None:
        """A small silence for a sign that is not said, such as a bracket or a dash."""
        if not self._mark:
            self._mark = ","
            self._mark_written = False
        self._hold(start, end)

    def mark(self, sign: str, start: int, end: int) -> None:
        """A mark of punctuation. Of several marks the strongest is spoken."""
        if _STRENGTH[sign] > _STRENGTH[self._mark]:
            self._mark = sign
        self._mark_written = True
        self._hold(start, end)

    @property
    def after_expansion(self) -> bool:
        """Whether the last piece is spoken in other words than it is written."""
        return self._loose

    def finish(self) -> str:
        """The whole spoken text. A pause at the very end is left out."""
        if self._mark and self._mark_written and self.length:
            self._add(self._mark, *self._held)
        return "".join(self.texts)

    def _hold(self, start: int, end: int) -> None:
        first = self._held[0]
        self._held = (start if first < 0 else first, end)

    def _release(self) -> None:
        """Speaks what was held back, now that something follows."""
        if self.length and (self._mark or self._gap):
            self._add(f"{self._mark} ", *self._held)
        self._mark, self._mark_written, self._gap, self._held = "", False, False, (-1, -1)

    def _add(self, text: str, start: int, end: int, as_written: bool = False) -> None:
        self.texts.append(text)
        self.spans.append((self.length, start, end, as_written))
        self.length += len(text)
        self._last = text[-1]
