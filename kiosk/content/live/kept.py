"""JSON files that are written whole or not at all, each with a mark of what it was made from."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any


def load(path: Path, made_from: str) -> Any:
    """What was kept in `path`, if it was made from `made_from`; else None, as for any file that cannot be used."""
    stored = read(path)
    return stored[1] if stored and stored[0] == made_from else None


def read(path: Path) -> tuple[str, Any] | None:
    """The mark and the value in `path`; None for a file that cannot be used."""
    try:
        stored = json.loads(path.read_bytes())
        mark, value = stored["made-from"], stored["value"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return (mark, value) if isinstance(mark, str) else None


def save(path: Path, made_from: str, value: object, default: Callable[[Any], object] | None = None) -> bool:
    """Keeps `value` in `path`: written beside it, flushed to the disk, then renamed. False where that cannot be.

    `default` turns what JSON does not know into what it does.
    """
    beside = path.with_suffix(f".{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8") as file:
            json.dump({"made-from": made_from, "value": value}, file, default=default)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        _flush_folder(path.parent)
        _clear_remains(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        return False
    return True


def _clear_remains(path: Path) -> None:
    """Removes what a process left beside `path` that was killed while it wrote."""
    for remains in path.parent.glob(f"{path.stem}.*.new"):
        process = remains.name.split(".")[-2]
        if process.isdecimal() and not Path(f"/proc/{process}").exists() and Path("/proc/self").exists():
            with suppress(OSError):
                remains.unlink()


def _flush_folder(folder: Path) -> None:
    """After this the new name of the file outlives a power loss too; not every system lets a folder be flushed."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
