"""Which kiosks get new content first: always the same ones, so that the first ring can be watched."""

from __future__ import annotations

from hashlib import sha256

RINGS = (1, 10, 100)
"""Percent of a channel's kiosks, step by step."""
_STEPS = 10_000


def place(kiosk: str) -> float:
    """Return the position of a kiosk among all, from 0 to below 100, by the SHA-256 of its id."""
    digest = sha256(f"ring:{kiosk}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % _STEPS * 100 / _STEPS


def is_in(kiosk: str, percent: float) -> bool:
    """True if a kiosk is among the first `percent`; a kiosk in a ring is in every wider one."""
    return place(kiosk) < percent


def wider(percent: float) -> int:
    """Return the next ring after `percent`."""
    return next((ring for ring in RINGS if ring > percent), RINGS[-1])
