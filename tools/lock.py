"""Renews the locks of all parts, with the hashes that pip checks: `make lock`. Needs uv.

What is asked for stands in `pyproject.toml` alone: the kiosk's own parts, its extras, and the groups for working on it.
A version that is locked already stays, unless it is named: `make lock RAISE="textual rich"`.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BESIDE: dict[str, tuple[str, ...]] = {
    "": (),
    "fleet": ("",),
    "piper": ("",),
    "hibari": ("",),
    "test": ("",),
    "mutants": ("", "test"),
    "tools": (),
}
"""Each lock, and those that it is installed beside, whose versions it takes; `""` is `requirements.lock`."""
OPTIONS = (
    *("--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate"),
)


def file_of(lock: str) -> str:
    """The name of a lock's file."""
    return f"requirements-{lock}.lock" if lock else "requirements.lock"


def wanted(project: dict[str, dict[str, object]], lock: str) -> list[str]:
    """What `pyproject.toml` asks for under the name of a lock; the kiosk's own extras are resolved to their parts."""
    about = project["project"]
    extras: dict[str, list[str]] = about["optional-dependencies"]  # type: ignore[assignment]
    groups: dict[str, list[str]] = project["dependency-groups"]  # type: ignore[assignment]
    if not lock:
        return list(about["dependencies"])  # type: ignore[call-overload]
    lines: list[str] = []
    for line in extras.get(lock) or groups[lock]:
        own = re.fullmatch(rf"{about['name']}\[(\w+)\]", line)
        lines += wanted(project, own[1]) if own else [line]
    return lines


def renew(project: dict[str, dict[str, object]], lock: str, raised: list[str]) -> None:
    """Has uv write one lock. Raises CalledProcessError where there is no solution."""
    beside = [f"--constraints={file_of(other)}" for other in BESIDE[lock]]
    upgrade = [f"--upgrade-package={name}" for name in raised]
    command = ["uv", "pip", "compile", *OPTIONS, *beside, *upgrade, f"--output-file={file_of(lock)}", "-"]
    subprocess.run(command, input="\n".join(wanted(project, lock)), text=True, cwd=ROOT, check=True)


def main() -> None:
    """Renews all locks, each after those it is installed beside."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    for lock in BESIDE:
        renew(project, lock, sys.argv[1:])


if __name__ == "__main__":
    main()
