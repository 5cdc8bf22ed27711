"""A topic as a list of blocks, in reading order: the texts that are shown, spoken and approved."""

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a text is on a page, which decides how it is drawn and read."""

    TITLE = "title"
    LABEL = "label"
    """The words in the menu."""
    ABOUT = "about"
    """The sentence below the menu."""
    PICTURE = "picture"
    """The name of a picture."""
    CAPTION = "caption"
    """What a picture shows, in words: spoken, and drawn beside it."""
    PRESS = "press"
    """Which key to press, as a bar at the bottom; only on pages of the kiosk's own."""
    HEADING = "heading"
    TEXT = "text"
    POINT = "point"
    LEVEL = "level"
    """The level of a care card: a word with a symbol beside it."""
    NAME = "name"
    """The words for a care card in the list of all cards."""
    LEAD = "lead"
    """The heading of a care card: what to do, and who it is for; the points continue its sentence."""
    CONTACT = "contact"
    """Whom to contact, or how soon."""
    QUESTION = "question"
    """Something to ask the care team, on a page of its own."""
    ADDRESS = "address"
    """A web page to take along."""
    SOURCE = "source"
    REFERENCE = "reference"
    """For fact checkers; on no page."""
    NOTE = "note"
    """Small print: who reviewed the text, and when."""
    CODE = "code"
    """The text above a QR code for phones; the last part of a sheet that has one."""


class Block(NamedTuple):
    """One text of a topic: a heading, a paragraph, a point, a line of a card.

    A tuple, because there are a thousand of them, and the first page waits until the last good copy is read.
    """

    path: str
    """Names and numbers that lead to it in the file, such as `sections/0/points/2`."""
    role: Role
    text: str
    """As patients get it, with placeholders filled in."""
    written: str = ""
    """As in the file, with placeholders such as `<phone>`; empty if the same as `text`."""
    graded: bool = True
    """True if it counts for the reading grade."""

    @property
    def as_written(self) -> str:
        """The text as in the file, with placeholders."""
        return self.written or self.text

    @property
    def group(self) -> str:
        """The section, card or source it belongs to, such as `cards/0`; its own path if it belongs to none."""
        return "/".join(self.path.split("/")[:2])

    def is_under(self, path: str) -> bool:
        """True for the block at `path`, and for the members of the list or group at `path`."""
        return self.path == path or self.path.startswith(f"{path}/")
