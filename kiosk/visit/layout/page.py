"""A `Page`: what is on the screen at one time, row by row, and what it says.

The screen draws `rows` as they are, the voice reads `units` and `choices`, the transcript prints both: one
description, so nothing can be shown that is not spoken.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from rich.cells import cell_len

from kiosk.content.model.library import Urgency
from kiosk.visit.layout.choices import (
    BETWEEN,
    FOCUS_SIGN,
    INDENT,
    choice_number,
    label_lines,
    side_by_side,
    spaced,
    upright,
)
from kiosk.visit.layout.grid import SMALLEST_HEIGHT, Grid
from kiosk.visit.layout.paging import TITLE, BodyLine, Cut, Unit, title_rows
from kiosk.visit.layout.part_style import STYLES, Look
from kiosk.visit.terms.sheet import Choice, Part, Sheet
from kiosk.visit.terms.told import Numbers, Told


class Segment(NamedTuple):
    """Text drawn in one way. Where `part` is given, it holds the characters `start` to `end` of that part."""

    text: str
    look: Look
    part: int | None = None
    start: int = 0
    end: int = 0
    level: Urgency | None = None


Row = tuple[Segment, ...]
"""One row of the screen, without the left margin; never wider than the grid."""


@dataclass(frozen=True)
class Page:
    """One screenful."""

    sheet: str
    """The name of the place: `menu`, `signs`, …"""
    title: str
    number: int
    """1-based."""
    count: int
    parts: tuple[Part, ...]
    units: tuple[Unit, ...]
    """The sentences of this page, in reading order."""
    choices: tuple[Choice, ...]
    """All choices of this place; those of a menu may go over several pages."""
    on_page: range
    """Which of `choices` stand on this page."""
    focus: int
    """Index into `choices`; -1 where there are none."""
    hints: tuple[str, ...]
    status: tuple[str, ...]
    """Short remarks at the bottom, such as "Page 1 of 3" and "No sound"."""
    rows: tuple[Row, ...]
    """From top to bottom, exactly as many as the grid is high."""
    margin: int
    """Empty cells at the left."""
    language: str = "en"
    """Two-letter code of the language of the title."""
    numbers: Numbers = ()
    """The telephone numbers in the title."""
    own_letters: bool = False
    """True if drawn in the terminal's own letters: `rows` are then rows of the terminal (`Grid.own`)."""

    @property
    def told(self) -> Told:
        """The title with its numbers."""
        return Told(self.title, self.numbers)

    def sentence(self, unit: Unit) -> str:
        """The text of a unit."""
        return self.parts[unit.part].text[unit.start : unit.end]

    @property
    def reads_on(self) -> bool:
        """True if another page of the same text follows."""
        return self.number < self.count and bool(self.units)


def page_of(
    sheet: Sheet, cuts: tuple[Cut, ...], number: int, choices: tuple[Choice, ...], focus: int, status: tuple[str, ...]
) -> Page:
    """Return page `number` (0-based) of `sheet` as `paging.cut` divided it, with the focus on choice `focus`.

    It has no rows yet: `compose` or `code_page.compose_code` draws them.
    """
    held = cuts[number]
    return Page(
        sheet=sheet.name,
        title=sheet.title,
        number=number + 1,
        count=len(cuts),
        parts=sheet.parts,
        units=tuple(held.units),
        choices=choices,
        on_page=range(held.first_choice, held.end_choice) if sheet.is_list else range(len(choices)),
        focus=focus,
        hints=sheet.hints,
        status=status,
        rows=(),
        margin=0,
        language=sheet.language,
        numbers=sheet.numbers,
    )


def compose(page: Page, sheet: Sheet, held: Cut, grid: Grid) -> Page:
    """Return `page` with its rows; `held` is its piece of `sheet`."""
    top: list[Row] = [(Segment(line.of(sheet.title), Look.TITLE),) for line in title_rows(sheet, grid)]
    if grid.rule:
        top.append((Segment("━" * grid.text_width, Look.RULE),))
    if grid.roomy:
        top.append(())
    top += [_body_row(sheet, entry) for entry in held.lines]
    if sheet.is_list:
        gap: list[Row] = [()] if grid.roomy and held.lines and page.on_page else []
        top += gap + _list_rows(page.choices, page.on_page, page.focus, grid, sheet.language)
        bottom: list[Row] = []
    else:
        bottom = _bar_rows(page.choices, page.focus, grid, sheet.language)
    bottom += _footer(page.hints, page.status, grid)
    height = max(SMALLEST_HEIGHT, grid.height)
    fill: list[Row] = [()] * max(0, height - len(top) - len(bottom))
    return replace(page, rows=tuple([*top, *fill, *bottom][:height]), margin=grid.margin)


