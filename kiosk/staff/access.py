"""What the staff's door of one kiosk is made of, and what is behind it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.parsing.diagnostic import Diagnostic
from kiosk.staff.finding import NOT_FOUND_OUT, Finding, findings_of
from kiosk.staff.lock_out_file import LockOutFile
from kiosk.staff.pin import PinHash

DOCTOR_S = 60.0
"""Seconds that the doctor may take."""


@dataclass(frozen=True)
class Access:
    """Everything that the app needs for it."""

    pin: PinHash
    chord: str
    """As in `device.yaml`; empty for the usual one."""
    lock_out: LockOutFile
    problems: Callable[[], Sequence[Diagnostic]]
    """Those that keep changed content from being shown, as they are now."""
    doctor: Callable[[], Sequence[Finding]]
    """Finds out what works; takes seconds, and is called in a thread of its own."""


def doctor(content: Path, device_file: Path | None) -> tuple[Finding, ...]:
    """What `kiosk doctor` finds, in a process of its own, for it tries C code and sound devices."""
    import subprocess  # not at the start of the kiosk

    command = [sys.executable, "-P", "-m", "kiosk", "doctor", "--json", "--content", str(content)]
    if device_file:
        command += ["--device", str(device_file)]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=DOCTOR_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return (NOT_FOUND_OUT,)
    return findings_of(done.stdout)
