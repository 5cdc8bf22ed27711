"""A `Cut`: the piece of a sheet that one page shows, before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kiosk.content.model.library import Urgency
from kiosk.visit.layout.choice_list import Arrangement
from kiosk.visit.layout.page import Unit
from kiosk.visit.layout.wrap import Line


class Room(NamedTuple):
    """How generously the rows of the screen are given away."""

    framed: bool = True
    """True for choices in frames below a text."""
    paragraphs: bool = True
    """True for empty rows between paragraphs."""
    headings: bool = True
    """True for empty rows above headings."""


ROOMS = (Room(), Room(framed=False), Room(False, paragraphs=False), Room(False, paragraphs=False, headings=False))
"""From the most generous one to the tightest."""


class BodyLine(NamedTuple):
    """One row of the body: a line of a part, or empty space where `part` is None."""

    part: int | None = None
    line: Line = Line(0, 0)
    prefix: str = ""
    """Bullets and edges: drawn, not spoken."""
    level: Urgency | None = None
    """The level of the care card in which empty space stands."""


@dataclass
class Cut:
    """The piece of a sheet that one page shows."""

    lines: list[BodyLine] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    choices: range = range(0)
    """The choices of a list on this page."""
    room: Room = ROOMS[0]
    laid: Arrangement | None = None
    """How the choices of a list are laid out."""

    @property
    def first_choice(self) -> int:
        """The number (0-based) of the first choice of a list on this page."""
        return self.choices.start
