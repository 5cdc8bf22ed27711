"""What a page can ask of the app, because only the app can do it."""

from __future__ import annotations

from enum import Enum


class Errand(Enum):
    """One request to the app, in `Reply.errand`."""

    SIZE = "size"
    SIZE_BACK = "size-back"
    CONTRAST = "contrast"
    FINISH = "finish"
    """The visitor has finished."""
    LEAVE = "leave"
    """Staff leave the staff pages."""
    RESTART = "restart"
    END = "end"
    """The kiosk ends and does not start again."""
