"""What a process holds, as Linux tells it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Resources:
    """At one moment."""

    memory_kb: int
    """Resident set, in kB."""
    descriptors: int
    threads: int


def resources(pid: int | None = None) -> Resources:
    """Of process `pid`, or of this one."""
    process = Path(f"/proc/{pid or os.getpid()}")
    fields = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
    return Resources(
        int(fields["VmRSS"].split()[0]),
        len(list((process / "fd").iterdir())),
        int(fields["Threads"]),
    )
