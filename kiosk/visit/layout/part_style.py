"""How each kind of part is laid out and drawn: a row each, with all that the layout knows of it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from kiosk.content.model.block import Role


class Look(Enum):
    """How a piece of a row is drawn."""

    TITLE = "title"
    RULE = "rule"
    HEADING = "heading"
    TEXT = "text"
    LEVEL = "level"
    NOTE = "note"
    SIGN = "sign"
    """Bullets, edges, the focus sign: drawn, never spoken."""
    CHOICE = "choice"
    FOCUS = "focus"
    HINT = "hint"
    STATUS = "status"
    CODE = "code"
    """Cells of a code for phones: dark on light in all colours of the kiosk."""


class PartStyle(NamedTuple):
    """One kind of part."""

    look: Look
    bullet: str = ""
    """What is drawn before its first line, and not spoken."""
    is_head: bool = False
    """Whether it says little without what follows: alone on a page only where no clause of that fits below it."""
    is_label: bool = False
    """Whether it says nothing without what follows: below it a sentence is divided between any two words."""
    gap: bool = True
    """Whether a row stays empty above it on a page with much room."""
    always_gap: bool = False
    """Whether that row stays empty on a page with some room, too."""


STYLES = {
    Role.TITLE: PartStyle(Look.TITLE, is_head=True, is_label=True),
    Role.HEADING: PartStyle(Look.HEADING, is_head=True, always_gap=True),
    Role.TEXT: PartStyle(Look.TEXT),
    Role.POINT: PartStyle(Look.TEXT, bullet="• ", gap=False),
    Role.LEVEL: PartStyle(Look.LEVEL, is_head=True, is_label=True, always_gap=True),
    Role.CONTACT: PartStyle(Look.HEADING, gap=False),
    Role.QUESTION: PartStyle(Look.TEXT, bullet="• ", gap=False),
    Role.ADDRESS: PartStyle(Look.TEXT),
    Role.NOTE: PartStyle(Look.NOTE),
    Role.CODE: PartStyle(Look.TEXT),
}
ON_NO_PAGE = frozenset({Role.LABEL, Role.SOURCE, Role.REFERENCE})
"""What is no part of a sheet: the words in the menu, and what is told of sources in the small print."""
if missing := set(Role) - set(STYLES) - ON_NO_PAGE:
    raise TypeError(f"nobody knows how to draw {missing}")
