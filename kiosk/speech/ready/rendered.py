"""The finished sound of one spoken form: `Rendered` as samples, `Stored` as a file of the render cache holds it."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kiosk.speech.ready.vorbis import decoded, encoded

_MAGIC = b"kiosk-speech-2\n"
"""The first line of a file; its number is that of the format."""
FIRST_S, PIECE_S = 0.05, 0.25
"""Seconds of sound in the first piece, which somebody waits for, and in each of the others."""

Words = tuple[tuple[int, int, int], ...]
"""For each word its start and length in the spoken form, and the sample at which it begins."""


class Wanted(NamedTuple):
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
    words: Words = ()

    def pieces(self) -> Iterator[array[int]]:
        """Yield the samples, a little at once."""
        first, size = int(FIRST_S * self.sample_rate), int(PIECE_S * self.sample_rate)
        if self.samples:
            yield self.samples[:first]
        for at in range(first, len(self.samples), size):
            yield self.samples[at : at + size]

    def as_bytes(self) -> bytes:
        """Return a file: a line that names its format, a line of JSON, the sound. Raises SoundLibraryError."""
        sound = encoded(self.samples, self.sample_rate)
        about = {
            "sample-rate": self.sample_rate,
            "samples": len(self.samples),
            "check": zlib.crc32(sound),
            "words": [list(word) for word in self.words],
        }
        return _MAGIC + json.dumps(about, separators=(",", ":")).encode() + b"\n" + sound


@dataclass(frozen=True)
class Stored:
    """Sound as Ogg Vorbis, and where its words begin."""

    sound: bytes
    length: int
    """Samples."""
    sample_rate: int
    words: Words

    def pieces(self) -> Iterator[array[int]]:
        """Yield the samples, a little at once, as they are decoded. Raises SoundLibraryError."""
        return decoded(self.sound, int(FIRST_S * self.sample_rate), int(PIECE_S * self.sample_rate))


def from_bytes(content: bytes) -> Stored | None:
    """Return what `Rendered.as_bytes` wrote; None for anything else, such as a file cut short or damaged."""
    if not content.startswith(_MAGIC):
        return None
    header, _, sound = content[len(_MAGIC) :].partition(b"\n")
    try:
        about = json.loads(header)
        if about["check"] != zlib.crc32(sound):
            return None
        words = tuple((int(start), int(length), int(at)) for start, length, at in about["words"])
        return Stored(sound, int(about["samples"]), int(about["sample-rate"]), words)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
