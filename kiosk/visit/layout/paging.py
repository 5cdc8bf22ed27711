"""Cuts a `Sheet` into pages that fit a `Grid`: how much room its bands leave, and how generously it is used."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit.layout import choice_list
from kiosk.visit.layout.bands import shows_progress, title_height
from kiosk.visit.layout.choice_bar import bar_height
from kiosk.visit.layout.cuts import ROOMS, Cut, Room
from kiosk.visit.layout.flow import Flow
from kiosk.visit.layout.grid import SMALLEST_HEIGHT, Grid
from kiosk.visit.layout.press_bar import press_height
from kiosk.visit.terms.sheet import CLOCK, Choice, Sheet, Verb

KEYS_ROWS = 1
LENS_OF_TEXT = 3
"""Rows that the lens has for a sentence, and not for a label."""
LEAST_ROWS_OF_A_LIST = 3
"""Rows that the parts above a list leave for its choices."""


def choices_on_page(sheet: Sheet, next_page: str, number: int, count: int) -> tuple[Choice, ...]:
    """The choices of page `number` (0-based) of `count`: before the last page, also on to the next.

    Choices that can be made at any time keep their numbers on every page. The question that any key answers has none,
    so no key would lead to another page of it.
    """
    if not sheet.choices or sheet.is_list or number == count - 1:
        return sheet.choices
    onward = Choice(next_page, Verb.NEXT_PAGE)
    return (*sheet.choices, onward) if sheet.choices_first else (onward, *sheet.choices)


def cut(sheet: Sheet, grid: Grid, next_page: str, one_by_one: bool = False) -> tuple[Cut, ...]:
    """The pages of `sheet`, at least one. `next_page` is the label of the choice that turns the page.

    `one_by_one`: a page of a list holds a single choice. Frames and empty rows go if the text then fits on one page,
    frames also if it then needs fewer pages.
    """
    if sheet.is_list:
        return _list_cuts(sheet, grid, one_by_one)
    rooms = ROOMS[-1:] if grid.lens else ROOMS
    best = _text_cuts(sheet, grid, next_page, rooms[0])
    for room in rooms[1:]:
        if len(best) == 1:
            break
        cuts = _text_cuts(sheet, grid, next_page, room)
        if len(cuts) == 1 or (room.paragraphs and len(cuts) < len(best)):
            best = cuts
    return best


def _text_cuts(sheet: Sheet, grid: Grid, next_page: str, room: Room) -> tuple[Cut, ...]:
    """Return the pages of a text; those of a text with several have a bar of progress."""
    cuts: tuple[Cut, ...] = ()
    for count in (1, 2):
        bars = (
            bar_height(choices_on_page(sheet, next_page, n, count), room.framed, grid, sheet.language)
            for n in range(count)
        )
        height = body_height(sheet, grid, count, room) - max(bars)
        flow = Flow(sheet, grid, max(1, height), room)
        flow.lay_parts()
        cuts = tuple(flow.cuts)
        if len(cuts) == 1:
            break
    return cuts


def _list_cuts(sheet: Sheet, grid: Grid, one_by_one: bool) -> tuple[Cut, ...]:
    """Return the pages of a list. The parts of its sheet stand above the first choices, if they leave room for one."""
    cuts: tuple[Cut, ...] = ()
    for count in (1, 2):
        height = max(1, body_height(sheet, grid, count, ROOMS[0]))
        flow = Flow(sheet, grid, height, ROOMS[0])
        flow.lay_parts()
        gap = 1 if grid.roomy else 0
        first = height - len(flow.cuts[0].lines) - gap if sheet.parts else height
        if len(flow.cuts) > 1 or first < LEAST_ROWS_OF_A_LIST:
            flow.cuts, first = [Cut()], height
        laid = choice_list.arrangement(sheet.choices, first, grid, sheet.language)
        held = choice_list.pages(sheet.choices, laid, first, height, grid, sheet.language)
        if one_by_one:
            laid = laid._replace(columns=1, framed=False)
            held = [range(at, at + 1) for at in range(len(sheet.choices))]
        cuts = (replace(flow.cuts[0], choices=held[0], laid=laid), *(Cut(choices=each, laid=laid) for each in held[1:]))
        if len(cuts) == 1:
            break
    return cuts


def body_height(sheet: Sheet, grid: Grid, count: int, room: Room) -> int:
    """Return the rows between the title and the remark, with the choices below a text, for a sheet of `count` pages."""
    height = max(SMALLEST_HEIGHT, grid.height) - title_height(sheet.title, grid, sheet.language)
    height -= 0 if sheet.keys == () else KEYS_ROWS
    height -= (1 if grid.roomy else 0) + (1 if shows_progress(count, grid) else 0)
    height -= press_height(sheet.parts, grid, sheet.language)
    return height - gap_above(grid, count, room) - gap_below(sheet, grid, room) - lens_rows(sheet, grid)


def lens_rows(sheet: Sheet, grid: Grid) -> int:
    """Return the rows of the lens; a list needs fewer, since labels are shorter than sentences."""
    if sheet.picture == CLOCK:  # its words are large themselves
        return 0
    return max(0, grid.lens - LENS_OF_TEXT) if sheet.is_list else grid.lens


def gap_above(grid: Grid, count: int, room: Room) -> int:
    """Return the empty rows between the title and the text; the bar of progress takes their place."""
    return 1 if grid.spacious and room.headings and not shows_progress(count, grid) else 0


def gap_below(sheet: Sheet, grid: Grid, room: Room) -> int:
    """Return the empty rows between a text and the choices below it."""
    return 1 if grid.spacious and room.headings and sheet.choices and not sheet.is_list else 0
