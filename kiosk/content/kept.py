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
    try:
        stored = json.loads(path.read_bytes())
        return stored["value"] if stored["made-from"] == made_from else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


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
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        return False
    return True
