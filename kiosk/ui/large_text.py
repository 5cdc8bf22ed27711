"""Words in the largest letters that fit a rectangle, such as the number of a countdown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kiosk.terminal.drawn.font import DrawnFont
from kiosk.terminal.drawn.runs import Run
from kiosk.terminal.lettering import Drawn, Lettering
from kiosk.ui.lens import lines_of
from kiosk.visit.layout.page import Large


@lru_cache(maxsize=8)
def drawn_large(large: Large, fonts: tuple[DrawnFont, ...]) -> list[str]:
    """Return `large.rows` rows of `large.columns` cells, one of them empty at least; no rows if no letters fit."""
    for font in sorted(fonts, key=lambda each: (each.rows, each.columns), reverse=True):
        lettering = Drawn(font)
        lines = [large.text[start:end] for start, end in lines_of(large.text, lettering, large.columns)]
        wide = max((lettering.measure(line) for line in lines), default=0)
        high = lettering.height() + (len(lines) - 1) * lettering.pitch() // 2 + (len(lines) - 1) % 2
        if lines and wide <= large.columns and high < large.rows:
            times = min(large.columns // wide, (large.rows - 1) // high)
            return _placed(_scaled(_below_each_other(lines, lettering, wide), times), large)
    return []


def _below_each_other(lines: Sequence[str], lettering: Lettering, width: int) -> list[str]:
    rows: list[str] = []
    place = 0
    for line in lines:
        first, offset = divmod(place, 2)
        rows += [" " * width] * (first - len(rows))
        rows += ["".join(run.text for run in row) for row in lettering.draw_row([Run(line)], width, offset)]
        place += lettering.pitch(line)
    return rows


def _scaled(rows: Sequence[str], times: int) -> list[str]:
    """Return the rows as often as high and wide. Only whole cells can be scaled; others stay as they are."""
    if set("".join(rows)) - set(" █"):
        return list(rows)
    return ["".join(sign * times for sign in row) for row in rows for _ in range(times)]


def _placed(rows: Sequence[str], large: Large) -> list[str]:
    """Return the rows in the middle of the height, at the left."""
    above = (large.rows - len(rows)) // 2
    filled = [*[""] * above, *rows, *[""] * (large.rows - above - len(rows))]
    return [row.ljust(large.columns) for row in filled]
