"""Optional short sounds. Each accompanies something that the screen also shows."""

from __future__ import annotations

from enum import StrEnum


class Cue(StrEnum):
    """What happened; each docstring names what shows it on the screen."""

    MOVE = "move"
    """The moved focus."""
    CHOOSE = "choose"
    """The new page."""
    END = "end"
    """The remark at the bottom: “End of list”, “Last page”."""
    PAGE = "page"
    """The page number at the bottom."""
    WARNING = "warning"
    """The question “Are you still there?”."""
