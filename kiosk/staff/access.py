"""Everything that the login and the pages of staff need on one kiosk."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.parsing.diagnostic import Diagnostic
from kiosk.staff.health_check import DOCTOR_FAILED, HealthCheck, health_checks_of
from kiosk.staff.lock_out_file import LockOutFile
from kiosk.staff.pin_hash import PinHash

DOCTOR_S = 60.0
"""Seconds until `kiosk doctor` is given up."""


@dataclass(frozen=True)
class Access:
    """What the app hands to `StaffFront`."""

    pin: PinHash
    secret_keys: str
    """As in `device.yaml`; empty for the default."""
    lock_out: LockOutFile
    problems: Callable[[], Sequence[Diagnostic]]
    """The present errors in the content; while there are any, the old content stays."""
    doctor: Callable[[], Sequence[HealthCheck]]
    """Checks the machine. Takes seconds, so it is called in a separate thread."""


def doctor(content: Path, device_file: Path | None) -> tuple[HealthCheck, ...]:
    """Return what `kiosk doctor` finds. It runs in its own process because it tries C code and sound devices."""
    import subprocess  # not at the start of the kiosk

    command = [sys.executable, "-E", "-P", "-m", "kiosk", "doctor", "--json", "--content", str(content)]
    if device_file:
        command += ["--device", str(device_file)]
    try:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError:
        return (DOCTOR_FAILED,)
    try:
        printed, _ = process.communicate(timeout=DOCTOR_S)
    except subprocess.TimeoutExpired as late:
        # Not waited for: it cannot end while the content's disk hangs, though it has printed what it found.
        process.kill()
        printed = late.output or b""
    return health_checks_of(printed)
