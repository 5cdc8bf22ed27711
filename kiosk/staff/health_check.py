"""What `kiosk doctor --json` has found, for the staff's page."""

from __future__ import annotations

import json
from dataclasses import dataclass

NOT_HERE = ("Terminal", "Text size")
"""What can only be looked at in a terminal of one's own. The page that tells of the rest is shown in this one."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    name: str
    state: str
    """`good`, `note` or `bad`."""
    found: str
    to_do: str


NOT_FOUND_OUT = Finding("Doctor", "bad", "What works could not be found out.", "Run “kiosk doctor”, and see the log.")


def findings_of(output: bytes) -> tuple[Finding, ...]:
    """What the command printed, what is not right first; one finding that tells so where it printed nothing usable."""
    try:
        checks = json.loads(output)["checks"]
        found = [Finding(*(str(each[field]) for field in ("name", "state", "found", "to_do"))) for each in checks]
    except (ValueError, KeyError, TypeError, RecursionError):
        return (NOT_FOUND_OUT,)
    order = ("bad", "note", "good")
    known = [each for each in found if each.name not in NOT_HERE and each.state in order]
    return tuple(sorted(known, key=lambda each: order.index(each.state))) or (NOT_FOUND_OUT,)
