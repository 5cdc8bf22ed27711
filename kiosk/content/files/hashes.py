"""Hashes of the content files, to notice changes."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from hashlib import sha256
from itertools import islice
from pathlib import Path

from kiosk.pictures import OWN_FOLDER

RULES = "8"
"""Increase it when the same bytes give a different library, so that copies of an older version are not used.

Changes to the types of the library need no new number: see `live.last_good`.
"""
MOST_BYTES = 262_144
"""Largest content file; of a larger one only the start is hashed, since the reader refuses it."""
ALL_READ = 100
"""Up to this many topics of a language are all read; of more, only those in the menu.

So a clinic can choose its nine from a large shared folder, and the kiosk starts as fast as with nine.
"""
MOST_NAMES = 400
"""Names examined beside the languages' folders."""
APPROVALS = "approvals.jsonl"
"""The list of approvals."""
IN_ROOT = ("clinic.yaml", "words.yaml", "notice.yaml", "languages.yaml", APPROVALS)
"""The files beside the languages' folders that change what patients get."""
CATALOGUE = "kiosk.po"
"""The file in a language's folder that has the kiosk's own words."""
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""The tag of a language, as `schema.forms` has it, which is not loaded at the start."""


def content_hash(folder: Path, wanted: Iterable[str] = ()) -> str:
    """Return a hash of all content files in `folder`; if there are more topics than `ALL_READ`, of those `wanted`.

    It then names them too, see `wanted_of`. By bytes, since dates can be wrong on a network share. An unreadable file
    is part of the hash, which changes once the file can be read. Raises nothing, and never waits for a pipe.
    """
    digest = sha256(RULES.encode())
    place = os.fspath(resolved_once(folder))
    chosen: tuple[str, ...] = ()
    for name in IN_ROOT:
        digest.update(_file(f"{place}/{name}", name))
    for language in _names(place):
        if _TAG.fullmatch(language):
            names = topic_files(f"{place}/{language}")
            if names is None:
                chosen = tuple(sorted(wanted))
                names = [f"{name}.yaml" for name in chosen]
            for name in names:
                digest.update(_file(f"{place}/{language}/{name}", f"{language}/{name}"))
            digest.update(_file(f"{place}/{language}/{CATALOGUE}", f"{language}/{CATALOGUE}"))
    for name in _names(f"{place}/{OWN_FOLDER}"):
        if name.endswith(".png"):
            digest.update(_file(f"{place}/{OWN_FOLDER}/{name}", f"{OWN_FOLDER}/{name}"))
    return " ".join((digest.hexdigest(), *chosen))


def wanted_of(made_from: str) -> tuple[str, ...]:
    """Return the names that were `wanted` for this `content_hash`; none if all topics were hashed."""
    return tuple(made_from.split()[1:])


def resolved_once(folder: Path) -> Path:
    """Follow a link once, so that all files are read from one folder even if the link changes meanwhile."""
    return Path(os.path.realpath(folder)) if os.path.islink(folder) else folder


def file_hash(path: Path, name: str = "") -> str:
    """Return a hash of `name` and one file, or of `name` and the error if it cannot be read."""
    return sha256(RULES.encode() + _file(os.fspath(path), name)).hexdigest()


def _names(folder: str) -> list[str]:
    """Return the names in `folder`, sorted; none if it cannot be opened."""
    try:
        return sorted(os.listdir(folder))[:MOST_NAMES]
    except (OSError, ValueError):
        return []


def topic_files(folder: str) -> list[str] | None:
    """Return the names of a language's files, sorted; None if there are more than `ALL_READ`. Raises nothing."""
    try:
        with os.scandir(folder) as entries:
            names = list(islice((entry.name for entry in entries if entry.name.endswith(".yaml")), ALL_READ + 1))
    except (OSError, ValueError):
        return []
    return None if len(names) > ALL_READ else sorted(names)


def _file(path: str, name: str) -> bytes:
    """Return the file's part of the hash: its name and the hash of its bytes."""
    try:
        # An ordinary open() of a named pipe would wait for ever.
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
