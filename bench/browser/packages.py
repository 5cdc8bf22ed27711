"""What has to be trusted and kept up to date: the packages that a program needs, and their size."""

from __future__ import annotations

import re
import subprocess
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LOCKS = ("requirements.lock", "requirements-natural.lock")
_NEEDED = ("--recurse", "--installed", "--important", "--no-recommends", "--no-suggests", "--no-enhances")
_NOT = ("--no-conflicts", "--no-breaks", "--no-replaces")


def of_debian(*names: str) -> tuple[int, float]:
    """Return how many Debian packages these need, themselves included, and their MB installed."""
    command = ("apt-cache", "depends", *_NEEDED, *_NOT, *names)
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = sorted(set(re.findall(r"^(\w\S*)", told, re.MULTILINE)))
    sizes = ("dpkg-query", "-W", "-f", "${Package} ${db:Status-Status} ${Installed-Size}\n", *found)
    told = subprocess.run(sizes, capture_output=True, text=True, check=False).stdout
    kilobytes = {name: int(size) for name, size in re.findall(r"^(\S+) installed (\d+)$", told, re.MULTILINE)}
    return len(kilobytes), sum(kilobytes.values()) / 1000


def of_locks() -> tuple[int, float]:
    """Return how many Python packages the kiosk's locks name, and their MB installed here."""
    names = [name for lock in LOCKS for name in re.findall(r"^([\w.-]+)==", (ROOT / lock).read_text(), re.MULTILINE)]
    size = 0
    for name in names:
        try:
            files = distribution(name).files or []
        except PackageNotFoundError:
            continue
        size += sum(file.size or 0 for file in files)
    return len(set(names)), size / 1_000_000
