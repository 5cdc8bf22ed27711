"""Which files of a content folder are a clinic's own: its texts and settings, pictures, approvals and scores."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from kiosk.machine.archive import Limits
from kiosk.pictures import OWN_FOLDER

APPROVED = "approved"
"""The folder with the copies of approved texts."""
SCORES = "scores"
LIMITS = Limits(files=5_000, in_a_file=2 * 1024 * 1024, unpacked=64 * 1024 * 1024)
"""More than any clinic has; a folder with more was put here by mistake."""
_LANGUAGE = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?"
_TOPIC = rf"{_LANGUAGE}/[a-z0-9-]{{1,100}}\.yaml"
_NAME = re.compile(
    r"(?:clinic|particulars|words|notice|glossary|languages)\.yaml|approvals\.jsonl"
    rf"|{_TOPIC}|{SCORES}/{_TOPIC}|{APPROVED}/{_LANGUAGE}/[a-z0-9-]{{1,100}}-[0-9a-f]{{16}}\.json"
    rf"|{OWN_FOLDER}/[a-z0-9-]{{1,40}}\.png",
    re.ASCII,
)


def belongs(name: str) -> bool:
    """True if a file with this path in a content folder, with `/`, is a clinic's own."""
    return _NAME.fullmatch(name) is not None


def own_names(folder: Path) -> list[str]:
    """Return the paths of all own files in `folder`, sorted. Raises OSError if it cannot be opened."""
    found = [name for name in _names(folder) if belongs(name)]
    for upper in (SCORES, APPROVED):
        if (folder / upper).is_dir():
            found += [name for name in (f"{upper}/{each}" for each in _names(folder / upper)) if belongs(name)]
    if len(found) > LIMITS.files:
        raise OSError(errno.EFBIG, "too many files")
    return sorted(found)


def _names(folder: Path) -> Iterator[str]:
    """Yield the names in `folder` and in the folders directly below it."""
    for entry in os.scandir(folder):
        yield entry.name
        if entry.is_dir() and not entry.name.startswith("."):
            yield from (f"{entry.name}/{each}" for each in os.listdir(entry.path))


def own_files(folder: Path) -> dict[str, bytes]:
    """Return path → bytes of all own files in `folder`. Raises OSError if one cannot be read, or if it is too large."""
    files: dict[str, bytes] = {}
    left = LIMITS.unpacked
    for name in own_names(folder):
        raw = _read(folder / name)
        if raw is not None:
            files[name] = raw
            left -= len(raw)
        if left < 0:
            raise OSError(errno.EFBIG, "too much in all")
    return files


def _read(path: Path) -> bytes | None:
    """Return the bytes of a file; None if it is no ordinary one. Raises OSError."""
    # An ordinary open() of a named pipe would wait for ever.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        raw = file.read(LIMITS.in_a_file + 1)
    if len(raw) > LIMITS.in_a_file:
        raise OSError(errno.EFBIG, f"{path.name} is too large")
    return raw
