"""Makes the masters of a picture from an image: dark on light, with marked places in red.

A pixel of a master is about twice as high as it is wide. It is shape where enough of what it covers is dark.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
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

    An SVG file needs the program `rsvg-convert`. Raises PictureError, with a message for staff, and OSError.
    """
    if path.suffix.lower() != ".svg":
        return read_png(path.read_bytes())
    command = ["rsvg-convert", "--height", str(SVG_PIXELS), "--keep-aspect-ratio", "--background-color=white"]
    try:
        drawn = subprocess.run([*command, "--", str(path.resolve())], capture_output=True, check=True, timeout=30)
    except FileNotFoundError as problem:
        raise PictureError("An SVG picture needs the program rsvg-convert. Save it as PNG instead.") from problem
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as problem:
        raise PictureError("The SVG picture cannot be drawn. Save it as PNG instead.") from problem
    return read_png(drawn.stdout)


def made_of(image: Image) -> Made:
    """Return the image in all sizes, without its empty edges. Raises PictureError if it has no dark pixel."""
    left, top, right, bottom = _inked(image)
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
                f"Draw every line, and every gap, at least one {PIXELS * high}th of the picture's height thick."
            )
    return tuple(said)


def _inked(image: Image) -> tuple[int, int, int, int]:
    """Return the edges of what is dark: left, top, and behind right and bottom."""
    rows = [y for y in range(image.height) if any(value > 127 for value in _row(image, image.ink, y))]
    if not rows:
        raise PictureError("The picture is empty. Draw it dark on white.")
    columns = [x for x in range(image.width) if any(value > 127 for value in image.ink[x :: image.width])]
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


def _row(image: Image, values: bytes, y: int) -> bytes:
    return values[y * image.width : (y + 1) * image.width]


def _sampled(image: Image, edges: tuple[int, int, int, int], columns: int, rows: int) -> tuple[Master, float]:
    left, top, right, bottom = edges
    wide, high = PIXELS * columns, PIXELS * rows
    shape, marks = [], []
    all_dark = wrong = 0
    for y in range(high):
        first = top + (bottom - top) * y // high
        last = max(first + 1, top + (bottom - top) * (y + 1) // high)
        dark, red = [0] * image.width, [0] * image.width
        for line in range(first, last):
            dark = [a + b for a, b in zip(dark, _row(image, image.ink, line), strict=True)]
            red = [a + b for a, b in zip(red, _row(image, image.red, line), strict=True)]
        shape_row = marks_row = 0
        for x in range(wide):
            start = left + (right - left) * x // wide
            end = max(start + 1, left + (right - left) * (x + 1) // wide)
            area = (end - start) * (last - first)
            is_marked = sum(red[start:end]) > MARKED * area
            darkness = sum(dark[start:end])
            is_shape = is_marked or darkness > 255 * ENOUGH * area
            all_dark += darkness
            wrong += 255 * area - darkness if is_shape else darkness
            shape_row = shape_row << 1 | is_shape
            marks_row = marks_row << 1 | is_marked
        shape.append(shape_row)
        marks.append(marks_row)
    return Master(columns, rows, tuple(shape), tuple(marks)), wrong / all_dark
