"""Which kiosks get new content first: the same ones each time, so that the first ring can be chosen and watched."""

from __future__ import annotations

from hashlib import sha256

RINGS = (1, 10, 100)
"""Percent of a channel's kiosks, one step after the other."""
_STEPS = 10_000


def place(kiosk: str) -> float:
    """Where a kiosk stands among all, from 0 up to but not including 100, by the SHA-256 of its id."""
    digest = sha256(f"ring:{kiosk}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % _STEPS * 100 / _STEPS


def is_in(kiosk: str, percent: float) -> bool:
    """Whether a kiosk is among the first `percent` of all; who is in a ring is in every wider one."""
    return place(kiosk) < percent


def wider(percent: float) -> int:
    """The next ring after `percent`."""
    return next((ring for ring in RINGS if ring > percent), RINGS[-1])
