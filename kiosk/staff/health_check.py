"""The results of `kiosk doctor --json`, for the staff page."""

from __future__ import annotations

import json
from dataclasses import dataclass

OWN_TERMINAL_ONLY = ("Terminal", "Text size")
"""Checks that need their own terminal, so they are left out on the staff page."""


@dataclass(frozen=True)
class HealthCheck:
    """The result of one check."""

    name: str
    state: str
    """`good`, `note` or `bad`."""
    found: str
    to_do: str


DOCTOR_FAILED = HealthCheck(
    "Doctor", "bad", "What works could not be found out.", "Run “kiosk doctor”, and see the log."
)


def health_checks_of(output: bytes) -> tuple[HealthCheck, ...]:
    """Return the checks in the command's output, problems first; `DOCTOR_FAILED` alone if it is unusable."""
    try:
        checks = json.loads(output)["checks"]
        found = [HealthCheck(*(str(each[field]) for field in ("name", "state", "found", "to_do"))) for each in checks]
    except (ValueError, KeyError, TypeError, RecursionError):
        return (DOCTOR_FAILED,)
    order = ("bad", "note", "good")
    known = [each for each in found if each.name not in OWN_TERMINAL_ONLY and each.state in order]
    return tuple(sorted(known, key=lambda each: order.index(each.state))) or (DOCTOR_FAILED,)
