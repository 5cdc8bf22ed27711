"""The form of a picture: for each size in cells, rows of pixels that are ground, shape or a marked place.

A file `data/NAME.hex` is read when its picture is first shown. A line such as `16x8` begins a size, in columns and rows
of the terminal. A row of pixels follows on each line, two for each row of cells: the shape in hexadecimal digits, two
pixels a column, highest bit leftmost; and where there are any, a space and the pixels of marked places.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

PIXELS = 2
"""Pixels of a cell, each way; so a pixel is about twice as high as it is wide."""
_DATA = Path(__file__).parent / "data"


class Master(NamedTuple):
    """One picture in one size."""

    columns: int
    """Cells across."""
    rows: int
    """Cells down."""
    shape: tuple[int, ...]
    """Rows of pixels that are not ground; the lowest bit is the rightmost pixel."""
    marks: tuple[int, ...]
    """Those of them that are marked places."""


Masters = Mapping[tuple[int, int], Master]
"""Columns and rows → master, from the largest to the smallest."""


def names() -> tuple[str, ...]:
    """Return the names of the pictures that come with the kiosk."""
    return tuple(sorted(path.stem for path in _DATA.glob("*.hex")))


@lru_cache(maxsize=64)
def masters(picture: str) -> Masters:
    """Return the sizes of a picture; none if there is no such picture.

    `picture`: the name of one that comes with the kiosk, or the text of a clinic's own (`written`).
    """
    if "\n" in picture:
        return parsed(picture)
    path = _DATA / f"{picture}.hex"
    return parsed(path.read_text(encoding="ascii")) if path.is_file() else MappingProxyType({})


def fitting(picture: str, columns: int, rows: int) -> Master | None:
    """Return the largest size that fits these cells; None if none does. `picture`: see `masters`."""
    return next((each for each in masters(picture).values() if each.columns <= columns and each.rows <= rows), None)


def parsed(text: str) -> Masters:
    """Read the text of a file. Raises ValueError if it has another form."""
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    present: list[tuple[int, int]] = []
    for line in text.splitlines():
        if "x" in line and not line.startswith("#"):
            columns, _, rows = line.partition("x")
            present = found.setdefault((int(columns), int(rows)), [])
        elif line and not line.startswith("#"):
            shape, _, marks = line.partition(" ")
            present.append((int(shape, 16), int(marks or "0", 16)))
    sizes = sorted(found, key=lambda size: size[0] * size[1], reverse=True)
    if any(len(found[columns, rows]) != PIXELS * rows for columns, rows in sizes):
        raise ValueError("a size has too few or too many rows of pixels")
    return MappingProxyType(
        {
            size: Master(*size, tuple(shape for shape, _ in found[size]), tuple(marks for _, marks in found[size]))
            for size in sizes
        }
    )


def written(sizes: Masters, head: str) -> str:
    """Return the text of a file; `head` says in one line what it is and whose."""
    lines = [f"# {head}"]
    for master in sizes.values():
        digits = -(-PIXELS * master.columns // 4)
        lines.append(f"{master.columns}x{master.rows}")
        for shape, marks in zip(master.shape, master.marks, strict=True):
            lines.append(f"{shape:0{digits}X}" + (f" {marks:0{digits}X}" if any(master.marks) else ""))
    return "\n".join(lines) + "\n"
