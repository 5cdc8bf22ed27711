"""Draws a page row by row: title, text or choices, remark, keys, each band in its place."""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len

from kiosk.content.model.library import Urgency
from kiosk.visit.layout import choice_list
from kiosk.visit.layout.bands import is_poster, keys_row, poster, remark_row, title_band
from kiosk.visit.layout.choice_bar import bar_rows
from kiosk.visit.layout.cuts import BodyLine, Cut
from kiosk.visit.layout.flow import CARD_EDGE, CARD_EDGE_RIGHT, MEASURE, beside
from kiosk.visit.layout.grid import SMALLEST_HEIGHT, Grid
from kiosk.visit.layout.page import Drawing, Large, Page, Row, Segment
from kiosk.visit.layout.paging import gap_above, gap_below, lens_rows
from kiosk.visit.layout.part_style import STYLES, Look
from kiosk.visit.layout.press_bar import PRESS_SIGN, press_height, press_rows
from kiosk.visit.layout.wrap import wrap
from kiosk.visit.terms.sheet import CLOCK, Part, Role, Sheet

BANDS = (Role.LEVEL, Role.LEAD)
"""Parts whose rows are filled with the colour of their level."""
MOST_ABOUT_ROWS = 2
PICTURE_GAP = 4
"""Cells between a picture and the text or list beside it."""
MOST_COUNT_ROWS = 9
"""Rows of the number beside a small clock; beside a large one it has half of them."""
ROWS_OF_WORDS = 4
"""Rows above the picture of a choice for what it is about."""


def compose(page: Page, sheet: Sheet, held: Cut, grid: Grid) -> Page:
    """Return `page` with its rows; `held` is its piece of `sheet`."""
    top = title_band(page, grid)
    top += [()] * gap_above(grid, page.count, held.room)
    parts = (*page.parts, *page.heads)
    body = [_body_row(parts, entry, grid) for entry in held.lines]
    end_of_card = _end_of_card(parts, held, grid)
    bottom: list[Row] = []
    if sheet.is_list:
        gap: list[Row] = (end_of_card or [()]) if grid.roomy and body and page.on_page else []
        body += gap + _list(page, held, grid)
    elif page.choices:
        bottom = [()] * gap_below(sheet, grid, held.room)
        bottom += bar_rows(page.choices, page.focus, held.room.framed, grid, page.language)
    bottom += press_rows(page, grid)
    height = max(SMALLEST_HEIGHT, grid.height)
    end = [*_with_margin(bottom, grid), *remark_row(page.remarks, grid)]
    end += [keys_row(page.keys, page.more, grid)] if sheet.keys != () else []
    below = height - len(end)
    drawing = _drawing(page, sheet, held, grid, len(top), below)
    if not sheet.is_list and len(top) + len(body) < below:
        body += end_of_card
    elif end_of_card and bottom and not bottom[0]:  # the empty row above the choices
        end[:1] = _with_margin(end_of_card, grid)
    rows = [*top, *_with_margin(_with_caption(page, body, drawing, grid), grid)]
    if sheet.is_list and not grid.lens:
        rows += _about(page, below - len(rows), grid)
    fill: list[Row] = [()] * (below - len(rows))
    lens = range(max(len(rows), below - grid.lens) if sheet.is_list else below - lens_rows(sheet, grid), below)
    large = _large(page, sheet, drawing, grid, below, len(body)) if drawing and sheet.picture == CLOCK else ()
    if is_poster(page.title, grid):
        large = (poster(page.title, grid), *large)
    return replace(page, rows=(*rows[:below], *fill, *end), lens=lens, drawing=drawing, large=large)


def _large(page: Page, sheet: Sheet, clock: Drawing, grid: Grid, below: int, words: int) -> tuple[Large, ...]:
    """Return what is drawn large beside a clock: its number, or with a lens the whole sentence and the bar."""
    left = clock.column + clock.columns + PICTURE_GAP
    columns = grid.width - grid.margin - left
    if not grid.lens:
        above, rows = _beside_clock(clock.rows, words)
        return (Large(sheet.count, Look.HEADING, left, clock.row + above, columns, rows),) if rows > 0 else ()
    bar = press_height(sheet.parts, grid, page.language) - 1
    text, press = (next(part.text for part in page.parts if part.role is role) for role in (Role.TEXT, Role.PRESS))
    return (
        Large(text, Look.TEXT, left, clock.row, columns, clock.rows),
        Large(PRESS_SIGN + press, Look.FOCUS, grid.margin, below + 1, grid.text_width, bar),
    )


