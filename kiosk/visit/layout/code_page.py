"""A page that shows a QR code. It is drawn in the terminal's own cells, even where letters take several cells."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit.layout.code import code_rows
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page, Row, Segment, footer_row, low_bar
from kiosk.visit.layout.paging import Cut, Unit
from kiosk.visit.layout.part_style import Look
from kiosk.visit.layout.wrap import wrap
from kiosk.visit.terms.sheet import Role, Sheet

ROWS_BELOW = 2
"""For the choices and the status."""


def rows_of_code(sheet: Sheet, grid: Grid) -> tuple[str, ...]:
    """Return the code of `sheet` as large as it fits; empty if it does not fit or the sheet has none.

    `grid` counts letters; the code is drawn in terminal cells (`Grid.own`).
    """
    own = grid.own
    if not sheet.code:
        return ()
    return code_rows(sheet.code, own.width - own.margin, own.height - len(_top(sheet, own)) - ROWS_BELOW)


def code_cut(sheet: Sheet) -> Cut:
    """Return the cut for the page of the code: only the last part, its caption."""
    last = len(sheet.parts) - 1
    return Cut(units=[Unit(last, 0, len(sheet.parts[last].text))])


def is_code_cut(sheet: Sheet, cut: Cut) -> bool:
    """Return True if `cut` is the page of the sheet's code."""
    part = cut.units[0].part if cut.units else len(sheet.parts)
    return part < len(sheet.parts) and sheet.parts[part].role is Role.CODE


def compose_code(page: Page, sheet: Sheet, held: Cut, grid: Grid) -> Page:
    """Return `page`, which holds the code of `sheet`, with its rows; see `page.compose`."""
    own = grid.own
    top = _top(sheet, own)
    bar = low_bar(page.choices, page.focus, replace(own, height=1), sheet.language)[:1]
    footer = footer_row(page.status, page.hints, own.text_width)
    room = own.height - len(top) - len(bar) - 1
    drawn: list[Row] = [(Segment(row, Look.CODE),) for row in rows_of_code(sheet, grid)]
    rows = [*top, *drawn, *[()] * max(0, room - len(drawn)), *bar, footer]
    return replace(page, rows=tuple(rows[: own.height]), margin=own.margin, own_letters=True)


def _top(sheet: Sheet, own: Grid) -> list[Row]:
    """Return title and caption, in one row if they fit."""
    last = len(sheet.parts) - 1
    caption = sheet.parts[last].text
    title = [(Segment(line.of(sheet.title), Look.TITLE),) for line in wrap(sheet.title, own.text_width)]
    words: list[Row] = [
        (Segment(line.of(caption), Look.TEXT, last, line.start, line.end),) for line in wrap(caption, own.text_width)
    ]
    if len(title) == len(words) == 1 and len(sheet.title) + 2 + len(caption) <= own.text_width:
        return [(*title[0], Segment("  ", Look.SIGN), *words[0])]
    return [*title, *words]
