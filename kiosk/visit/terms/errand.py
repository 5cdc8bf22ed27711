"""What pages ask for and only the app can do."""

from __future__ import annotations

from enum import Enum


class Errand(Enum):
    """One thing that leads out of pages. `Reply.errand` hands it to whoever called."""

    SIZE = "size"
    SIZE_BACK = "size-back"
    CONTRAST = "contrast"
    FINISH = "finish"
    """The visitor is done."""
    LEAVE = "leave"
    """Staff leave their pages."""
    RESTART = "restart"
    END = "end"
    """The kiosk ends, and stays so."""
