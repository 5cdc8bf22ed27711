"""Breaks a text into lines that fit a number of cells, each knowing which characters it holds."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len


@dataclass(frozen=True)
class Line:
    """One line of a text: its characters `start` to `end`, with a hyphen after them where a word goes on."""

    start: int
    end: int
    hyphen: bool = False

    def of(self, text: str) -> str:
        """What the line shows."""
        return text[self.start : self.end] + ("-" if self.hyphen else "")


def wrap(text: str, width: int, start: int = 0, end: int | None = None) -> list[Line]:
    """Lines of at most `width` cells (at least 2) for the characters `start` to `end` of `text`.

    Lines break at white space; only a word wider than a whole line is divided, with a hyphen.
    """
    end = len(text) if end is None else end
    width = max(2, width)
    lines: list[Line] = []
    line_start = line_end = -1
    for word_start, word_end in _words(text, start, end):
        if line_start >= 0 and cell_len(text[line_start:word_end]) <= width:
            line_end = word_end
            continue
        if line_start >= 0:
            lines.append(Line(line_start, line_end))
        while cell_len(text[word_start:word_end]) > width:
            cut = _fitting(text, word_start, word_end, width - 1)
            lines.append(Line(word_start, cut, hyphen=True))
            word_start = cut
        line_start, line_end = word_start, word_end
    if line_start >= 0:
        lines.append(Line(line_start, line_end))
    return lines


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of `text` between `start` and `end` as (start, end)."""
    words = []
    at = start
    while at < end:
        if text[at].isspace():
            at += 1
            continue
        word_end = at
        while word_end < end and not text[word_end].isspace():
            word_end += 1
        words.append((at, word_end))
        at = word_end
    return words


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """The end of the longest piece of a word that fits `width` cells; one character at the least."""
    cut = start + 1
    while cut < end and cell_len(text[start : cut + 1]) <= width:
        cut += 1
    return cut
