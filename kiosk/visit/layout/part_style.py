"""The layout of each kind of part, one row each."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from kiosk.content.model.block import Role


class Look(Enum):
    """The style of a piece of a row."""

    TITLE = "title"
    """The band at the top, from edge to edge."""
    PLACE = "place"
    """The position at its right."""
    PROGRESS = "progress"
    TRACK = "track"
    """What the bar of progress has still before it."""
    HEADING = "heading"
    TEXT = "text"
    LEVEL = "level"
    NOTE = "note"
    SIGN = "sign"
    """Bullets, edges, the focus sign: drawn, never spoken."""
    CHOICE = "choice"
    FOCUS = "focus"
    """The one reversed bar of a page."""
    CAP = "cap"
    """A key as it is printed on the keyboard."""
    FOCUS_CAP = "focus-cap"
    """The same in the bar of the focus."""
    FRAME = "frame"
    EDGE = "edge"
    """The sides of a care card, in the colour of its level."""
    ABOUT = "about"
    """A line that says what the choice in focus is about."""
    KEY = "key"
    """The band of keys at the bottom, from edge to edge."""
    MORE = "more"
    """How many more choices there are."""
    STATUS = "status"
    """A remark."""
    CODE = "code"
    """Cells of a code for phones: dark on light in all colours of the kiosk."""


class PartStyle(NamedTuple):
    """The layout of one kind of part."""

    look: Look
    bullet: str = ""
    """Drawn before its first line, and not spoken."""
    is_head: bool = False
    """True for a heading: alone on a page only if no clause of what follows fits below it."""
    gap: bool = True
    """True for an empty row above it on a spacious page (`Grid.spacious`)."""
    always_gap: bool = False
    """True for that row on a roomy page, too (`Grid.roomy`)."""


STYLES = {
    Role.TITLE: PartStyle(Look.TITLE, is_head=True),
    Role.HEADING: PartStyle(Look.HEADING, is_head=True, always_gap=True),
    Role.TEXT: PartStyle(Look.TEXT),
    Role.POINT: PartStyle(Look.TEXT, bullet="• ", gap=False),
    Role.LEVEL: PartStyle(Look.LEVEL, is_head=True, always_gap=True),
    Role.LEAD: PartStyle(Look.LEVEL, is_head=True, gap=False),
    Role.CONTACT: PartStyle(Look.HEADING, gap=False),
    Role.QUESTION: PartStyle(Look.TEXT, bullet="• ", gap=False),
    Role.ADDRESS: PartStyle(Look.TEXT),
    Role.NOTE: PartStyle(Look.NOTE),
    Role.CODE: PartStyle(Look.TEXT),
    Role.CAPTION: PartStyle(Look.ABOUT),
    Role.PRESS: PartStyle(Look.FOCUS),
}
OUTSIDE = frozenset({Role.CAPTION, Role.PRESS})
"""Parts that stand outside the text: beside a picture, and in place of choices."""
ON_NO_PAGE = frozenset({Role.LABEL, Role.ABOUT, Role.PICTURE, Role.NAME, Role.SOURCE, Role.REFERENCE})
"""Not parts of a sheet: the words in menus, and the sources, which the provenance note names."""
if missing := set(Role) - set(STYLES) - ON_NO_PAGE:
    raise TypeError(f"nobody knows how to draw {missing}")
