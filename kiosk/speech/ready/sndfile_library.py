"""The part of libsndfile that is needed, over ctypes. Names and values are those of `sndfile.h`.

The library comes with the package `soundfile`, whose own module is not used: it loads NumPy, which the voice process
has no need of.
"""

from __future__ import annotations

import ctypes
import importlib.util
from ctypes import CDLL, CFUNCTYPE, POINTER, Structure, byref, c_double, c_int, c_int64, c_short, c_void_p, sizeof
from functools import cache
from pathlib import Path
from typing import Any

READ, WRITE = 0x10, 0x20
"""How to open (`SFM_READ`, `SFM_WRITE`)."""
OGG_VORBIS = 0x200000 | 0x0060
"""`SF_FORMAT_OGG | SF_FORMAT_VORBIS`."""
COMPRESSION_LEVEL = 0x1301
"""`SFC_SET_COMPRESSION_LEVEL`: 0 for the best sound, 1 for the smallest file."""
FROM_START, FROM_HERE, FROM_END = 0, 1, 2

_LENGTH = CFUNCTYPE(c_int64, c_void_p)
_SEEK = CFUNCTYPE(c_int64, c_int64, c_int, c_void_p)
_MOVE = CFUNCTYPE(c_int64, c_void_p, c_int64, c_void_p)


class Info(Structure):
    """`SF_INFO`."""

    _fields_ = (
        ("frames", c_int64),
        ("samplerate", c_int),
        ("channels", c_int),
        ("format", c_int),
        ("sections", c_int),
        ("seekable", c_int),
    )


class VirtualIO(Structure):
    """`SF_VIRTUAL_IO`: the functions by which libsndfile reads and writes."""

    _fields_ = (
        ("get_filelen", _LENGTH),
        ("seek", _SEEK),
        ("read", _MOVE),
        ("write", _MOVE),
        ("tell", _LENGTH),
    )


class SoundLibraryError(RuntimeError):
    """There is no libsndfile here, or it refuses something."""


@cache
def library() -> Any:
    """Return libsndfile, loaded once. Raises SoundLibraryError if there is none."""
    try:
        loaded = CDLL(_name())
    except OSError as error:
        raise SoundLibraryError(str(error)) from error
    loaded.sf_open_virtual.argtypes = (POINTER(VirtualIO), c_int, POINTER(Info), c_void_p)
    loaded.sf_open_virtual.restype = c_void_p
    loaded.sf_close.argtypes = (c_void_p,)
    loaded.sf_command.argtypes = (c_void_p, c_int, c_void_p, c_int)
    for name in ("sf_readf_short", "sf_writef_short"):
        function = getattr(loaded, name)
        function.argtypes, function.restype = (c_void_p, POINTER(c_short), c_int64), c_int64
    return loaded


def _name() -> str:
    """Return the path of the package's own library, else the name of the system's. Raises SoundLibraryError."""
    package = importlib.util.find_spec("_soundfile_data")
    for folder in (package.submodule_search_locations or ()) if package else ():
        for path in sorted(Path(folder).glob("libsndfile*")):
            return str(path)
    from ctypes.util import find_library

    found = find_library("sndfile")
    if found is None:
        raise SoundLibraryError("the package soundfile is not installed")
    return found


class MemoryFile:
    """Bytes that libsndfile reads and writes as a file."""

    def __init__(self, content: bytes = b"") -> None:
        self.content = bytearray(content)
        self._at = 0
        self._functions = VirtualIO(
            _LENGTH(self._length), _SEEK(self._seek), _MOVE(self._read), _MOVE(self._write), _LENGTH(self._tell)
        )

    def open(self, mode: int, info: Info) -> int:
        """Return a handle (`SNDFILE *`). Raises SoundLibraryError if the content is no such sound."""
        handle: int | None = library().sf_open_virtual(byref(self._functions), mode, byref(info), None)
        if not handle:
            raise SoundLibraryError("libsndfile cannot open it")
        return handle

    def _length(self, _: object) -> int:
        return len(self.content)

    def _seek(self, offset: int, whence: int, _: object) -> int:
        base = {FROM_START: 0, FROM_HERE: self._at, FROM_END: len(self.content)}[whence]
        self._at = max(0, base + offset)
        return self._at

    def _read(self, into: int, count: int, _: object) -> int:
        piece = bytes(self.content[self._at : self._at + count])
        ctypes.memmove(into, piece, len(piece))
        self._at += len(piece)
        return len(piece)

    def _write(self, source: int, count: int, _: object) -> int:
        self.content[self._at : self._at + count] = ctypes.string_at(source, count)
        self._at += count
        return count

    def _tell(self, _: object) -> int:
        return self._at


def set_compression(handle: int, level: float) -> None:
    """Choose between good sound (0) and a small file (1), before anything is written."""
    value = c_double(level)
    library().sf_command(handle, COMPRESSION_LEVEL, byref(value), sizeof(value))
