"""Hashes of the content files as they are now, by which a change is noticed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from hashlib import sha256
from itertools import islice
from pathlib import Path

RULES = "6"
"""Raised when the same bytes come to mean another library, so that copies of the last version are not used.

The form of the library itself needs no number: see `live.last_good`.
"""
MOST_BYTES = 262_144
"""Content files are no larger; of a larger one the start is enough, since the reader refuses it."""
ALL_READ = 100
"""Up to so many topics of a language are all read for patients; of more, only those that the menu leads to.

So a clinic can choose its nine from a large common folder, and the kiosk starts as fast as with nine.
"""
MOST_NAMES = 400
"""Names beside the languages' folders that are looked at."""
IN_ROOT = ("clinic.yaml", "words.yaml", "notice.yaml", "languages.yaml")
"""The files beside the languages' folders that patients notice."""


def content_hash(folder: Path, wanted: Iterable[str] = ()) -> str:
    """A hash of all content files in `folder`; where there are more topics than `ALL_READ`, of those `wanted`.

    It then names them too, see `wanted_of`. By bytes, not by dates: a network share may tell wrong ones. A file that
    cannot be read counts as such, so that the hash changes when it can. Raises nothing, and never waits for a pipe.
    """
    digest = sha256(RULES.encode())
    place = os.fspath(resolved_once(folder))
    chosen: tuple[str, ...] = ()
    for name in IN_ROOT:
        digest.update(_file(f"{place}/{name}", name))
    for language in _names(place):
        if len(language) == 2 and language.isalpha() and language.islower():
            names = topic_files(f"{place}/{language}")
            if names is None:
                chosen = tuple(sorted(wanted))
                names = [f"{name}.yaml" for name in chosen]
            for name in names:
                digest.update(_file(f"{place}/{language}/{name}", f"{language}/{name}"))
    return " ".join((digest.hexdigest(), *chosen))


def wanted_of(made_from: str) -> tuple[str, ...]:
    """The names that were `wanted` for this `content_hash`; none where all topics were looked at."""
    return tuple(made_from.split()[1:])


def resolved_once(folder: Path) -> Path:
    """The folder that a link leads to now, so that all files are of one and the same when the link is changed."""
    return Path(os.path.realpath(folder)) if os.path.islink(folder) else folder


def file_hash(path: Path, name: str = "") -> str:
    """A hash of one file, and of `name`; of `name` and why where it cannot be read."""
    return sha256(RULES.encode() + _file(os.fspath(path), name)).hexdigest()


def _names(folder: str) -> list[str]:
    """The names in `folder`, sorted; none where it cannot be opened."""
    try:
        return sorted(os.listdir(folder))[:MOST_NAMES]
    except (OSError, ValueError):
        return []


def topic_files(folder: str) -> list[str] | None:
    """The names of a language's files, sorted; None where there are more than `ALL_READ`. Raises nothing."""
    try:
        with os.scandir(folder) as entries:
            names = list(islice((entry.name for entry in entries if entry.name.endswith(".yaml")), ALL_READ + 1))
    except (OSError, ValueError):
        return []
    return None if len(names) > ALL_READ else sorted(names)


def _file(path: str, name: str) -> bytes:
    """What stands for the file in the hash: its name and a hash of what is in it."""
    try:
        # A named pipe would keep an ordinary open() waiting for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        return f"\0{name!a}\0{getattr(error, 'errno', 0)}".encode()
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return f"\0{name!a}\0no file".encode()
        inside = sha256()
        left = MOST_BYTES + 1
        while left > 0 and (piece := os.read(handle, left)):
            inside.update(piece)
            left -= len(piece)
    except OSError as error:
        return f"\0{name!a}\0{error.errno}".encode()
    finally:
        os.close(handle)
    return f"\0{name!a}\0".encode() + inside.digest()
