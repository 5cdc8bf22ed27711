"""A cache of JSON files: each value is stored with a mark of what it was made from."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from kiosk.machine.files import clear_remains, flush_folder, write_whole


def load(path: Path, made_from: str) -> Any:
    """Return the value in `path` if it was made from `made_from`, else None; also None if it cannot be read."""
    stored = read(path)
    return stored[1] if stored and stored[0] == made_from else None


def read(path: Path) -> tuple[str, Any] | None:
    """Return the mark and the value in `path`; None if it cannot be read."""
    try:
        stored = json.loads(path.read_bytes())
        mark, value = stored["made-from"], stored["value"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return (mark, value) if isinstance(mark, str) else None


def save(path: Path, made_from: str, value: object, default: Callable[[Any], object] | None = None) -> bool:
    """Store `value` in `path`; return False if it cannot be written.

    `default` converts what JSON does not know, as for `json.dumps`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stored = {"made-from": made_from, "value": value}
        # Compact, since the first page waits until it is read.
        text = json.dumps(stored, default=default, ensure_ascii=False, separators=(",", ":"))
        write_whole(path, text.encode("utf-8", "surrogatepass"))
        clear_remains(path)
    except OSError:
        return False
    with suppress(OSError):
        flush_folder(path.parent)
    return True
