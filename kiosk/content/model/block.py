"""A topic as one list of blocks: what its page shows, says and is approved for, in the order in which it is read."""

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a text is on a page, so that it can be drawn and read as such."""

    TITLE = "title"
    LABEL = "label"
    """The words in the menu."""
    HEADING = "heading"
    TEXT = "text"
    POINT = "point"
    LEVEL = "level"
    """The level of a care card: a word, with a sign beside it."""
    CONTACT = "contact"
    """Whom to contact, or how soon."""
    QUESTION = "question"
    """Something to ask the care team, on a page of its own."""
    ADDRESS = "address"
    """A web page to take along."""
    SOURCE = "source"
    REFERENCE = "reference"
    """For whoever checks the facts: on no page."""
    NOTE = "note"
    """Small print: who reviewed the text, and when."""
    CODE = "code"
    """What stands above a code for phones; the last part of a sheet that has one."""


class Block(NamedTuple):
    """One text of a topic: a heading, a paragraph, a point, a line of a card.

    A tuple, because there are a thousand of them, and the first page waits until the last good copy is read.
    """

    path: str
    """The way to it through the names and the numbers of the file, such as `sections/0/points/2`."""
    role: Role
    text: str
    """As patients get it: in the clinic's words."""
    written: str = ""
    """As the file has it, with `<phone>` and its like; empty where that is `text`."""
    graded: bool = True
    """Whether it counts for the reading grade."""

    @property
    def as_written(self) -> str:
        """The text with `<phone>` where the clinic's number will be."""
        return self.written or self.text

    @property
    def group(self) -> str:
        """The section, card or source that it belongs to, such as `cards/0`; its own path where it stands alone."""
        return "/".join(self.path.split("/")[:2])

    def is_under(self, path: str) -> bool:
        """Whether it is the block `path`, or one of a list or a group of that path."""
        return self.path == path or self.path.startswith(f"{path}/")
