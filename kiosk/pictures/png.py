"""Reads and writes PNG files, without any library for images: the darkness of each pixel, and whether it is red."""

from __future__ import annotations

import struct
import zlib
from itertools import islice
from typing import NamedTuple

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LARGEST = 4096
"""Pixels, each way."""
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Kind of colours → values of a pixel: grey, RGB, palette, grey with opacity, RGB with opacity."""


_DEPTHS = (1, 2, 4, 8)
"""Bits of a grey, or of the number of a colour."""
_PALETTE = b"\xff\xff\xff\x00\x00\x00\xff\x00\x00"
"""White, black, red."""


class PictureError(Exception):
    """A picture that cannot be used; the message is for staff, in plain words."""


class Image(NamedTuple):
    """The pixels of an image, row by row."""

    width: int
    height: int
    ink: bytes
    """A byte a pixel: 0 white or transparent, 255 black."""
    red: bytes
    """A byte a pixel: 1 where it is clearly red, which marks a place."""


def read_png(data: bytes, most: int = LARGEST * LARGEST) -> Image:
    """Return the image. Raises PictureError for anything but a PNG of at most `most` pixels, 4096 each way."""
    if not data.startswith(SIGNATURE):
        raise PictureError("This is not a PNG picture. Save it as PNG or SVG.")
    try:
        return _read(data, most)
    except (struct.error, zlib.error, IndexError, KeyError, ValueError) as problem:
        raise PictureError("The picture is damaged. Save it again as PNG.") from problem


def _read(data: bytes, pixels: int) -> Image:
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", data[16:29])
    if not (0 < width <= LARGEST and 0 < height <= LARGEST and width * height <= pixels):
        raise PictureError("The picture is too large.")
    if interlaced or depth not in (_DEPTHS if kind in (0, 3) else (8,)):
        raise PictureError("The picture is saved in an unusual form. Save it as PNG with 8 bits, not interlaced.")
    palette, opacity, packed = b"", b"", b""
    at = len(SIGNATURE)
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if name == b"PLTE":
            palette = body
        elif name == b"tRNS":
            opacity = body
        elif name == b"IDAT":
            packed += body
        at += 12 + length
    channels = _CHANNELS[kind]
    line = -(-width * channels * depth // 8)
    most = height * (1 + line)
    unpacked = zlib.decompressobj().decompress(packed, most)
    ink, red = bytearray(), bytearray()
    previous = bytes(line)
    for y in range(height):
        start = y * (1 + line)
        previous = _unfiltered(unpacked[start], unpacked[start + 1 : start + 1 + line], previous, channels)
        if len(previous) != line:
            raise ValueError("too short")
        values = _spread(previous, width, depth, kind)
        for x in range(0, len(values), channels):
            r, g, b, a = _colour(kind, values[x : x + channels], palette, opacity)
            light = (299 * r + 587 * g + 114 * b) // 1000
            is_red = r > 150 and g < 90 and b < 90 and a > 127
            ink.append(255 if is_red else (255 - light) * a // 255)
            red.append(is_red)
    return Image(width, height, bytes(ink), bytes(red))


def _spread(line: bytes, width: int, depth: int, kind: int) -> bytes:
    """Return a row with a byte for each value; greys are from 0 to 255, colours of a palette are numbers."""
    if depth == 8:
        return line
    most = (1 << depth) - 1
    values = (byte >> shift & most for byte in line for shift in range(8 - depth, -1, -depth))
    return bytes(value if kind == 3 else value * 255 // most for value in islice(values, width))


def _colour(kind: int, values: bytes, palette: bytes, opacity: bytes) -> tuple[int, int, int, int]:
    if kind == 3:
        index = values[0]
        r, g, b = palette[3 * index : 3 * index + 3]
        return r, g, b, opacity[index] if index < len(opacity) else 255
    if kind in (0, 4):
        return values[0], values[0], values[0], values[1] if kind == 4 else 255
    return values[0], values[1], values[2], values[3] if kind == 6 else 255


def _unfiltered(kind: int, line: bytes, above: bytes, step: int) -> bytes:
    """Undo PNG's filter of one row; `step`: bytes of a pixel."""
    if kind == 0:
        return line
    row = bytearray(line)
    for x in range(len(row)):
        left = row[x - step] if x >= step else 0
        up = above[x]
        corner = above[x - step] if x >= step else 0
        row[x] = (row[x] + _predicted(kind, left, up, corner)) & 0xFF
    return bytes(row)


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 1:
        return left
    if kind == 2:
        return up
    if kind == 3:
        return (left + up) // 2
    if kind != 4:
        raise ValueError("an unknown filter")
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))


def written_png(image: Image) -> bytes:
    """Return a PNG of two colours, black on white, with a third one, red, for marked places if there are any."""
    depth = 2 if any(image.red) else 1
    rows = bytearray()
    for y in range(image.height):
        rows.append(0)
        packed = bits = 0
        for x in range(y * image.width, (y + 1) * image.width):
            packed = packed << depth | (2 if image.red[x] else 1 if image.ink[x] > 127 else 0)
            bits += depth
        line = -(-bits // 8)
        rows += (packed << (8 * line - bits)).to_bytes(line, "big")
    head = struct.pack(">IIBBBBB", image.width, image.height, depth, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", head),
        (b"PLTE", _PALETTE[: 3 * (depth + 1)]),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return SIGNATURE + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )
