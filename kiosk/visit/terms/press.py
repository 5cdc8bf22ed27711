"""A key as it was pressed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.visit.terms.action import Action


@dataclass(frozen=True)
class Press:
    """One key: what it is, and what it means."""

    key: str
    """The terminal's name of the key."""
    character: str | None
    """What it types, where it types something."""
    action: Action | None
    """What the key map makes of it; None for a key that does nothing by itself, such as Shift."""
