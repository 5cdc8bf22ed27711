"""A picture of the kiosk as SVG, from the pixels of its largest size."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.pictures.master import PIXELS, masters

SHAPE, MARK = "shape", "mark"
"""Classes of what is drawn, for a style sheet."""
_COLOURS = {SHAPE: "#3a5f86", MARK: "#b00020"}


def svg(name: str, coloured: bool = False) -> str:
    """Return the picture `name`, which says nothing by itself; empty if there is none.

    `coloured`: with colours of its own, for where there is no style sheet.
    """
    sizes = masters(name)
    if not sizes:
        return ""
    master = next(iter(sizes.values()))
    wide, high = PIXELS * master.columns, 2 * PIXELS * master.rows  # a pixel is twice as high as it is wide
    drawn = []
    for kind, rows in ((SHAPE, master.shape), (MARK, master.marks)):
        path = "".join(
            f"M{start} {2 * y}h{length}v2h-{length}z"
            for y, row in enumerate(rows)
            for start, length in _runs(row, wide)
        )
        colour = f' fill="{_COLOURS[kind]}"' if coloured else ""
        drawn.append(f'<path class="{kind}"{colour} d="{path}"/>' if path else "")
    size = f'viewBox="0 0 {wide} {high}" width="{wide}" height="{high}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} aria-hidden="true">{"".join(drawn)}</svg>'


def _runs(row: int, wide: int) -> Iterator[tuple[int, int]]:
    """Yield where pixels begin and how many there are in a row."""
    x = 0
    while x < wide:
        start = x
        while x < wide and row >> (wide - 1 - x) & 1:
            x += 1
        if x > start:
            yield start, x - start
        x += 1
