"""One change to the lines of a file."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Slip(Enum):
    """What staff did, in one sentence."""

    LINE = "This line cannot be read as it is typed."
    NAME = "This name is not spelled as the kiosk knows it."
    SIGN = "The sign at the start of this text does not belong there."
    DASH = "A dash and a space are missing at the start of this line."
    BULLET = "A line of a list starts with a dash and a space here, not with another sign."
    INDENT = "This line does not start below the lines that it belongs to."
    JOIN = "This line is the end of the text above it."
    QUOTES = "The kiosk takes a sign in this text for its own."
    BLOCK = "A text of several lines needs the sign > after its name."
    COMMENT = "The # is still in front of lines that belong to this one."
    GARBLED = "Another program has garbled letters on this line."
    PAIR = "A word and how it is said need a line each."

    @property
    def code(self) -> str:
        """A short stable name."""
        return f"slip-{self.name.lower()}"


class Edit(NamedTuple):
    """Replaces lines of a file."""

    first: int
    """The first line that is replaced, 1-based."""
    before: tuple[str, ...]
    after: tuple[str, ...]
    slip: Slip

    def applied(self, lines: list[str]) -> list[str]:
        """Return `lines` with this change."""
        at = self.first - 1
        return [*lines[:at], *self.after, *lines[at + len(self.before) :]]

    @property
    def fix(self) -> str:
        """What to type, exactly."""
        last = self.first + len(self.before) - 1
        where = f"line {self.first}" if last == self.first else f"lines {self.first} to {last}"
        if len(self.after) > 1:
            return f"Type {where} like this:\n" + "\n".join(self.after)
        (line,) = self.after
        spaces = len(line) - len(line.lstrip(" "))
        start = (
            f", with {spaces} space{'s' * (spaces > 1)} at the start" if spaces else ", without a space at the start"
        )
        return f"Type {where} like this{start}: “{line}”"
