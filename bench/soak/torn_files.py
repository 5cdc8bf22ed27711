"""A process that keeps files is killed at random moments, and finds its disk full: no file is ever torn."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path

from bench.soak.row import Row
from kiosk.content.live import json_cache
from kiosk.content.model.library import Library

SIZE = 200_000
"""Characters of what is kept."""


def _write_for_ever(path: Path) -> None:
    number = 0
    while True:
        number += 1
        json_cache.save(path, str(number), {"number": number, "text": str(number % 10) * SIZE})


def killed(library: Library, scratch: Path, count: int = 1_000) -> Row:
    """SIGKILL in the middle of a write."""
    path, chance, torn = scratch / "kept.json", random.Random(4), 0
    json_cache.save(path, "0", {"number": 0, "text": "0" * SIZE})
    for _ in range(count):
        writer = os.fork()
        if writer == 0:
            _write_for_ever(path)
        time.sleep(chance.uniform(0.0, 0.02))
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        stored = json.loads(path.read_text())
        value = stored["value"]
        torn += value["text"] != str(value["number"] % 10) * SIZE or stored["made-from"] != str(value["number"])
    return Row(
        "SIGKILL in the middle of a write", f"{count:,} times: {torn} torn files", "1,000 times, none", torn == 0
    )


def full(library: Library, scratch: Path) -> Row:
    """A disk of 1 MB that is full, and one that may only be read."""
    disk = scratch / "disk"
    disk.mkdir(exist_ok=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(disk)], check=False, capture_output=True
    )
    if mounted.returncode:
        return Row("Disk full, disk read-only", "not tried: no right to mount here", "no torn file", reached=False)
    try:
        json_cache.save(disk / "kept.json", "1", "small")
        with (disk / "filler").open("wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(b"x" * 65_536)
            except OSError:
                pass
        refused = not json_cache.save(disk / "kept.json", "2", "x" * SIZE)
        whole = json_cache.load(disk / "kept.json", "1") == "small"
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        refused = refused and not json_cache.save(disk / "kept.json", "3", "small")
        whole = whole and json_cache.load(disk / "kept.json", "1") == "small"
        left = [path.name for path in disk.iterdir() if path.suffix == ".new"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    outcome = f"refused without a fault: {refused}, what was kept is whole: {whole}, remains: {len(left)}"
    return Row("Disk full, disk read-only", outcome, "no torn file", refused and whole and not left)
