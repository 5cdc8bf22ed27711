"""Draws a page row by row: title, text or choices, remark, keys, each band in its place."""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len

from kiosk.content.model.library import Urgency
from kiosk.visit.layout import choice_list
from kiosk.visit.layout.bands import keys_row, remark_row, shows_progress, title_band
from kiosk.visit.layout.buttons import GAP
from kiosk.visit.layout.choice_bar import bar_rows
from kiosk.visit.layout.cuts import BodyLine, Cut
from kiosk.visit.layout.flow import CARD_EDGE, CARD_EDGE_RIGHT, MEASURE
from kiosk.visit.layout.grid import SMALLEST_HEIGHT, Grid
from kiosk.visit.layout.page import Page, Row, Segment
from kiosk.visit.layout.paging import gap_above, gap_below
from kiosk.visit.layout.part_style import STYLES, Look
from kiosk.visit.layout.wrap import wrap
from kiosk.visit.terms.sheet import Part, Role, Sheet

BANDS = (Role.LEVEL, Role.LEAD)
"""Parts whose rows are filled with the colour of their level."""
MOST_ABOUT_ROWS = 2


def compose(page: Page, sheet: Sheet, held: Cut, grid: Grid) -> Page:
    """Return `page` with its rows; `held` is its piece of `sheet`."""
    top = title_band(page, grid)
    top += [()] * gap_above(grid, page.count, held.room)
    body = [_body_row(page.parts, entry, grid) for entry in held.lines]
    bottom: list[Row] = []
    if sheet.is_list:
        gap: list[Row] = [()] if grid.roomy and body and page.on_page else []
        body += gap + _list(page, held, grid)
    elif page.choices:
        bottom = [()] * gap_below(sheet, grid, held.room)
        bottom += bar_rows(page.choices, page.focus, held.room.framed, grid, page.language)
    height = max(SMALLEST_HEIGHT, grid.height)
    rows = [*top, *_with_margin(body, grid)]
    end = [*_with_margin(bottom, grid), *remark_row(page.remarks, grid), keys_row(page.keys, page.more, grid)]
    if sheet.is_list and not grid.lens:
        rows += _about(page, height - len(rows) - len(end), grid)
    fill: list[Row] = [()] * (height - len(rows) - len(end))
    below = height - len(end)
    lens = range(max(len(rows), below - grid.lens) if sheet.is_list else below - grid.lens, below)
    return replace(page, rows=tuple([*rows[:below], *fill, *end]), lens=lens)


def with_sign(page: Page, sign: str) -> Page:
    """Return `page` with a sign for staff in the corner of its title band: drawn, never spoken."""
    first = list(page.rows[0])
    for at in range(len(first) - 1, -1, -1):
        room = first[at].text
        if first[at].look in (Look.TITLE, Look.PLACE) and room.endswith(" " * (len(sign) + 1)):
            first[at] = first[at]._replace(text=room[: -len(sign) - 1] + sign + " ")
            return replace(page, rows=(tuple(first), *page.rows[1:]))
    return replace(page, rows=((*first[:-1], Segment(sign, Look.PLACE)), *page.rows[1:]))


def _with_margin(rows: list[Row], grid: Grid) -> list[Row]:
    edge = Segment(" " * grid.margin, Look.SIGN)
    return [(edge, *row) if row and grid.margin else row for row in rows]


def _body_row(parts: tuple[Part, ...], entry: BodyLine, grid: Grid) -> Row:
    """Return one row of the text; those of a card have an edge on either side."""
    if entry.part is None:
        return _carded((), entry.prefix, entry.level, grid) if entry.level else ()
    part = parts[entry.part]
    look = Look.LEVEL if part.role in BANDS and part.level else STYLES[part.role].look
    text = Segment(entry.line.of(part.text), look, entry.part, entry.line.start, entry.line.end, part.level)
    if part.level:
        return _carded((text,), entry.prefix, part.level, grid, filled=look is Look.LEVEL)
    return (Segment(entry.prefix, Look.SIGN), text) if entry.prefix else (text,)


def _carded(text: Row, prefix: str, level: Urgency, grid: Grid, filled: bool = False) -> Row:
    """Return a row of a care card between its edges, or `filled` with the colour of its level."""
    width = min(grid.text_width, MEASURE)
    right = CARD_EDGE_RIGHT if grid.roomy else ""
    used = cell_len(prefix) + sum(cell_len(segment.text) for segment in text) + len(right)
    if filled:
        before = prefix.replace(CARD_EDGE[0], " ")
        return (Segment(before, Look.LEVEL, level=level), *text,
                Segment(" " * (width - used + len(right)), Look.LEVEL, level=level))  # fmt: skip
    left, bullet = (prefix[:1], prefix[1:]) if grid.roomy else ("", prefix)
    row = (Segment(left, Look.EDGE, level=level), Segment(bullet, Look.SIGN), *text,
           Segment(" " * (width - used) + right[:-1], Look.SIGN), Segment(right[-1:], Look.EDGE, level=level))  # fmt: skip
    return tuple(segment for segment in row if segment.text)


def _list(page: Page, held: Cut, grid: Grid) -> list[Row]:
    """Return the choices, with what the one in focus is about beside them on a wide screen."""
    if held.laid is None or not page.on_page:
        return []
    rows = choice_list.rows_of(page.choices, page.on_page, page.focus, held.laid, grid, page.language)
    about = page.choices[page.focus].about if page.focus >= 0 else ""
    left = held.laid.width * held.laid.columns + GAP * (held.laid.columns - 1)
    room = grid.text_width - left - 2 * GAP
    if not grid.wide or not about or room < MEASURE // 2:
        return rows
    beside: list[Row] = [(Segment(page.choices[page.focus].label, Look.HEADING),), ()]
    beside += [(Segment(line.of(about), Look.ABOUT),) for line in wrap(about, min(room, MEASURE), language=page.language)]
    rows += [()] * (len(beside) - len(rows))
    return [_beside(row, beside[at] if at < len(beside) else (), left + 2 * GAP) for at, row in enumerate(rows)]


def _beside(row: Row, other: Row, column: int) -> Row:
    """Return `other` in the same row, from `column` on."""
    used = sum(cell_len(segment.text) for segment in row)
    return (*row, Segment(" " * (column - used), Look.SIGN), *other) if other else row


def _about(page: Page, room: int, grid: Grid) -> list[Row]:
    """Return the line that says what the choice in focus is about, below a list that leaves `room` rows."""
    about = page.choices[page.focus].about if page.focus >= 0 else ""
    lines = wrap(about, min(grid.text_width, MEASURE), language=page.language)
    if grid.wide or not about or len(lines) > MOST_ABOUT_ROWS or len(lines) + 1 > room:
        return []
    return _with_margin([(), *[(Segment(line.of(about), Look.ABOUT),) for line in lines]], grid)
