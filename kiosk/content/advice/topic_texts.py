"""The texts of a topic file in the order in which patients read them, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.content.parsing.nodes import Entries, Items, Text, Value


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, a point or a line of a card."""

    words: str
    text: Text
    is_heading: bool = False

    def line(self, words: str, lines: list[str]) -> int:
        """The line of the file on which `words`, a part of this block, begin."""
        wanted = words.split()[:5]
        found: list[tuple[str, int]] = []
        for number in range(self.text.line, min(self.text.last_line, len(lines)) + 1):
            start = self.text.column - 1 if number == self.text.line else 0
            found += [(word.strip("\"'"), number) for word in lines[number - 1][start:].split()]
        for at in range(len(found)):
            if all(word == wanted[i].strip("\"'") for i, (word, _) in enumerate(found[at : at + len(wanted)])):
                return found[at][1]
        return self.text.line


def blocks(topic: Entries) -> Iterator[Block]:
    """All of them."""
    for name in ("title", "menu-label"):
        yield from _one(topic.get(name), is_heading=True)
    for section in _groups(topic.get("sections")):
        yield from _one(section.get("heading"), is_heading=True)
        text = section.get("text")
        if isinstance(text, Text):
            yield from (Block(words, text) for words in text.paragraphs)
        yield from _members(section.get("points"))
    for card in _groups(topic.get("cards")):
        for name in ("contact", "how-soon", "when"):
            yield from _one(card.get(name))
        yield from _members(card.get("points"))
    yield from _members(topic.get("questions"))


def _one(value: Value | None, is_heading: bool = False) -> Iterator[Block]:
    if isinstance(value, Text) and value.clean:
        yield Block(value.clean, value, is_heading)


def _members(value: Value | None) -> Iterator[Block]:
    for item in value.items if isinstance(value, Items) else []:
        yield from _one(item)


def _groups(value: Value | None) -> list[Entries]:
    return [item for item in value.items if isinstance(item, Entries)] if isinstance(value, Items) else []
