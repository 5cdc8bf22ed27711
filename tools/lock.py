"""Updates all locks, with the hashes that pip checks: `make lock`. Needs uv.

All requirements are in `pyproject.toml`: dependencies, extras and dependency groups.
A locked version stays unless it is named: `make lock RAISE="textual rich"`.
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
    "natural": ("",),
    "piper": ("",),
    "hibari": ("", "natural"),
    "leaflet": ("",),
    "edit": ("",),
    "test": ("",),
    "mutants": ("", "test"),
    "voices": ("", "hibari"),
    "tools": (),
}
"""Each lock, and the locks that it is installed with, whose versions it uses; `""` is `requirements.lock`."""
OPTIONS = (
    *("--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate"),
)


def file_of(lock: str) -> str:
    """Return the file name of a lock."""
    return f"requirements-{lock}.lock" if lock else "requirements.lock"


def wanted(project: dict[str, dict[str, object]], lock: str) -> list[str]:
    """Return the requirements of a lock from `pyproject.toml`; the kiosk's own extras are resolved."""
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
    """Write one lock with uv. Raises CalledProcessError if there is no solution."""
    beside = [f"--constraints={file_of(other)}" for other in BESIDE[lock]]
    upgrade = [f"--upgrade-package={name}" for name in raised]
    command = ["uv", "pip", "compile", *OPTIONS, *beside, *upgrade, f"--output-file={file_of(lock)}", "-"]
    subprocess.run(command, input="\n".join(wanted(project, lock)), text=True, cwd=ROOT, check=True)


def main() -> None:
    """Update all locks, each after those that it is installed with."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    for lock in BESIDE:
        renew(project, lock, sys.argv[1:])


if __name__ == "__main__":
    main()
