"""Where each value of a file is in its text, so that it can be changed without touching what is around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

import yaml

_DASH = re.compile(r"(?<![^\r\n]) *-(?=[ \r\n]|\Z)")
_LINE_END = re.compile(r"[\r\n]|\Z")


class UnreadableError(Exception):
    """A text that holds more than names, texts and lists, or cannot be read at all."""


class Scalar(NamedTuple):
    """A text."""

    start: int
    """Characters from the start of the file; so are all other places."""
    end: int
    text: str
    style: str
    """`'`, `"`, `>` or `|`; empty without quotes."""


class Entry(NamedTuple):
    """A named value, or one member of a list."""

    start: int
    """Of the name, or of the dash."""
    end: int
    """In lines of its own: the end of the last one, with the comment on it."""
    name: str
    """Empty for the member of a list."""
    node: Node


class Several(NamedTuple):
    """A list, or named values."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    named: bool
    in_brackets: bool

    def get(self, name: str) -> Node | None:
        """Return the value with this name, or None."""
        return next((entry.node for entry in self.entries if entry.name == name), None)


Node = Scalar | Several


class _Mark(Protocol):
    index: int


def _at(mark: _Mark | None) -> int:
    """Return the place of a mark, which every event that was read has."""
    assert mark is not None
    return mark.index


def places(text: str, reader: Callable[[str], Iterator[yaml.Event]]) -> Node:
    """Return the root of `text`. Raises UnreadableError."""
    try:
        events = [event for event in reader(text) if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent)]
        if not events:
            return Scalar(len(text), len(text), "", "")
        root, used = _node(text, events, 0)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableError from error
    if used != len(events):
        raise UnreadableError
    return root


def _node(text: str, events: Sequence[yaml.Event], at: int) -> tuple[Node, int]:
    """Return the node that begins with the event `at`, and the number of the event after it."""
    event = events[at]
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
        raise UnreadableError
    start = _at(event.start_mark)
    if isinstance(event, yaml.ScalarEvent):
        end = _at(event.end_mark)
        style = event.style or ""
        if style in ("|", ">"):
            end = start + len(text[start:end].rstrip())
        return Scalar(start, end, event.value, style), at + 1
    return _several(text, events, at)


def _several(text: str, events: Sequence[yaml.Event], at: int) -> tuple[Several, int]:
    begins = events[at]
    named = isinstance(begins, yaml.MappingStartEvent)
    flow = bool(getattr(begins, "flow_style", False))
    start = end = _at(begins.start_mark)
    entries: list[Entry] = []
    at += 1
    while not isinstance(events[at], yaml.CollectionEndEvent):
        name = ""
        if named:
            key, at = _node(text, events, at)
            if not isinstance(key, Scalar):
                raise UnreadableError
            name, first = key.text, key.start
        node, at = _node(text, events, at)
        if not named:
            first = node.start if flow else _dash(text, end, node.start)
        end = node.end if flow else _line_end(text, node.end)
        entries.append(Entry(first, end, name, node))
    if flow:
        end = _at(events[at].end_mark)
    elif entries:
        start = entries[0].start
    return Several(start, end, tuple(entries), named, flow), at + 1


def _dash(text: str, after: int, before: int) -> int:
    """Return the place of the dash of a member whose value begins at `before`."""
    line = max(text.rfind("\n", 0, after), text.rfind("\r", 0, after)) + 1
    found = [match.end() - 1 for match in _DASH.finditer(text, line, before) if match.end() > after]
    if not found:
        raise UnreadableError
    return found[-1]


def _line_end(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)
