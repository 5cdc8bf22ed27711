"""Makes the masters of a picture from an image: dark on light, with marked places in red.

A pixel of a master is about twice as high as it is wide. It is shape where enough of what it covers is dark.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kiosk.pictures.master import PIXELS, Master, Masters
from kiosk.pictures.png import Image, PictureError, read_png

ROWS = (24, 16, 12, 8, 4)
"""Heights in cells that each picture is made in."""
ENOUGH = 0.45
"""Share of a pixel that must be dark. Less than half, because thin strokes matter most."""
MARKED = 0.4
"""Share of a pixel that must be red."""
MOST_LOST = 0.3
"""Largest share that may be drawn wrongly."""
SVG_PIXELS = 768
"""Height that an SVG file is drawn at before it is made smaller."""


class Made(NamedTuple):
    """What an image has become."""

    masters: Masters
    lost: Mapping[tuple[int, int], float]
    """Size → what is drawn wrongly, ÷ what is dark in the image; edges count, fine lines most."""


def read_image(path: Path) -> Image:
    """Return the image of a PNG or SVG file.

    An SVG file needs the package `resvg-py` or the program `rsvg-convert`. Raises PictureError, with a message for
    staff, and OSError.
    """
    if path.suffix.lower() != ".svg":
        return read_png(path.read_bytes())
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        return _by_program(path)
    try:
        return read_png(bytes(svg_to_bytes(svg_path=str(path), height=SVG_PIXELS, background="white")))
    except ValueError as problem:
        raise PictureError("The SVG picture cannot be drawn. Save it as PNG instead.") from problem


def _by_program(path: Path) -> Image:
    command = ["rsvg-convert", "--height", str(SVG_PIXELS), "--keep-aspect-ratio", "--background-color=white"]
    try:
        drawn = subprocess.run([*command, "--", str(path.resolve())], capture_output=True, check=True, timeout=30)
    except FileNotFoundError as problem:
        raise PictureError(
            "To read SVG, install librsvg2-bin, or resvg-py 0.5.0. Or save it as PNG instead."
        ) from problem
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as problem:
        raise PictureError("The SVG picture cannot be drawn. Save it as PNG instead.") from problem
    return read_png(drawn.stdout)


def made_of(image: Image) -> Made:
    """Return the image in all sizes, without its empty edges. Raises PictureError if it has no dark pixel."""
    left, top, right, bottom = inked(image)
    shape = (right - left) / (bottom - top)
    sizes, lost = {}, {}
    for rows in ROWS:
        columns = max(1, round(2 * rows * shape))
        sizes[columns, rows], lost[columns, rows] = _sampled(image, (left, top, right, bottom), columns, rows)
    return Made(MappingProxyType(sizes), MappingProxyType(lost))


def remarks(made: Made, rows: int = 8) -> tuple[str, ...]:
    """Say in plain words what keeps the picture from being recognised at `rows` cells or more; nothing if it is fit."""
    said = []
    for (columns, high), lost in made.lost.items():
        if high >= rows and lost > MOST_LOST:
            said.append(
                f"At {columns} by {high} characters the picture will not be clear: {round(100 * lost)}% of it is lost. "
                f"Draw every line, and every gap, at least 1/{PIXELS * high} of the picture's height thick."
            )
    return tuple(said)


def inked(image: Image) -> tuple[int, int, int, int]:
    """Return the edges of what is dark: left, top, and behind right and bottom."""
    rows = [y for y in range(image.height) if any(value > 127 for value in _row(image, image.ink, y))]
    if not rows:
        raise PictureError("The picture is empty. Draw it dark on white.")
    columns = [x for x in range(image.width) if any(value > 127 for value in image.ink[x :: image.width])]
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


def _row(image: Image, values: bytes, y: int) -> bytes:
    return values[y * image.width : (y + 1) * image.width]


def _sampled(image: Image, edges: tuple[int, int, int, int], columns: int, rows: int) -> tuple[Master, float]:
    shape, marks = [], []
    all_dark = wrong = 0.0
    for row in shares(image, edges, PIXELS * columns, PIXELS * rows):
        shape_row = marks_row = 0
        for darkness, redness in row:
            is_marked = redness > MARKED
            is_shape = is_marked or darkness > ENOUGH
            all_dark += darkness
            wrong += 1 - darkness if is_shape else darkness
            shape_row = shape_row << 1 | is_shape
            marks_row = marks_row << 1 | is_marked
        shape.append(shape_row)
        marks.append(marks_row)
    return Master(columns, rows, tuple(shape), tuple(marks)), wrong / all_dark


def shares(image: Image, edges: tuple[int, int, int, int], wide: int, high: int) -> Iterator[list[tuple[float, float]]]:
    """Yield the rows of `image`, between its `edges`, in `wide` × `high` pixels: what of each is dark, and what is red.

    Shares are from 0 to 1.
    """
    left, top, right, bottom = edges
    for y in range(high):
        first = top + (bottom - top) * y // high
        last = max(first + 1, top + (bottom - top) * (y + 1) // high)
        dark, red = [0] * image.width, [0] * image.width
        for line in range(first, last):
            dark = [a + b for a, b in zip(dark, _row(image, image.ink, line), strict=True)]
            red = [a + b for a, b in zip(red, _row(image, image.red, line), strict=True)]
        row = []
        for x in range(wide):
            start = left + (right - left) * x // wide
            end = max(start + 1, left + (right - left) * (x + 1) // wide)
            area = (end - start) * (last - first)
            row.append((sum(dark[start:end]) / (255 * area), sum(red[start:end]) / area))
        yield row
