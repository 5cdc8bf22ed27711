"""What `kiosk doctor --json` has found, for the staff's page."""

from __future__ import annotations

import json
from dataclasses import dataclass

OWN_TERMINAL_ONLY = ("Terminal", "Text size")
"""What can only be looked at in a terminal of one's own. The page that tells of the rest is shown in this one."""


@dataclass(frozen=True)
class HealthCheck:
    """One thing that was looked at."""

    name: str
    state: str
    """`good`, `note` or `bad`."""
    found: str
    to_do: str


DOCTOR_FAILED = HealthCheck(
    "Doctor", "bad", "What works could not be found out.", "Run “kiosk doctor”, and see the log."
)


def health_checks_of(output: bytes) -> tuple[HealthCheck, ...]:
    """What the command printed, what is not right first; one finding that tells so where it printed nothing usable."""
    try:
        checks = json.loads(output)["checks"]
        found = [HealthCheck(*(str(each[field]) for field in ("name", "state", "found", "to_do"))) for each in checks]
    except (ValueError, KeyError, TypeError, RecursionError):
        return (DOCTOR_FAILED,)
    order = ("bad", "note", "good")
    known = [each for each in found if each.name not in OWN_TERMINAL_ONLY and each.state in order]
    return tuple(sorted(known, key=lambda each: order.index(each.state))) or (DOCTOR_FAILED,)
