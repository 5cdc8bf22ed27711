"""How choices are drawn: each a button with the key that picks it, the one in focus a reversed bar.

A button has a frame where there is room, else it is one row; the bar of the focus is as wide as its column in both.
"""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.visit.layout.grid import CUT_OFF, Grid
from kiosk.visit.layout.page import Row, Segment
from kiosk.visit.layout.part_style import Look
from kiosk.visit.terms.sheet import Choice
from kiosk.visit.terms.target import Target

FOCUS_SIGN = "▶"
"""Drawn before the focused choice; the others get a space."""
FRAMED_ROWS = 3
"""Rows of a button with its frame, at least."""
TALL_FRAMED_ROWS = 5
"""Rows of a button with a frame, where there is much room."""
GAP = 1
"""Cells between two buttons side by side."""
MOST_LINES = 4
"""Rows of a label; a longer one is cut off on the screen, and heard whole."""


def choice_number(number: int) -> str:
    """Return the key that picks choice `number` (0-based), as drawn before its label; empty from the tenth on."""
    return str(number + 1) if number < 9 else ""


def framed_rows(grid: Grid) -> int:
    """Return the rows of a button with its frame."""
    return max(FRAMED_ROWS, grid.button_rows)


def plain_rows(lines: Sequence[str], grid: Grid) -> int:
    """Return the rows of a button without a frame whose label has these lines."""
    return max(len(lines), grid.button_rows)


def indent(grid: Grid) -> int:
    """Return the cells before a label: focus sign, number, spaces."""
    return 6 if grid.roomy else 3


def lines_of(choice: Choice, width: int, grid: Grid, language: str, most: int = MOST_LINES) -> list[str]:
    """Return the label in lines that fit a button of `width` cells; long words are divided as in `language`."""
    label = f"{choice.level.sign} {choice.label}" if choice.level else choice.label
    lines = [line.of(label) for line in grid.lines(label, width - indent(grid), language=language)]
    kept = lines[:most]
    room = width - indent(grid) - 1
    return [*kept[:-1], grid.fitted(kept[-1] + CUT_OFF, room + 1)] if len(lines) > most else kept


def plain_button(
    choice: Choice, number: int, focused: bool, width: int, grid: Grid, language: str, most: int = MOST_LINES
) -> list[Row]:
    """Return a button without a frame, each row `width` cells wide."""
    look = Look.FOCUS if focused else Look.CHOICE
    rows: list[Row] = []
    for at, line in enumerate(lines_of(choice, width, grid, language, most)):
        before = _before(number, focused, grid) if at == 0 else (Segment(" " * indent(grid), look),)
        rows.append((*before, Segment(grid.filled(line, width - indent(grid)), look)))
    return _with_air(rows, max(len(rows), grid.button_rows), look, width, number)


def framed_button(
    choice: Choice, number: int, focused: bool, width: int, grid: Grid, language: str, high: int = 0
) -> list[Row]:
    """Return a button with its frame, `high` rows or `framed_rows`; the focus fills all of them."""
    (line,) = lines_of(choice, width - 1, grid, language, most=1)
    label = grid.filled(line, width - indent(grid))
    high = max(high, framed_rows(grid))
    if focused:
        return _with_air([(*_before(number, True, grid), Segment(label, Look.FOCUS))], high, Look.FOCUS, width, number)
    edge = Segment("│", Look.FRAME)
    first, *others = _before(number, False, grid)
    middle = (edge, first._replace(text=first.text[1:]), *others, Segment(label[:-1], Look.CHOICE), edge)
    top, bottom = (f"{left}{'─' * (width - 2)}{right}" for left, right in ("┌┐", "└┘"))
    air: list[Row] = [(edge, Segment(" " * (width - 2), Look.CHOICE), edge)] * (high - FRAMED_ROWS)
    above = len(air) // 2
    rows = [(Segment(top, Look.FRAME),), *air[:above], middle, *air[above:], (Segment(bottom, Look.FRAME),)]
    return _with_target(rows, number)


def side_by_side(buttons: Sequence[list[Row]]) -> list[Row]:
    """Return buttons of equal height beside each other."""
    space = Segment(" " * GAP, Look.SIGN)
    rows: list[Row] = []
    for pieces in zip(*buttons, strict=True):
        row: list[Segment] = []
        for piece in pieces:
            row += [space, *piece] if row else piece
        rows.append(tuple(row))
    return rows


def _before(number: int, focused: bool, grid: Grid) -> tuple[Segment, ...]:
    """Return focus sign and number, `indent` cells wide."""
    sign, look = (FOCUS_SIGN, Look.FOCUS) if focused else (" ", Look.CHOICE)
    key = choice_number(number)
    if not grid.roomy:
        return Segment(sign, look), Segment(f"{key:1} ", look)
    cap = Segment(f" {key:1} ", Look.FOCUS_CAP if focused else Look.CAP) if key else Segment("   ", look)
    return Segment(f" {sign}", look), cap, Segment(" ", look)


def _with_air(lines: list[Row], high: int, look: Look, width: int, number: int) -> list[Row]:
    """Return the rows of choice `number` in the middle of `high` rows."""
    air: list[Row] = [(Segment(" " * width, look),)] * (high - len(lines))
    above = len(air) // 2
    return _with_target([*air[:above], *lines, *air[above:]], number)


def _with_target(rows: list[Row], number: int) -> list[Row]:
    """Return the rows of choice `number` so that a tap on them is for it."""
    target = Target(number)
    return [tuple([Segment(segment.text, segment.look, target=target) for segment in row]) for row in rows]
