"""Hashes of the content files as they are now, by which a change is noticed."""

from __future__ import annotations

import os
import stat
from hashlib import sha256
from pathlib import Path

FORMAT = "4"
"""Changes whenever the dataclasses of `library` or the rules of the checks do, so that older copies are not used."""
MOST_BYTES = 262_144
"""Content files are no larger; of a larger one the start is enough, since the reader refuses it."""
MOST_NAMES = 400
"""Names of one folder that are looked at; the reader refuses far fewer."""
IN_ROOT = ("clinic.yaml", "words.yaml", "notice.yaml", "languages.yaml")
"""The files beside the languages' folders that patients notice."""


def content_hash(folder: Path) -> str:
    """A hash of all content files in `folder`.

    By bytes, not by dates: a network share may tell wrong ones. A file that cannot be read counts as such, so
    that the hash changes when it can. Raises nothing, and never waits for a pipe.
    """
    digest = sha256(FORMAT.encode())
    place = os.fspath(settled(folder))
    for name in IN_ROOT:
        digest.update(_file(f"{place}/{name}", name))
    for language in _names(place):
        if len(language) == 2 and language.isalpha() and language.islower():
            for name in _names(f"{place}/{language}"):
                if name.endswith(".yaml"):
                    digest.update(_file(f"{place}/{language}/{name}", f"{language}/{name}"))
    return digest.hexdigest()


def settled(folder: Path) -> Path:
    """The folder that a link leads to now, so that all files are of one and the same when the link is changed."""
    return Path(os.path.realpath(folder)) if os.path.islink(folder) else folder


def file_hash(path: Path, name: str = "") -> str:
    """A hash of one file, and of `name`; of `name` and why where it cannot be read."""
    return sha256(FORMAT.encode() + _file(os.fspath(path), name)).hexdigest()


def _names(folder: str) -> list[str]:
    """The names in `folder`, sorted; none where it cannot be opened."""
    try:
        return sorted(os.listdir(folder))[:MOST_NAMES]
    except (OSError, ValueError):
        return []


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
