"""The lens: what sounds, or is chosen, in large letters below a page in the terminal's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kiosk.terminal.drawn.runs import Run
from kiosk.terminal.lettering import Lettering
from kiosk.visit.layout.buttons import FOCUS_SIGN, choice_number
from kiosk.visit.layout.page import Page, Unit
from kiosk.visit.layout.wrap import words_in
from kiosk.visit.speech_text.speech_cursor import Lit
from kiosk.visit.terms.sheet import Role

TEXT, FOCUS, ABOUT, WORD = STYLES = ("lens-text", "lens-focus", "lens-about", "lens-word")
"""Names of styles: a sentence, the choice in focus, what it is about, the word that sounds."""
EDGE = 2
"""Empty cells at the left and the right."""


class Lens(NamedTuple):
    """The text of the lens."""

    text: str
    style: str
    word: tuple[int, int] = (0, 0)
    """Characters of `text` that sound now; equal if none do."""
    about: str = ""


def lens_of(page: Page, lit: Lit | None, choosing: bool = False) -> Lens:
    """Return the sentence that sounds, else the first one of a text, or the choice in focus of a list.

    `choosing`: the focus has just moved, so its choice is shown below a text, too.
    """
    if lit is not None:
        text = page.sentence(Unit(lit.part, lit.start, lit.end))
        return Lens(text, TEXT, (lit.word_start - lit.start, lit.word_end - lit.start))
    if page.units and not page.is_list and not (choosing and page.choices):
        sentences = [unit for unit in page.units if page.part(unit).role is not Role.LEVEL]
        return Lens(page.sentence((sentences or page.units)[0]), TEXT)
    if page.focus < 0:
        return Lens("", TEXT)
    choice = page.choices[page.focus]
    label = " ".join(filter(None, (FOCUS_SIGN, choice_number(page.focus), choice.label)))
    return Lens(label, FOCUS, about=choice.about)


def drawn_lens(lens: Lens, letterings: Sequence[Lettering], width: int, height: int) -> list[tuple[Run, ...]]:
    """Return `height` rows of `width` cells. A text too long for any letters moves on with the word that sounds."""
    rows: list[tuple[Run, ...]] = []
    for at, lettering in enumerate(letterings):
        lines = lines_of(lens.text, lettering, width - 2 * EDGE)
        together = _together(lens.text, lines, lettering, height)
        if len(together) > 1 and at + 1 < len(letterings):
            continue
        here = next((each for each in together if lens.word[0] < each[-1][1]), together[0] if together else [])
        rows = _drawn(lens, here, lettering, width)
        room = height - len(rows)
        rows += _about(lens.about, letterings[-1], width, room)
        break
    empty = (Run(" " * width, TEXT if lens.style == TEXT else ABOUT),)
    return [*rows[:height], *[empty] * (height - len(rows))]


def _about(text: str, lettering: Lettering, width: int, room: int) -> list[tuple[Run, ...]]:
    """Return what a choice is about, if there is room for all of it."""
    lines = lines_of(text, lettering, width - 2 * EDGE)
    rows = _drawn(Lens(text, ABOUT), lines, lettering, width) if text else []
    return rows if len(rows) <= room else []


def _together(
    text: str, lines: Sequence[tuple[int, int]], lettering: Lettering, height: int
) -> list[list[tuple[int, int]]]:
    """Return the lines in groups that fit one below the other, whole, with all the marks of their letters."""
    groups: list[list[tuple[int, int]]] = []
    place = 0
    for start, end in lines:
        words = text[start:end]
        if not groups or place + 2 * lettering.height(words) > 2 * height:
            groups.append([])
            place = 1  # half a cell of air
        groups[-1].append((start, end))
        place += lettering.pitch(words)
    return groups


def lines_of(text: str, lettering: Lettering, width: int) -> list[tuple[int, int]]:
    """Return the characters (start, end) of each line that fits `width` cells; a longer word is cut off."""
    lines: list[tuple[int, int]] = []
    for start, end in words_in(text, 0, len(text)):
        if lines and lettering.measure(text[lines[-1][0] : end]) <= width:
            lines[-1] = (lines[-1][0], end)
        else:
            lines.append((start, end))
    return lines


def _drawn(lens: Lens, lines: Sequence[tuple[int, int]], lettering: Lettering, width: int) -> list[tuple[Run, ...]]:
    """Return the lines drawn one below the other, on one ground from edge to edge."""
    rows: list[tuple[Run, ...]] = []
    place = 1  # half a cell of air
    for start, end in lines:
        first, offset = divmod(place, 2)
        runs = [Run(" " * EDGE, lens.style), *_runs(lens, start, end)]
        drawn = lettering.draw_row(runs, width, offset)
        rows += [(Run(" " * width, lens.style),)] * (first - len(rows))
        rows += [tuple(run if run.style else run._replace(style=lens.style) for run in row) for row in drawn]
        place += lettering.pitch(lens.text[start:end])
    return [*rows, (Run(" " * width, lens.style),)] if lens.style == FOCUS and lines else rows


def _runs(lens: Lens, start: int, end: int) -> list[Run]:
    """Return a line as runs: before the word that sounds, the word, and after it."""
    low, high = (min(max(at, start), end) for at in lens.word)
    pieces = ((start, low, lens.style, False), (low, high, WORD, True), (high, end, lens.style, False))
    return [Run(lens.text[a:b], style, boxed) for a, b, style, boxed in pieces if b > a]
