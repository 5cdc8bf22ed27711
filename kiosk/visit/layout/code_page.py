"""Pages that show QR codes. They are drawn in the terminal's own cells, even where letters take several cells.

The code stands at the right with the words at its left, from the top of the screen if need be; on a narrow screen it
stands below the words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from kiosk.content.model.sentences import sentence_spans
from kiosk.visit.layout.bands import keys_row, title_band
from kiosk.visit.layout.buttons import plain_button
from kiosk.visit.layout.choice_bar import bar_rows, hides_choices
from kiosk.visit.layout.code import codes, drawn_code
from kiosk.visit.layout.cuts import Cut
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import More, Page, Row, Segment, Unit
from kiosk.visit.layout.part_style import Look
from kiosk.visit.terms.sheet import Role, Sheet

LEAST_BESIDE = 30
"""Cells that a code leaves for the words at its left."""
MOST_CHOICES = 4
"""Rows of choices at the left of a code: on to the next page, and those of its sheet."""
ROWS_BELOW = 2
"""For the choices and the keys, below a code that stands below its words."""


class Placed(NamedTuple):
    """A code on a screen."""

    rows: tuple[str, ...]
    beside: bool
    """True if it stands at the right of the words."""


def placed_code(sheet: Sheet, number: int, grid: Grid) -> Placed | None:
    """Return code `number` (0-based) of `sheet`, the best that fits; None if none does.

    `grid` counts letters; the code is drawn in terminal cells (`Grid.own`).
    """
    own = grid.own
    for modules in codes(sheet.codes[number]):
        if rows := drawn_code(modules, own.width - LEAST_BESIDE, own.height - 1):
            words = 1 + len(_caption(sheet, number, own.width - len(rows[0]), own)) + MOST_CHOICES
            if words < own.height:
                return Placed(rows, beside=True)
        above = 1 + len(_caption(sheet, number, own.width, own))
        if rows := drawn_code(modules, own.width - own.margin, own.height - above - ROWS_BELOW):
            return Placed(rows, beside=False)
    return None


def all_codes_fit(sheet: Sheet, grid: Grid) -> bool:
    """Return True if every code of `sheet` fits the screen: the largest one does, and the one with most words."""
    numbers = range(len(sheet.codes))
    first = len(sheet.parts) - len(sheet.codes)
    largest = max(numbers, key=lambda number: len(sheet.codes[number].encode()))
    wordiest = max(numbers, key=lambda number: len(sheet.parts[first + number].text))
    return all(placed_code(sheet, number, grid) for number in {largest, wordiest})


def code_cuts(sheet: Sheet) -> tuple[Cut, ...]:
    """Return the cuts for the pages of the codes: each only its caption, which are the last parts of `sheet`."""
    first = len(sheet.parts) - len(sheet.codes)
    captions = range(first, len(sheet.parts))
    return tuple(Cut(units=[Unit(at, *span) for span in sentence_spans(sheet.parts[at].text)]) for at in captions)


def is_code_cut(sheet: Sheet, cut: Cut) -> bool:
    """Return True if `cut` is a page of a code."""
    part = cut.units[0].part if cut.units else len(sheet.parts)
    return part < len(sheet.parts) and sheet.parts[part].role is Role.CODE


def compose_code(page: Page, sheet: Sheet, held: Cut, grid: Grid) -> Page:
    """Return `page`, which holds a code of `sheet`, with its rows; see `compose`."""
    own = grid.own
    number = held.units[0].part - (len(sheet.parts) - len(sheet.codes))
    placed = placed_code(sheet, number, grid)
    if placed is None:
        raise ValueError(f"{sheet.name} has a code that does not fit")
    rows = (_beside if placed.beside else _below)(page, sheet, number, placed.rows, own)
    return replace(page, rows=tuple(rows), own_letters=True)


def _beside(page: Page, sheet: Sheet, number: int, code: tuple[str, ...], own: Grid) -> list[Row]:
    """Return the rows of a page with its code at the right."""
    left = replace(own, width=own.width - len(code[0]), height=1)
    margin = own.margin
    title = title_band(page, replace(own, height=1))
    height = own.height - 1 - len(title)
    if len(code) > height:  # the code takes the right end of the first row, too
        title, height = [], own.height - 1
    edge = Segment(" " * margin, Look.SIGN)
    words = [] if title else title_band(page, left)
    words += [(), *((edge, *row) for row in _caption(sheet, number, left.width, own))]
    buttons = [
        (edge, *plain_button(choice, at, at == page.focus, left.width - 2 * margin, left, sheet.language, most=1)[0])
        for at, choice in enumerate(page.choices)
    ]
    top = (height - len(code)) // 2
    rows: list[Row] = []
    for y in range(height):
        at = y - (height - len(buttons))
        row = words[y] if y < len(words) else buttons[at] if at >= 0 else ()
        if top <= y < top + len(code):
            used = sum(own.measure(segment.text) for segment in row)
            gap = (Segment(" " * (left.width - used), Look.SIGN),) if used < left.width else ()
            row = (*row, *gap, Segment(code[y - top], Look.CODE))
        rows.append(row)
    return [*title, *rows, keys_row(page.keys, More(), own)]


def _below(page: Page, sheet: Sheet, number: int, code: tuple[str, ...], own: Grid) -> list[Row]:
    """Return the rows of a page with its code below the words."""
    low = replace(own, height=1)
    edge = Segment(" " * own.margin, Look.SIGN)
    choices = bar_rows(page.choices, page.focus, False, low, sheet.language)[:1]
    top: list[Row] = [*title_band(page, low), *((edge, *row) for row in _caption(sheet, number, own.width, own))]
    top += [(edge, Segment(row, Look.CODE)) for row in code]
    more = page.more if hides_choices(page.choices, low) else More()
    end: list[Row] = [*((edge, *row) for row in choices), keys_row(page.keys, more, own)]
    return [*top, *[()] * (own.height - len(top) - len(end)), *end]


def _caption(sheet: Sheet, number: int, width: int, own: Grid) -> list[Row]:
    """Return the words of a code in rows of `width` cells with their margins."""
    part = len(sheet.parts) - len(sheet.codes) + number
    text = sheet.parts[part].text
    lines = own.lines(text, width - 2 * own.margin, language=sheet.language)
    return [(Segment(line.of(text), Look.TEXT, part, line.start, line.end),) for line in lines]
