"""Who may sign what, and how long a signature is valid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Role:
    """One kind of key, by the name that people use."""

    name: str
    signs: tuple[str, ...]
    """TUF's names for what it signs."""
    lifetime: timedelta
    """After this a kiosk keeps what it has, and takes nothing new until it is signed again."""
    is_for: str


ROLES = (
    Role("root", ("root",), timedelta(days=730), "says who holds the other keys; lies in a safe, on several sticks"),
    Role("content", ("targets",), timedelta(days=365), "says which content goes to which kiosks; the content manager"),
    Role(
        "freshness", ("snapshot", "timestamp"), timedelta(days=14), "says every day that nothing is held back; a timer"
    ),
)
"""The lifetime of freshness limits how long an attacker in between can hide a newer publication from a kiosk."""


def role_named(name: str) -> Role:
    """Return the role called `name`. Raises KeyError."""
    return {role.name: role for role in ROLES}[name]


def role_for(tuf_role: str) -> Role:
    """Return the role that signs TUF's `tuf_role`."""
    return next(role for role in ROLES if tuf_role in role.signs)
