"""A page that shows a QR code. It is drawn in the terminal's own cells, even where letters take several cells."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit.layout.bands import keys_row, title_band
from kiosk.visit.layout.choice_bar import bar_rows
from kiosk.visit.layout.code import code_rows
from kiosk.visit.layout.cuts import Cut
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page, Row, Segment, Unit
from kiosk.visit.layout.part_style import Look
from kiosk.visit.layout.wrap import wrap
from kiosk.visit.terms.sheet import Role, Sheet

ROWS_BELOW = 2
"""For the choices and the keys."""


def rows_of_code(sheet: Sheet, grid: Grid) -> tuple[str, ...]:
    """Return the code of `sheet` as large as it fits; empty if it does not fit or the sheet has none.

    `grid` counts letters; the code is drawn in terminal cells (`Grid.own`).
    """
    own = grid.own
    if not sheet.code:
        return ()
    return code_rows(sheet.code, own.width - own.margin, own.height - 1 - len(_caption(sheet, own)) - ROWS_BELOW)


def code_cut(sheet: Sheet) -> Cut:
    """Return the cut for the page of the code: only the last part, its caption."""
    last = len(sheet.parts) - 1
    return Cut(units=[Unit(last, 0, len(sheet.parts[last].text))])


def is_code_cut(sheet: Sheet, cut: Cut) -> bool:
    """Return True if `cut` is the page of the sheet's code."""
    part = cut.units[0].part if cut.units else len(sheet.parts)
    return part < len(sheet.parts) and sheet.parts[part].role is Role.CODE


def compose_code(page: Page, sheet: Sheet, held: Cut, grid: Grid) -> Page:
    """Return `page`, which holds the code of `sheet`, with its rows; see `compose`."""
    own = grid.own
    caption = _caption(sheet, own)
    low = replace(own, height=1)
    bottom = [*_with_margin(bar_rows(page.choices, page.focus, False, low, sheet.language)[:1], own)]
    bottom.append(keys_row(page.keys, page.more.words, own))
    top = [*title_band(page, low)[:1], *_with_margin(caption, own)]
    room = own.height - len(top) - len(bottom)
    drawn: list[Row] = [
        (Segment(" " * own.margin, Look.SIGN), Segment(row, Look.CODE)) for row in rows_of_code(sheet, grid)
    ]
    rows = [*top, *drawn, *[()] * max(0, room - len(drawn)), *bottom]
    return replace(page, rows=tuple(rows[: own.height]), own_letters=True)


def _caption(sheet: Sheet, own: Grid) -> list[Row]:
    """Return the words above the code."""
    last = len(sheet.parts) - 1
    text = sheet.parts[last].text
    return [(Segment(line.of(text), Look.TEXT, last, line.start, line.end),) for line in wrap(text, own.text_width)]


def _with_margin(rows: list[Row], own: Grid) -> list[Row]:
    edge = Segment(" " * own.margin, Look.SIGN)
    return [(edge, *row) for row in rows]
