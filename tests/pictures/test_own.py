"""A clinic's own pictures are kept small, in two colours and red, and read as they were written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.pictures.image import made_of, remarks
from kiosk.pictures.master import fitting, masters
from kiosk.pictures.own import HEIGHT, MOST_BYTES, own_file, own_names, own_picture, reduced
from kiosk.pictures.png import Image, PictureError, read_png, written_png
from tests.pictures.test_image import BLACK, RED, WHITE, png


def house() -> Image:
    """A square with a red middle, in a wide margin."""

    def colour(x: int, y: int) -> tuple[int, ...]:
        if not (50 <= x < 250 and 50 <= y < 250):
            return WHITE
        return RED if 120 <= x < 180 and 120 <= y < 180 else BLACK

    return read_png(png(300, 300, colour))


def kept(content: Path, name: str, data: bytes) -> None:
    own_file(content, name).parent.mkdir(exist_ok=True)
    own_file(content, name).write_bytes(data)


@given(
    width=st.integers(1, 19),
    height=st.integers(1, 9),
    pixels=st.lists(st.sampled_from([(0, 0), (255, 0), (255, 1)]), min_size=171, max_size=171),
)
def test_what_is_written_is_read_again(width: int, height: int, pixels: list[tuple[int, int]]):
    used = pixels[: width * height]
    image = Image(width, height, bytes(ink for ink, _ in used), bytes(red for _, red in used))
    assert read_png(written_png(image)) == image


def test_a_picture_is_kept_without_its_margin_at_one_height():
    image = reduced(house())
    assert (image.width, image.height) == (HEIGHT, HEIGHT)
    assert set(image.ink) == {255}
    assert sum(image.red) == pytest.approx(0.09 * HEIGHT * HEIGHT, rel=0.05)


def test_a_picture_of_two_colours_takes_a_bit_a_pixel():
    data = written_png(reduced(read_png(png(60, 60, lambda x, y: BLACK if (x // 10 + y // 10) % 2 else WHITE))))
    assert data[24:26] == b"\x01\x03"  # one bit, the number of a colour
    assert len(data) < 1_000


def test_all_sizes_come_of_what_is_kept(tmp_path: Path):
    kept(tmp_path, "house", written_png(reduced(house())))
    text = own_picture(tmp_path, "house")
    assert masters(text) == made_of(read_png(own_file(tmp_path, "house").read_bytes())).masters
    assert remarks(made_of(house())) == ()
    small = fitting(text, 24, 12)
    assert small is not None
    assert (small.columns, small.rows) == (24, 12)
    assert any(small.marks)


def test_the_names_are_those_of_the_files(tmp_path: Path):
    assert own_names(tmp_path) == ()
    for name in "b", "a":
        kept(tmp_path, name, b"")
    (own_file(tmp_path, "a").parent / "notes.txt").touch()
    assert own_names(tmp_path) == ("a", "b")


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", b"x" * (MOST_BYTES + 1), png(600, 600, lambda x, y: BLACK)], ids=len
)
def test_a_file_that_is_no_such_picture_is_refused(tmp_path: Path, data: bytes):
    kept(tmp_path, "house", data)
    with pytest.raises(PictureError):
        own_picture(tmp_path, "house")