def with_sign(page: Page, sign: str, grid: Grid) -> Page:
    """The page with a sign for staff, drawn, never spoken: at the end of its last row, or of its first.

    Without it where neither has room.
    """
    for number in (len(page.rows) - 1, 0):
        used = sum(cell_len(segment.text) for segment in page.rows[number])
        gap = grid.text_width - used - cell_len(sign)
        if gap >= (2 if used else 0):
            row = (*page.rows[number], Segment(" " * gap + sign, Look.SIGN))
            return replace(page, rows=(*page.rows[:number], row, *page.rows[number + 1 :]))
    return page


def _body_row(sheet: Sheet, entry: BodyLine) -> Row:
    if entry.part is None:
        return (Segment(entry.prefix, Look.SIGN),) if entry.prefix else ()
    if entry.part == TITLE:
        return (Segment(entry.line.of(sheet.title), Look.TITLE),)
    part = sheet.parts[entry.part]
    text = Segment(
        entry.line.of(part.text),
        STYLES[part.role].look,
        entry.part,
        entry.line.start,
        entry.line.end,
        part.level,
    )
    return (Segment(entry.prefix, Look.SIGN, level=part.level), text) if entry.prefix else (text,)


def _choice_rows(choice: Choice, number: int, focused: bool, grid: Grid, language: str) -> list[Row]:
    """One choice: focus sign, number, label; further lines of the label below its first."""
    sign = f"{FOCUS_SIGN if focused else ' '}{choice_number(number):1} "
    look = Look.FOCUS if focused else Look.CHOICE
    return [
        (Segment(sign if at == 0 else " " * INDENT, look), Segment(line, look))
        for at, line in enumerate(label_lines(choice, grid, language))
    ]


def _list_rows(choices: tuple[Choice, ...], shown: Iterable[int], focus: int, grid: Grid, language: str) -> list[Row]:
    rows: list[Row] = []
    for number in shown:
        rows += _choice_rows(choices[number], number, number == focus, grid, language)
        if spaced(grid):
            rows.append(())
    return rows


def _bar_rows(choices: tuple[Choice, ...], focus: int, grid: Grid, language: str) -> list[Row]:
    if not choices:
        return []
    if upright(choices, grid):
        blocks = [_choice_rows(choice, at, at == focus, grid, language) for at, choice in enumerate(choices)]
        return [row for block in blocks for row in block] + [()] * (1 if grid.spacious else 0)
    return low_bar(choices, focus, grid, language) + [()] * (1 if grid.spacious and side_by_side(choices, grid) else 0)


def low_bar(choices: tuple[Choice, ...], focus: int, grid: Grid, language: str) -> list[Row]:
    """The choices side by side, or the one in focus where they do not fit so."""
    if not choices:
        return []
    layout = side_by_side(choices, grid)
    if layout is None:
        focused = _choice_rows(choices[max(0, focus)], max(0, focus), True, grid, language)
        return [_with_more(focused[0], max(0, focus), len(choices), grid), *focused[1:]]
    rows: list[Row] = []
    for numbers in layout:
        row: list[Segment] = []
        for at in numbers:
            if row:
                row.append(Segment(" " * BETWEEN, Look.SIGN))
            row += _choice_rows(choices[at], at, at == focus, grid, language)[0]
        rows.append(tuple(row))
    return rows


def _with_more(row: Row, focus: int, count: int, grid: Grid) -> Row:
    """The row of the only choice that is shown, with arrows that tell where there are more."""
    arrows = (" ↑" if focus > 0 else "") + (" ↓" if focus < count - 1 else "")
    used = sum(cell_len(segment.text) for segment in row)
    return (*row, Segment(arrows, Look.SIGN)) if arrows and used + len(arrows) <= grid.text_width else row


def _footer(hints: tuple[str, ...], status: tuple[str, ...], grid: Grid) -> list[Row]:
    """Status and as many hints as there is room for, in one row or in two."""
    if grid.footer_rows == 1:
        return [footer_row(status, hints, grid.text_width)]
    return [footer_row((), hints, grid.text_width), footer_row(status, (), grid.text_width)]


def footer_row(status: tuple[str, ...], hints: tuple[str, ...], width: int) -> Row:
    """Of the status and then the hints what there is room for; the hints stand first, so that help keeps its place."""
    fitting: dict[Look, list[Segment]] = {Look.HINT: [], Look.STATUS: []}
    used = -BETWEEN
    for text, look in [*((text, Look.STATUS) for text in status), *((text, Look.HINT) for text in hints)]:
        needed = BETWEEN + cell_len(text)
        if used + needed <= width:
            fitting[look].append(Segment(text, look))
            used += needed
    row: list[Segment] = []
    for segment in [*fitting[Look.HINT], *fitting[Look.STATUS]]:
        row += [Segment(" " * BETWEEN, Look.SIGN), segment] if row else [segment]
    return tuple(row)
