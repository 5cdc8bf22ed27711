"""The walk over a topic: every text that patients get from a file, in the order of the table of fields.

The page, the voice, approvals, comparisons, grades and warnings about wording all use this walk, so a new field with a
role is in all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.content.model.block import Block, Role
from kiosk.content.parsing.nodes import Entries, Items, Text, Value
from kiosk.content.schema.field import Field, Kind


@dataclass(frozen=True)
class Found:
    """One text, with its row of the table and its place in the file."""

    path: str
    words: str
    role: Role
    field: Field
    node: Text

    def block(self, fill: Callable[[str], str]) -> Block:
        """Return the text as a block of the library; `fill` replaces the placeholders."""
        text = fill(self.words)
        return Block(self.path, self.role, text, "" if text == self.words else self.words, self.field.graded)

    def line(self, words: str, lines: list[str]) -> int:
        """Return the line of the file on which `words`, a part of this text, begin."""
        wanted = words.split()[:5]
        found: list[tuple[str, int]] = []
        for number in range(self.node.line, min(self.node.last_line, len(lines)) + 1):
            start = self.node.column - 1 if number == self.node.line else 0
            found += [(word.strip("\"'"), number) for word in lines[number - 1][start:].split()]
        for at in range(len(found)):
            if all(word == wanted[i].strip("\"'") for i, (word, _) in enumerate(found[at : at + len(wanted)])):
                return found[at][1]
        return self.node.line


def walk(value: Value | None, field: Field, path: str = "") -> Iterator[Found]:
    """Yield every text in `value` whose field below `field` has a role; skip what does not fit the table."""
    match value:
        case Entries() if field.kind is Kind.GROUP:
            for each in field.fields:
                yield from walk(value.get(each.name), each, path if each.name == field.alone else _under(path, each))
        case Text() if field.alone:
            yield from walk(value, field.named(field.alone), path)
        case Items() if field.kind is Kind.LIST and field.member:
            for number, item in enumerate(value.items):
                yield from walk(item, field.member, f"{path}/{number}")
        case Text() if field.role and field.kind is Kind.PARAGRAPHS:
            for number, words in enumerate(value.paragraphs):
                yield Found(f"{path}/{number}", words, field.role, field, value)
        case Text() if field.role and value.clean:
            yield Found(path, value.clean, field.role, field, value)


def _under(path: str, field: Field) -> str:
    """Return the path of `field` in the group at `path`."""
    return f"{path}/{field.name}" if path else field.name
