"""Sound as Ogg Vorbis: a tenth of its size, decoded piece by piece, so that the first sound need not wait."""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Iterator
from ctypes import c_short

from kiosk.speech.ready.sndfile_library import (
    OGG_VORBIS,
    READ,
    WRITE,
    Info,
    MemoryFile,
    SoundLibraryError,
    library,
    set_compression,
)

COMPRESSION = 0.9
"""0 for the best sound, 1 for the smallest file; this is some 5 kB for a second of speech."""
AT_ONCE = 8_192
"""Samples that are encoded at once: Vorbis takes memory for all of them from the stack."""


def encoded(samples: array[int], sample_rate: int) -> bytes:
    """Return 16-bit mono samples as an Ogg Vorbis file. Raises SoundLibraryError."""
    file = MemoryFile()
    handle = file.open(WRITE, Info(samplerate=sample_rate, channels=1, format=OGG_VORBIS))
    try:
        set_compression(handle, COMPRESSION)
        for at in range(0, len(samples), AT_ONCE):
            piece = samples[at : at + AT_ONCE]
            if library().sf_writef_short(handle, _shorts(piece), len(piece)) != len(piece):
                raise SoundLibraryError("libsndfile does not take the samples")
    finally:
        library().sf_close(handle)
    return bytes(file.content)


def decoded(content: bytes, first: int, size: int) -> Iterator[array[int]]:
    """Yield the samples of an Ogg Vorbis file: `first` of them, then `size` at once.

    Raises SoundLibraryError if it is none.
    """
    file = MemoryFile(content)
    handle = file.open(READ, Info())
    try:
        count = first
        while True:
            piece = array("h", bytes(2 * count))
            read = library().sf_readf_short(handle, _shorts(piece), count)
            if read <= 0:
                return
            yield piece[:read]
            count = size
    finally:
        library().sf_close(handle)


def _shorts(samples: array[int]) -> ctypes.Array[c_short]:
    return (c_short * len(samples)).from_buffer(samples)
