"""A picture of staff becomes a master, and what will not read is said in plain words."""

from __future__ import annotations

import shutil
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.pictures.image import made_of, read_image, remarks
from kiosk.pictures.png import SIGNATURE, PictureError, read_png

Pixel = tuple[int, ...]
WHITE, BLACK, RED = (255, 255, 255), (0, 0, 0), (204, 0, 0)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(
    width: int, height: int, colour: Callable[[int, int], Pixel], kind: int = 2, rule: int = 0, more: bytes = b""
) -> bytes:
    """A PNG file of these pixels; `rule`: PNG's filter of each row."""
    rows, previous = [], b""
    for y in range(height):
        row = b"".join(bytes(colour(x, y)) for x in range(width))
        step = len(row) // width
        above = previous or bytes(len(row))
        left = bytes(step) + row[:-step]
        predicted = {
            0: bytes(len(row)),
            1: left,
            2: above,
            3: bytes((a + b) // 2 for a, b in zip(left, above, strict=True)),
        }
        if rule == 4:
            corner = bytes(step) + above[:-step]
            predicted[4] = bytes(
                min(three, key=lambda value: abs(value - (three[0] + three[1] - three[2])))
                for three in zip(left, above, corner, strict=True)
            )
        rows.append(bytes([rule]) + bytes((a - b) & 255 for a, b in zip(row, predicted[rule], strict=True)))
        previous = row
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return SIGNATURE + chunk(b"IHDR", head) + more + chunk(b"IDAT", zlib.compress(b"".join(rows))) + chunk(b"IEND", b"")


def box(x: int, y: int) -> Pixel:
    """A black square with a red middle on white, of 96 pixels."""
    if 40 <= x < 56 and 40 <= y < 56:
        return RED
    return BLACK if 8 <= x < 88 and 8 <= y < 88 else WHITE


@pytest.mark.parametrize("rule", range(5))
def test_every_way_in_which_png_packs_a_row_is_read(rule: int):
    assert read_png(png(96, 96, box, rule=rule)) == read_png(png(96, 96, box))


def test_grey_palette_and_transparent_pictures_are_read():
    dark = read_png(png(4, 2, lambda x, y: BLACK if x else WHITE)).ink
    assert read_png(png(4, 2, lambda x, y: (0 if x else 255,), kind=0)).ink == dark
    assert read_png(png(4, 2, lambda x, y: (0, 255 if x else 0), kind=4)).ink == dark
    assert read_png(png(4, 2, lambda x, y: (*BLACK, 255 if x else 0), kind=6)).ink == dark
    palette = chunk(b"PLTE", bytes([*WHITE, *BLACK]))
    assert read_png(png(4, 2, lambda x, y: (1 if x else 0,), kind=3, more=palette)).ink == dark


def test_a_picture_loses_its_edges_and_keeps_its_marked_place():
    made = made_of(read_png(png(96, 96, box)))
    for (columns, rows), master in made.masters.items():
        assert columns == 2 * rows
        assert all(row == (1 << 2 * columns) - 1 for row in master.shape)
        assert any(master.marks)
        assert not master.marks[0]
    assert remarks(made) == ()


def test_lines_that_are_too_fine_are_told_with_what_to_draw_instead():
    def grid(x: int, y: int) -> Pixel:
        return BLACK if x % 16 < 2 or y % 16 < 2 else WHITE

    said = remarks(made_of(read_png(png(192, 192, grid))))
    assert said
    assert "At 16 by 8 characters the picture will not be clear" in said[-1]
    assert "Draw every line, and every gap, at least 1/16" in said[-1]


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"GIF89a", "Save it as PNG or SVG"),
        (png(4, 4, box)[:45], "damaged"),
        (SIGNATURE, "damaged"),
        (png(4, 4, box).replace(struct.pack(">II", 4, 4), struct.pack(">II", 9000, 4)), "too large"),
        (png(4, 4, box).replace(b"\x08\x02\0\0\0", b"\x10\x02\0\0\0"), "8 bits"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_to_do(data: bytes, advice: str):
    with pytest.raises(PictureError, match=advice):
        read_png(data)


def test_an_empty_picture_is_refused():
    with pytest.raises(PictureError, match="dark on white"):
        made_of(read_png(png(8, 8, lambda x, y: WHITE)))


def test_without_the_program_for_svg_the_advice_is_png(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "drawing.svg").write_text("<svg/>")
    with pytest.raises(PictureError, match="as PNG instead"):
        read_image(tmp_path / "drawing.svg")


def test_a_library_for_svg_is_used_where_it_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    drawn = png(9, 9, lambda x, _: BLACK if x < 5 else WHITE)
    monkeypatch.setitem(sys.modules, "resvg_py", SimpleNamespace(svg_to_bytes=lambda **_: drawn))
    assert read_image(tmp_path / "drawing.svg") == read_png(drawn)


def test_an_svg_file_becomes_the_same_picture(tmp_path: Path):
    if not shutil.which("rsvg-convert"):
        pytest.skip("rsvg-convert is not installed")
    drawing = tmp_path / "box.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><path d="M8 8H88V88H8Z"/>'
        '<path fill="#c00" d="M40 40H56V56H40Z"/></svg>'
    )
    found, expected = made_of(read_image(drawing)).masters, made_of(read_png(png(96, 96, box))).masters
    assert {size: each.shape for size, each in found.items()} == {size: each.shape for size, each in expected.items()}
    assert all(any(each.marks) for each in found.values())
