"""Short sounds that go with what the screen shows anyway, for whoever wants them."""

from __future__ import annotations

from enum import StrEnum


class Cue(StrEnum):
    """What has happened; beside it stands what shows it."""

    MOVE = "move"
    """The focus, which moves."""
    CHOOSE = "choose"
    """The page that comes."""
    END = "end"
    """The words at the bottom, such as “End of list” or “Last page”."""
    PAGE = "page"
    """The number of the page at the bottom."""
    WARNING = "warning"
    """The page that asks whether somebody is still there."""
