"""Writes a folder of files completely or not at all, and only in place of one that the kiosk made itself."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from kiosk.machine.files import flush_folder

MARK = "made-by-kiosk.txt"
"""A file that says that the folder is the kiosk's, and is replaced as a whole."""
_WORDS = "“kiosk export web” has made this folder, and replaces all of it when it is called again.\n"


class NotOwnError(Exception):
    """The folder holds something that the kiosk has not made."""


def check_own(folder: Path) -> None:
    """Raise NotOwnError if `folder` holds anything that the kiosk has not made, and OSError if it cannot be read."""
    if folder.is_dir():
        if any(folder.iterdir()) and not (folder / MARK).is_file():
            raise NotOwnError(folder)
    elif folder.exists():
        raise NotOwnError(folder)


def replace_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write `files`, each a path below `folder` and its bytes, in place of all that is in it; return how many.

    The old folder stays until all files are written. Raises NotOwnError, and OSError; then nothing has changed.
    """
    folder = folder.resolve()
    check_own(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    new, old = (folder.with_name(f".{folder.name}.{os.getpid()}.{kind}") for kind in ("new", "old"))
    count = 0
    try:
        new.mkdir()
        (new / MARK).write_text(_WORDS, encoding="utf-8")
        for name, raw in files:
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
            count += 1
        _exchange(folder, new, old)
    except BaseException:  # Ctrl+C leaves nothing behind either
        shutil.rmtree(new, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)
    flush_folder(folder.parent)
    return count


def _exchange(folder: Path, new: Path, old: Path) -> None:
    """Put `new` where `folder` is, and what was there at `old`."""
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except BaseException:
        if old.exists():
            old.rename(folder)
        raise
