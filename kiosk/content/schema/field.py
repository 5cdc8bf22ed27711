"""What a field of a file is: the row of the table from which checks, editor help and documentation come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kiosk.content.model.block import Role


class Kind(StrEnum):
    """What may stand under a field's name."""

    TEXT = "one line of text"
    PARAGRAPHS = "text, with an empty line between two paragraphs"
    DATE = "date"
    MOMENT = "date, with a time after it if you like"
    NUMBER = "whole number"
    LIST = "list"
    GROUP = "named lines"


@dataclass(frozen=True)
class Form:
    """How a text must look, beyond its length."""

    pattern: str
    """A regular expression for the whole text; it means the same to Python and in a JSON Schema."""
    words: str
    """The same, to follow "must be"."""

    def fits(self, text: str) -> bool:
        """Whether `text` looks as it must."""
        return re.fullmatch(self.pattern, text) is not None


@dataclass(frozen=True)
class Field:
    """One field."""

    name: str
    """As it is typed; for the members of a list what one of them is called."""
    kind: Kind
    help: str
    """What it is for, as one sentence for staff."""
    example: str = ""
    """A value that is right."""
    required: bool = False
    required_when: tuple[str, str] | None = None
    """Name and value of a field beside this one that makes it required."""
    least: int = 1
    """Characters of a text, members of a list, or the lowest number."""
    most: int = 0
    """Likewise at most; 0 where nothing limits it."""
    recommended: tuple[int, int] | None = None
    """Lowest and highest number that is not warned about."""
    allowed: tuple[str, ...] = ()
    """The only values, where they are few."""
    form: Form | None = None
    default: str = ""
    """What holds when the field is missing, in words or as it would be typed."""
    member: Field | None = None
    """What a list is made of."""
    fields: tuple[Field, ...] = ()
    """What a group is made of."""
    one_of: tuple[str, ...] = ()
    """In a group: names of which at least one must be there."""
    may_be_empty: bool = False
    """Whether a file of this group may say nothing at all."""
    unique: bool = False
    """Whether a list may hold nothing twice."""
    role: Role | None = None
    """What the text is on the page; None for what is for staff only. What has a role is in the `walk`: shown, spoken,
    approved and compared."""
    graded: bool = True
    """Of what has a role: whether it counts for the reading grade."""
    translated: bool = True
    """Of what has a role: whether a translation says it too, and remarks on wording are made of it."""
    called: str = ""
    """What staff call a text of it; the name unless given."""

    def field(self, name: str) -> Field | None:
        """The field of this group with that name, or None."""
        return next((each for each in self.fields if each.name == name), None)

    def at(self, path: str) -> Field | None:
        """The field at the `path` of a block, such as `sections/0/points/2`; None where the table has none."""
        found: Field | None = self
        for name in path.split("/"):
            if found is None or (name.isdecimal() and found.kind is Kind.PARAGRAPHS):
                continue
            found = found.member if name.isdecimal() else found.field(name)
        return found

    def names(self) -> frozenset[str]:
        """All names that may be typed before a colon in here, at any depth."""
        found = {each.name for each in self.fields}
        for each in (*self.fields, *((self.member,) if self.member else ())):
            found |= each.names()
        return frozenset(found)
