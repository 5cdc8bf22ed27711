"""A field of a file: the row of the table that checks, editor help and documentation are made from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kiosk.content.model.block import Role


class Kind(StrEnum):
    """The kind of value that a field has."""

    TEXT = "one line of text"
    PARAGRAPHS = "text, with an empty line between two paragraphs"
    DATE = "date"
    MOMENT = "date, with a time after it if you like"
    NUMBER = "whole number"
    LIST = "list"
    GROUP = "named lines"
    BY_LANGUAGE = "a line for each language, such as en: and es:"


@dataclass(frozen=True)
class Form:
    """The form of a text, beyond its length."""

    pattern: str
    """A regular expression for the whole text; it means the same to Python and in a JSON Schema."""
    words: str
    """The same, to follow "must be"."""

    def fits(self, text: str) -> bool:
        """True if `text` has this form."""
        return re.fullmatch(self.pattern, text) is not None


@dataclass(frozen=True)
class Field:
    """One field."""

    name: str
    """As typed; for the members of a list, what one of them is called."""
    kind: Kind
    help: str
    """What it is for, in one sentence for staff."""
    example: str = ""
    """A valid value."""
    in_a_form: str = ""
    """The same where nobody sees the file; the help by default."""
    in_words: str = ""
    """What to type, in words, where staff could take the example for their own and leave it."""
    days_ahead: int = 0
    """Of a date: how many days from today the one that is suggested is."""
    required: bool = False
    required_when: tuple[str, str] | None = None
    """Name and value of a field beside this one that makes it required; an empty value stands for any."""
    least: int = 1
    """Characters of a text, members of a list, or the lowest number."""
    most: int = 0
    """The same as a maximum; 0 for no limit."""
    recommended: tuple[int, int] | None = None
    """Lowest and highest number without a warning."""
    allowed: tuple[str, ...] = ()
    """The only possible values, if there are few."""
    form: Form | None = None
    default: str = ""
    """The value when the field is missing, in words or as it would be typed."""
    member: Field | None = None
    """The members of a list, or the words in one language."""
    fields: tuple[Field, ...] = ()
    """The fields of a group."""
    alone: str = ""
    """In a group: the field that a bare text in place of the group stands for; its path is that of the group."""
    one_of: tuple[str, ...] = ()
    """In a group: names of which at least one is required."""
    may_be_empty: bool = False
    """True if a file of this group may be empty."""
    unique: bool = False
    """True if a list must not contain anything twice."""
    role: Role | None = None
    """What the text is on the page; None for staff only. Fields with a role are in the `walk`: shown, spoken, approved
    and compared."""
    graded: bool = True
    """With a role: True if it counts for the reading grade."""
    translated: bool = True
    """With a role: True if it is translated, and its wording is checked."""
    called: str = ""
    """What staff call it; the name by default."""

    @property
    def sample(self) -> str:
        """The example; of a date today's or a later one, since a past one does harm if it is typed as it is."""
        if self.kind not in (Kind.DATE, Kind.MOMENT):
            return self.example
        return (date.today() + timedelta(days=self.days_ahead)).isoformat()

    @property
    def if_missing(self) -> str:
        """Which line to add where the field is missing."""
        if self.in_words:
            return f"Add a line “{self.name}:” with {self.in_words}."
        if self.example:
            return f"Add a line “{self.name}: {self.sample}”."
        return f"Add a line “{self.name}:” and what belongs under it."

    @property
    def if_empty(self) -> str:
        """What to type where the field is empty, without a full stop."""
        if self.in_words:
            return f"Type {self.in_words}"
        return f"Type for example “{self.sample}”" if self.example else "Type what belongs here"

    def field(self, name: str) -> Field | None:
        """Return the field of this group with that name, or None."""
        return next((each for each in self.fields if each.name == name), None)

    def named(self, name: str) -> Field:
        """Return the field of this group with that name. Raises KeyError if there is none."""
        found = self.field(name)
        if found is None:
            raise KeyError(name)
        return found

    def at(self, path: str) -> Field | None:
        """Return the field at the `path` of a block, such as `sections/0/points/2`, or None."""
        found: Field | None = self
        for name in path.split("/"):
            if found is None or (name.isdecimal() and found.kind is Kind.PARAGRAPHS):
                continue
            found = found.member if name.isdecimal() else found.field(name)
        return found.field(found.alone) if found and found.alone else found

    def names(self) -> frozenset[str]:
        """Return all names allowed before a colon in here, at any depth."""
        found = {each.name for each in self.fields}
        for each in (*self.fields, *((self.member,) if self.member else ())):
            found |= each.names()
        return frozenset(found)
