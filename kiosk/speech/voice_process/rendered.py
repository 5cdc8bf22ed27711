"""`Rendered`: the finished sound of one spoken form, as it is kept in memory and in files."""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from dataclasses import dataclass

_MAGIC = b"kiosk-speech-1\n"
"""The first line of a file; its number is that of the format."""


@dataclass(frozen=True)
class Wanted:
    """Everything that the sound of a text depends on."""

    text: str
    """The spoken form."""
    language: str
    rate: int
    """Words a minute."""


@dataclass(frozen=True)
class Rendered:
    """Sound without silence at its ends, and where its words begin."""

    samples: array[int]
    """16-bit mono."""
    sample_rate: int
    words: tuple[tuple[int, int, int], ...] = ()
    """For each word its start and length in the spoken form, and the sample at which it begins."""

    def as_bytes(self) -> bytes:
        """Return the content of a file: a line that names its format, a line of JSON, the samples (little-endian)."""
        data = _little_endian(self.samples).tobytes()
        about = {
            "sample-rate": self.sample_rate,
            "bytes": len(data),
            "check": zlib.crc32(data),
            "words": [list(word) for word in self.words],
        }
        return _MAGIC + json.dumps(about, separators=(",", ":")).encode() + b"\n" + data


def from_bytes(content: bytes) -> Rendered | None:
    """Return what `as_bytes` wrote; None for anything else, such as a file that was cut short or damaged."""
    if not content.startswith(_MAGIC):
        return None
    header, _, data = content[len(_MAGIC) :].partition(b"\n")
    try:
        about = json.loads(header)
        if about["bytes"] != len(data) or about["check"] != zlib.crc32(data):
            return None
        words = tuple((int(start), int(length), int(at)) for start, length, at in about["words"])
        samples = array("h", data)
        return Rendered(_little_endian(samples), int(about["sample-rate"]), words)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _little_endian(samples: array[int]) -> array[int]:
    if sys.byteorder == "little":
        return samples
    swapped = array("h", samples)
    swapped.byteswap()
    return swapped
