"""Who may sign what, and for how long a signature holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Role:
    """One sort of key, as people speak of it."""

    name: str
    signs: tuple[str, ...]
    """TUF's names of what it signs."""
    lifetime: timedelta
    """After this a kiosk takes nothing new any more until it is signed again; it keeps what it has."""
    is_for: str


ROLES = (
    Role("root", ("root",), timedelta(days=730), "says who holds the other keys; lies in a safe, on several sticks"),
    Role("content", ("targets",), timedelta(days=365), "says which content goes to which kiosks; the content manager"),
    Role(
        "freshness", ("snapshot", "timestamp"), timedelta(days=14), "says every day that nothing is held back; a timer"
    ),
)
"""The lifetime of freshness bounds for how long somebody on the way can hide a newer publication from a kiosk."""


def role_named(name: str) -> Role:
    """The role called `name`. Raises KeyError."""
    return {role.name: role for role in ROLES}[name]


def role_for(tuf_role: str) -> Role:
    """The role that signs TUF's `tuf_role`."""
    return next(role for role in ROLES if tuf_role in role.signs)
