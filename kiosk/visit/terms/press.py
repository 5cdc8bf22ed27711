"""A key press."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiosk.visit.terms.action import Action


class Press(NamedTuple):
    """One key press: the key and its action."""

    key: str
    """Textual's name of the key."""
    character: str | None
    """The character that it types, if any."""
    action: Action | None
    """Its action by the key map; None for a key that does nothing alone, such as Shift."""
