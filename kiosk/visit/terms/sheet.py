"""A `Sheet`: all that one place of the visit holds, seen and heard, before it is cut into pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from kiosk.content.model.block import Role
from kiosk.content.model.library import Urgency
from kiosk.visit.terms.keys import Key
from kiosk.visit.terms.told import Numbers, Told

__all__ = ["Choice", "Part", "Role", "Sheet", "Verb"]


CLOCK = "clock"
"""The picture of a clock that empties."""


class Verb(Enum):
    """The effect of a choice."""

    OPEN = "open"
    NEXT_PAGE = "next-page"
    BACK = "back"
    MENU = "menu"
    AGREE = "agree"
    AGREE_SILENT = "agree-silent"
    LANGUAGE = "language"
    """Goes on in the language that the choice names in `opens`."""
    ACT = "act"
    """Does what a key would do; `opens` names the action."""
    ASK = "ask"
    """Asks for the `Errand` that `opens` names."""


class Choice(NamedTuple):
    """Something the visitor can choose."""

    label: str
    verb: Verb
    opens: str = ""
    """Name of the sheet that OPEN opens."""
    language: str = ""
    """Two-letter code of the language of the label; empty for the visitor's."""
    numbers: Numbers = ()
    """The telephone numbers in the label."""
    level: Urgency | None = None
    """The level of the care card that it opens."""
    about: str = ""
    """What it is about, in one line."""
    picture: str = ""
    """Its picture; see `pictures.master.masters`."""

    @property
    def does(self) -> tuple[Verb, str]:
        """What it does, which is the same in every language and under any number."""
        return self.verb, self.opens


class Part(NamedTuple):
    """A piece of text that is shown and spoken alike."""

    role: Role
    text: str
    level: Urgency | None = None
    """The care card that the part belongs to."""
    with_next: bool = False
    """True if the part, such as a heading, must not be the last on a page."""
    language: str = ""
    """Two-letter code of the language of the text; empty for the visitor's."""
    say: str = ""
    """Spoken instead of the text, if the voice can't read its script; else empty."""
    numbers: Numbers = ()
    """The telephone numbers in the text."""
    head: Told = Told("")
    """Shown and spoken first on a page that begins with this part or inside it; empty for nothing."""
    picture: str = ""
    """The picture that it puts into words; see `pictures.master.masters`."""


@dataclass(frozen=True)
class Sheet:
    """One place of the visit, in reading order: title, parts, choices, and what the keys do here."""

    name: str
    title: str
    parts: tuple[Part, ...]
    choices: tuple[Choice, ...]
    """At most nine, so that each has a number key."""
    hints: tuple[str, ...]
    """Key hints, most needed first; as many are shown as fit, and all are spoken."""
    is_list: bool = False
    """True if the choices are the content (a menu), not ways on from a text."""
    level: Urgency | None = None
    """The level of the care card that the title names."""
    picture: str = ""
    """The picture beside the text of the only page, such as the clock; empty for none."""
    share: float = 1.0
    """Of a picture that empties, such as the clock, what is left: 0 to 1."""
    count: str = ""
    """A number of its text that is drawn large beside the clock."""
    keys: tuple[Key, ...] | None = None
    """The keys in the last row; None for those of every page."""
    reads_choices: bool = False
    """True if all choices are read out on arrival, each with its number."""
    choices_first: bool = False
    """True if the choices come before "Next page" on every page, so that the disclaimer can be agreed to at once."""
    language: str = "en"
    """Two-letter code of the language in which long words are divided."""
    about: str = ""
    """The first sentence of help on this sheet; empty for one that counts the pages."""
    codes: tuple[str, ...] = ()
    """The contents of codes for phones, each shown on a page of its own; its caption is one of the last parts."""
    numbers: Numbers = ()
    """The telephone numbers in the title."""

    @property
    def told(self) -> Told:
        """The title with its numbers."""
        return Told(self.title, self.numbers)

    @property
    def heads(self) -> tuple[Part, ...]:
        """The heads of further pages, each once."""
        role = Role.LEAD if self.level else Role.LEVEL  # where the title names the level, its sign is there too
        found = {
            part.head: Part(role, part.head.text, part.level, True, part.language, numbers=part.head.numbers)
            for part in self.parts
        }
        return tuple(part for head, part in found.items() if head.text)
