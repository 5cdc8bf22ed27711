"""A clinic's own pictures: `pictures/NAME.png` in its content folder, in two colours, and red for marked places.

Such a file is as high as all sizes can be made of it without loss, and no larger, since it is read with every change of
the content.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.pictures import OWN_FOLDER
from kiosk.pictures.image import ENOUGH, MARKED, inked, made_of, shares
from kiosk.pictures.master import written
from kiosk.pictures.png import Image, PictureError, read_png

FORM = r"[a-z0-9-]{1,40}"
"""The names of pictures, as a regular expression."""
HEIGHT = 192
"""Pixels of a file: four for each of the largest size."""
MOST_PIXELS = 250_000
"""Pixels of a file that is read; more would take seconds."""
MOST_BYTES = 131_072


def own_file(content: Path, name: str) -> Path:
    """Return the path of the clinic's own picture `name` in the folder `content`."""
    return content / OWN_FOLDER / f"{name}.png"


def own_names(content: Path) -> tuple[str, ...]:
    """Return the names of the clinic's own pictures in the folder `content`, sorted; none if it cannot be opened."""
    try:
        return tuple(sorted(path.stem for path in (content / OWN_FOLDER).glob("*.png") if path.is_file()))
    except OSError:
        return ()


def own_picture(content: Path, name: str) -> str:
    """Return the clinic's own picture `name` as text, in all sizes; see `master.written`.

    Raises PictureError, with a message for staff, and OSError.
    """
    with own_file(content, name).open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise PictureError("The picture is too large.")
    return written(made_of(read_png(data, MOST_PIXELS)).masters, "A picture of the clinic.")


def reduced(image: Image) -> Image:
    """Return an image as it is kept: two colours and red, `HEIGHT` pixels high, without its empty edges.

    Raises PictureError if it has no dark pixel.
    """
    left, top, right, bottom = inked(image)
    width = max(1, round(HEIGHT * (right - left) / (bottom - top)))
    ink, red = bytearray(), bytearray()
    for row in shares(image, (left, top, right, bottom), width, HEIGHT):
        for dark, marked in row:
            ink.append(255 if dark > ENOUGH or marked > MARKED else 0)
            red.append(marked > MARKED)
    return Image(width, HEIGHT, bytes(ink), bytes(red))
