"""What is in a folder, to be compared."""

from __future__ import annotations

from pathlib import Path

MADE = "__pycache__"
"""What Python writes by itself."""


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file in `folder`, by its path from there."""
    paths = [path for path in folder.rglob("*") if path.is_file() and MADE not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
