"""A file as texts, lists and entries, each with its place, before any meaning is given to them.

Every text stays text as written, `no`, `12:30` and `4.10` included.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise


@dataclass(frozen=True)
class Text:
    """Words."""

    written: str
    line: int
    """1-based."""
    column: int
    """1-based."""
    last_line: int
    literal: bool = False
    """True after `|`, which keeps line ends."""
    bare: bool = False
    """True without quotes, `|` or `>`."""

    @cached_property
    def clean(self) -> str:
        """The words as patients get them: one form for each letter (NFC), single spaces."""
        return tidy(self.written)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs; none is empty."""
        pieces: list[str] = []
        if self.literal:
            pieces = re.split(r"\n[ \t]*\n", self.written)
        else:
            for before, line in pairwise(["", *self.written.split("\n")]):
                # After `>` a line that is indented more keeps its line end; its author sees no paragraph there.
                if before.strip() and line.strip() and (before[0].isspace() or line[0].isspace()):
                    pieces[-1] += f" {line}"
                else:
                    pieces.append(line)
        return tuple(words for words in map(tidy, pieces) if words)


@dataclass
class Items:
    """A list: lines that start with `- `, or `[one, two]`."""

    line: int
    column: int
    items: list[Value] = field(default_factory=list)
    in_brackets: bool = False
    last_line: int = 0


@dataclass
class Entries:
    """Lines such as `name: value`, in the order of the file."""

    line: int
    column: int
    entries: list[tuple[Text, Value]] = field(default_factory=list)
    in_brackets: bool = False
    last_line: int = 0

    def get(self, name: str) -> Value | None:
        """Return the value under `name`, or None."""
        return next((value for key, value in self.entries if key.clean == name), None)


Value = Text | Items | Entries


def tidy(text: str) -> str:
    """Return `text` in NFC with single spaces and none around it."""
    return " ".join(unicodedata.normalize("NFC", text).split())