def _beside_clock(rows: int, words: int) -> tuple[int, int]:
    """Return the empty rows above the number beside a clock of so many rows, and the rows of the number.

    Below it stand as many rows of words, after an empty one.
    """
    number = min(rows - words - 1, max(MOST_COUNT_ROWS, rows // 2))
    return (rows - number - 1 - words) // 2, number


def _drawing(page: Page, sheet: Sheet, held: Cut, grid: Grid, top: int, below: int) -> Drawing | None:
    """Return the picture of the page and its cells: left of a countdown, right of a text or a list."""
    if gone := beside(sheet, grid):
        return Drawing(sheet.picture, grid.margin, top, gone - PICTURE_GAP, below - top, sheet.share)
    own = sheet.picture if sheet.picture != CLOCK else ""
    name, column, row = _caption(page)[1].picture or own, grid.margin + MEASURE + PICTURE_GAP, top
    if sheet.is_list and held.laid and page.focus >= 0:
        name = page.choices[page.focus].picture
        column = grid.margin + choice_list.width_of(held.laid) + PICTURE_GAP
        below = min(below, top + len(page.on_page)) if grid.lens else below
        row += 0 if grid.lens else ROWS_OF_WORDS
    elif name:
        row += len(_caption_rows(page, grid.width - grid.margin - column)) + 1
    columns = grid.width - grid.margin - column
    return Drawing(name, column, row, columns, below - row) if name and columns > 0 and below > row else None


def _with_caption(page: Page, body: list[Row], drawing: Drawing | None, grid: Grid) -> list[Row]:
    """Return the rows of a text, with what its picture shows above the picture, or at the right of the clock."""
    if drawing is None or page.is_list:
        return body
    if drawing.column == grid.margin:
        edge = Segment(" " * (drawing.columns + PICTURE_GAP), Look.SIGN)
        before, number = _beside_clock(drawing.rows, len(body))
        above: list[Row] = [()] * (before + number + 1 if number > 0 else (drawing.rows - len(body)) // 2)
        return [*above, *((edge, *row) for row in body)]
    words = _caption_rows(page, drawing.columns)
    body += [()] * (len(words) - len(body))
    return [
        _beside(row, words[at] if at < len(words) else (), drawing.column - grid.margin) for at, row in enumerate(body)
    ]


def _caption(page: Page) -> tuple[int, Part]:
    """Return the number and the part that puts the picture of the page into words; an empty part if it has none."""
    found = ((unit.part, page.part(unit)) for unit in page.units)
    return next((each for each in found if each[1].role is Role.CAPTION), (-1, Part(Role.CAPTION, "")))


def _caption_rows(page: Page, width: int) -> list[Row]:
    number, part = _caption(page)
    lines = wrap(part.text, width, language=page.language) if part.text else []
    return [(Segment(line.of(part.text), Look.ABOUT, number, line.start, line.end),) for line in lines]


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
    used = grid.measure(prefix) + sum(grid.measure(segment.text) for segment in text) + len(right)
    if filled:
        before = prefix.replace(CARD_EDGE[0], " ")
        return (Segment(before, Look.LEVEL, level=level), *text,
                Segment(" " * (width - used + len(right)), Look.LEVEL, level=level))  # fmt: skip
    left, bullet = (prefix[:1], prefix[1:]) if grid.roomy else ("", prefix)
    row = (
        Segment(left, Look.EDGE, level=level),
        Segment(bullet, Look.SIGN),
        *text,
        Segment(" " * (width - used) + right[:-1], Look.SIGN),
        Segment(right[-1:], Look.EDGE, level=level),
    )
    return tuple(segment for segment in row if segment.text)


def _end_of_card(parts: tuple[Part, ...], held: Cut, grid: Grid) -> list[Row]:
    """Return the edge below a care card, if the text of the page ends with one."""
    last = held.lines[-1].part if held.lines else None
    level = parts[last].level if last is not None else None
    return [(Segment("▀" * min(grid.text_width, MEASURE), Look.EDGE, level=level),)] if level and grid.roomy else []


def _list(page: Page, held: Cut, grid: Grid) -> list[Row]:
    """Return the choices, with what the one in focus is about beside them on a wide screen."""
    if held.laid is None or not page.on_page:
        return []
    rows = choice_list.rows_of(page.choices, page.on_page, page.focus, held.laid, grid, page.language)
    about = page.choices[page.focus].about if page.focus >= 0 else ""
    left = choice_list.width_of(held.laid) + PICTURE_GAP
    room = grid.text_width - left
    if not grid.wide or not about or room < MEASURE // 2:
        return rows
    words: list[Row] = [(Segment(page.choices[page.focus].label, Look.HEADING),), ()]
    words += [
        (Segment(line.of(about), Look.ABOUT),) for line in grid.lines(about, min(room, MEASURE), language=page.language)
    ]
    rows += [()] * (len(words) - len(rows))
    return [_beside(row, words[at] if at < len(words) else (), left) for at, row in enumerate(rows)]


def _beside(row: Row, other: Row, column: int) -> Row:
    """Return `other` in the same row, from `column` on."""
    used = sum(cell_len(segment.text) for segment in row)
    return (*row, Segment(" " * (column - used), Look.SIGN), *other) if other else row


def _about(page: Page, room: int, grid: Grid) -> list[Row]:
    """Return the line that says what the choice in focus is about, below a list that leaves `room` rows."""
    about = page.choices[page.focus].about if page.focus >= 0 else ""
    lines = grid.lines(about, min(grid.text_width, MEASURE), language=page.language)
    if grid.wide or not about or len(lines) > MOST_ABOUT_ROWS or len(lines) + 1 > room:
        return []
    return _with_margin([(), *[(Segment(line.of(about), Look.ABOUT),) for line in lines]], grid)
