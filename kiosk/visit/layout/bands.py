"""The bands that stand in the same place on every page: the title at the top, remarks and keys at the bottom."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.content.model.library import Urgency
from kiosk.visit.layout.grid import CUT_OFF, Grid
from kiosk.visit.layout.page import Large, More, Page, Position, Row, Segment
from kiosk.visit.layout.part_style import Look
from kiosk.visit.terms.keys import Key
from kiosk.visit.terms.target import MORE_CHOICES, Target

BETWEEN = 2
"""Cells between a title and its position, between two keys, and between two remarks."""
MOST_TITLE_ROWS = 3
POSTER_ROWS = 6
"""Rows of a title in large letters."""
POSTER_LETTER = 4
"""Cells of a large letter, at most."""
LEAST_KEYS = 2
"""Keys that stand on every page: Help and "I feel unwell"."""


def title_height(title: str, grid: Grid, language: str) -> int:
    """Return the rows of the title band, without the bar of progress."""
    return POSTER_ROWS if is_poster(title, grid) else len(_title_lines(title, grid, language))


def is_poster(title: str, grid: Grid) -> bool:
    """Return True if the title is drawn in large letters."""
    return grid.poster and POSTER_LETTER * len(title) <= grid.text_width - _POSITION


def poster(title: str, grid: Grid) -> Large:
    """Return the title in large letters, over its band."""
    return Large(title, Look.TITLE, grid.margin, 0, grid.text_width - _POSITION, POSTER_ROWS)


def title_band(page: Page, grid: Grid) -> list[Row]:
    """Return the title with the position at its right, and below it how much of the text is behind the visitor."""
    lines = _title_lines(page.title, grid, page.language)
    words = _words_at_right(page, grid)
    if page.level and page.position and words == page.position.short:
        level = grid.measure(f"{page.level.sign} {lines[0]} ")  # is never cut off
        words = words if level + grid.measure(words) <= grid.width - 2 * grid.margin else page.position.signs
    rows = [_title_row(line, words if at == 0 else "", page.level if at == 0 else None, grid)
            for at, line in enumerate(lines)]  # fmt: skip
    if is_poster(page.title, grid):
        rows += [_title_row("", "", None, grid)] * (POSTER_ROWS - len(rows))
    return rows + ([_progress(page.position, grid)] if shows_progress(page.count, grid) and page.position else [])


def shows_progress(count: int, grid: Grid) -> bool:
    """Return True if a page of one of `count` pages has a bar of progress."""
    return count > 1 and grid.rule


def remark_row(remarks: Sequence[str], grid: Grid) -> list[Row]:
    """Return the row for remarks, which nothing else may use; a small screen has none."""
    if not grid.roomy:
        return []
    text = (" " * BETWEEN).join(remarks)
    return (
        [(Segment(" " * grid.margin, Look.SIGN), Segment(grid.fitted(text, grid.text_width), Look.STATUS))]
        if text
        else [()]
    )


def keys_row(keys: Sequence[Key], more: More, grid: Grid) -> Row:
    """Return the keys, as many as fit, and at the right how many choices there are beside those on the screen.

    Help and "I feel unwell" come first; where even they do not fit in words, the caps stand alone.
    """
    room = grid.width - 2 * grid.margin
    needed = [_key_width(key, grid) for key in keys]
    if sum(needed[:LEAST_KEYS]) + BETWEEN * (len(needed[:LEAST_KEYS]) - 1) > room:
        keys = [key._replace(job="") for key in keys]
        needed = [_key_width(key, grid) for key in keys]
    least = sum(needed[:LEAST_KEYS]) + BETWEEN * len(needed[:LEAST_KEYS])
    told = more.words if least + grid.measure(more.words) <= room else more.short
    shown: list[Key] = []
    used = -BETWEEN
    kept = grid.measure(told) + BETWEEN if told else 0
    for key, width in zip(keys, needed, strict=True):
        if used + BETWEEN + width > room - (kept if len(shown) >= LEAST_KEYS else 0):
            break
        shown.append(key)
        used += BETWEEN + width
    row = [Segment(" " * grid.margin, Look.KEY)]
    for at, key in enumerate(shown):
        row += [Segment(" " * BETWEEN, Look.KEY)] if at else []
        target = Target(action=key.action) if key.action else None
        row.append(Segment(_cap(key, grid), Look.CAP, target=target))
        row += [Segment(f" {key.job}", Look.KEY, target=target)] if key.job else []
    gap = room - max(0, used) - grid.measure(told)
    row += (
        [Segment(" " * gap, Look.KEY), Segment(told, Look.MORE, target=MORE_CHOICES)] if told and gap >= BETWEEN else []
    )
    return _filled(row, Look.KEY, grid)


def _key_width(key: Key, grid: Grid) -> int:
    return grid.measure(_cap(key, grid)) + (1 + grid.measure(key.job) if key.job else 0)


def _cap(key: Key, grid: Grid) -> str:
    return f" {key.cap} " if grid.roomy else key.cap


def _title_lines(title: str, grid: Grid, language: str) -> list[str]:
    """Return the title in as many rows as it may have; a small screen has room for one."""
    if not grid.roomy:
        return [title]
    lines = [line.of(title) for line in grid.lines(title, grid.text_width - _POSITION, language=language)]
    kept = lines[:MOST_TITLE_ROWS]
    return [*kept[:-1], kept[-1] + CUT_OFF] if len(lines) > len(kept) else kept


_POSITION = 16
"""Cells that the first row of a title leaves for its position."""


def _words_at_right(page: Page, grid: Grid) -> str:
    """Return the position; on a small screen a remark stands in its place."""
    if grid.roomy:
        return page.position.words if page.position else ""
    if page.remarks:
        return page.remarks[0]
    return page.position.short if page.position else ""


def _title_row(line: str, right: str, level: Urgency | None, grid: Grid) -> Row:
    room = grid.width - 2 * grid.margin
    sign = f"{level.sign} " if level else ""
    kept = grid.measure(sign + line)
    right = grid.fitted(right, room - (kept if level else min(kept, room // 2)) - 1) if right else ""
    left = grid.fitted(sign + line, room - (grid.measure(right) + 1 if right else 0))
    gap = room - grid.measure(left) - grid.measure(right)
    row = [Segment(" " * grid.margin + left + " " * gap, Look.TITLE, level=level), Segment(right, Look.PLACE)]
    return _filled([each for each in row if each.text], Look.TITLE, grid)


def _progress(position: Position, grid: Grid) -> Row:
    done = grid.width * position.number // position.total
    return Segment("▀" * done, Look.PROGRESS), Segment("▀" * (grid.width - done), Look.TRACK)


def _filled(row: Sequence[Segment], look: Look, grid: Grid) -> Row:
    """Return `row` filled up to the edge of the screen."""
    used = sum(grid.measure(segment.text) for segment in row)
    rest = grid.width - used
    return (*row, Segment(" " * rest, look)) if rest > 0 else tuple(row)
