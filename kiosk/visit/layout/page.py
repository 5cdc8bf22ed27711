"""A `Page`: what is on the screen at one time, row by row, and what it says.

The screen draws `rows` as they are, the voice reads `units` and `choices`, the transcript prints both: one
description, so nothing can be shown that is not spoken.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from rich.cells import cell_len

from kiosk.content.model.library import Urgency
from kiosk.visit.layout.part_style import Look
from kiosk.visit.terms.keys import Key
from kiosk.visit.terms.sheet import Choice, Part
from kiosk.visit.terms.target import Spot, Target
from kiosk.visit.terms.told import Numbers, Told


class Unit(NamedTuple):
    """A sentence, or the piece of one that a page holds: what is spoken in one breath and lit as one."""

    part: int
    start: int
    end: int


class Segment(NamedTuple):
    """Text drawn in one way. Where `part` is given, it holds the characters `start` to `end` of that part."""

    text: str
    look: Look
    part: int | None = None
    start: int = 0
    end: int = 0
    level: Urgency | None = None
    target: Target | None = None
    """What a tap on it is for."""


Row = tuple[Segment, ...]
"""One row of the screen with its left margin; never wider than the grid."""


class Position(NamedTuple):
    """The place of a page among its like, such as page 2 of 5."""

    number: int
    """1-based."""
    total: int
    words: str
    """In full: "Page 2 of 5", "Choice 2 of 8"."""
    short: str
    """For a small screen: "2 of 5"."""

    @property
    def signs(self) -> str:
        """Without words, where nothing else fits: "2/5"."""
        return f"{self.number}/{self.total}"


class More(NamedTuple):
    """Choices that are not on the screen now."""

    before: int = 0
    after: int = 0
    words: str = ""
    """How many there are and where, as shown."""
    short: str = ""
    """The same in signs, for a small screen: "▼4"."""


NO_MORE = More()


class Drawing(NamedTuple):
    """A picture on the page, and the cells that it may fill."""

    name: str
    column: int
    row: int
    columns: int
    rows: int
    share: float = 1.0
    """Of a picture that empties, what is left: 0 to 1."""


class Large(NamedTuple):
    """Words on the page, drawn in the largest letters that fit these cells of the terminal."""

    text: str
    look: Look
    column: int
    row: int
    columns: int
    rows: int


@dataclass(frozen=True)
class Page:
    """One screenful."""

    sheet: str
    """The name of the place: `menu`, `signs`, …"""
    title: str
    number: int
    """1-based."""
    count: int
    parts: tuple[Part, ...]
    """Those of the sheet."""
    heads: tuple[Part, ...]
    """The heads of its further pages; `Unit.part` counts on to them."""
    units: tuple[Unit, ...]
    """The sentences of this page, in reading order."""
    choices: tuple[Choice, ...]
    """All choices of this place; those of a menu may go over several pages."""
    on_page: range
    """Which of `choices` stand on this page."""
    focus: int
    """Index into `choices`; -1 where there are none."""
    hints: tuple[str, ...]
    keys: tuple[Key, ...]
    """The keys in the last row, the most needed first."""
    position: Position | None
    remarks: tuple[str, ...]
    """Short remarks in a row of their own, such as "Agreed" and "Sound is off"."""
    more: More = NO_MORE
    rows: tuple[Row, ...] = ()
    """From top to bottom, exactly as many as the grid is high."""
    drawing: Drawing | None = None
    large: tuple[Large, ...] = ()
    """What is drawn large over its rows; it holds no words that the rows do not hold."""
    lens: range = range(0)
    """The rows in which what sounds, or is chosen, is drawn in large letters."""
    level: Urgency | None = None
    """The level of the care card that the title names."""
    language: str = "en"
    """Two-letter code of the language of the title."""
    numbers: Numbers = ()
    """The telephone numbers in the title."""
    is_list: bool = False
    """True if the choices are the content."""
    reads_choices: bool = False
    """True if all choices are read out on arrival."""
    own_letters: bool = False
    """True if drawn in the terminal's own letters: `rows` are then rows of the terminal (`Grid.own`)."""

    @property
    def dark(self) -> Page:
        """The page with nothing on the screen."""
        return replace(self, rows=((),) * len(self.rows), lens=range(0), drawing=None, large=())

    @property
    def told(self) -> Told:
        """The title with its numbers."""
        return Told(self.title, self.numbers)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where everything stands that can be tapped: the choices, the keys, and what tells of more choices."""
        found: list[Spot] = []
        for spot in (spot for number, row in enumerate(self.rows) for spot in _spots_in(row, number)):
            above = (at for at, each in enumerate(found) if each.goes_on_in(spot))
            if (at := next(above, None)) is None:
                found.append(spot)
            else:
                found[at] = found[at]._replace(rows=found[at].rows + 1)
        if self.is_list and self.lens and found:  # the lens of a list shows the choice in focus
            width = max(spot.column + spot.columns for spot in found)
            found.append(Spot(Target(self.focus), 0, self.lens.start, width, len(self.lens)))
        return tuple(found)

    def sentence(self, unit: Unit) -> str:
        """The text of a unit."""
        return self.part(unit).text[unit.start : unit.end]

    def part(self, unit: Unit) -> Part:
        """The part of a unit, which may be the head of the page."""
        return (*self.parts, *self.heads)[unit.part]

    @property
    def reads_on(self) -> bool:
        """True if another page of the same text follows."""
        return self.number < self.count and bool(self.units) and not self.is_list

    @property
    def status(self) -> tuple[str, ...]:
        """The position and the remarks, as words."""
        return (*((self.position.words,) if self.position else ()), *self.remarks)


def _spots_in(row: Row, number: int) -> list[Spot]:
    """Return the spots in row `number`; neighbouring segments with the same target are one."""
    found: list[Spot] = []
    column = 0
    for segment in row:
        wide = cell_len(segment.text)
        last = found[-1] if found else None
        if last and last.target == segment.target and last.column + last.columns == column:
            found[-1] = last._replace(columns=last.columns + wide)
        elif segment.target is not None:
            found.append(Spot(segment.target, column, number, wide, 1))
        column += wide
    return found
