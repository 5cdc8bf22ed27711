"""The values of a file as plain texts, lists and names, as forms show them and as they are compared."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.parsing.nodes import Text, tidy
from kiosk.content.schema.field import Field, Kind
from kiosk.editor.model.places import Node, Scalar, Several, UnreadableError

Value = str | list["Value"] | dict[str, "Value"]
"""Paragraphs have an empty line between them. A group that a bare text may stand for is always a dict."""


def value_of(node: Node, field: Field) -> Value:
    """Return the value at `node`; names that `field` does not know are left out.

    Raises UnreadableError if it has another shape than the field.
    """
    if isinstance(node, Scalar):
        if field.alone:
            return {field.alone: value_of(node, field.named(field.alone))}
        if field.kind in (Kind.GROUP, Kind.LIST, Kind.BY_LANGUAGE):
            if node.text.strip():
                raise UnreadableError
            return [] if field.kind is Kind.LIST else {}
        if field.kind is Kind.PARAGRAPHS:
            return "\n\n".join(Text(node.text, 1, 1, 1, literal=node.style == "|").paragraphs)
        return tidy(node.text)
    if field.kind is Kind.LIST and field.member and not node.named:
        return [value_of(entry.node, field.member) for entry in node.entries]
    if field.kind is Kind.GROUP and node.named:
        known = ((entry, field.field(entry.name)) for entry in node.entries)
        return {entry.name: value_of(entry.node, below) for entry, below in known if below}
    if field.kind is Kind.BY_LANGUAGE and field.member and node.named:
        return {entry.name: value_of(entry.node, field.member) for entry in node.entries}
    raise UnreadableError


def values_of(root: Node, group: Field, wanted: tuple[str, ...]) -> dict[str, Value]:
    """Return those of the `wanted` fields of a whole file that it has. Raises UnreadableError."""
    if not isinstance(root, Several):
        return {}
    found = ((name, root.get(name)) for name in wanted)
    return {name: value_of(node, group.named(name)) for name, node in found if node is not None}


def differences(mine: Value, theirs: Value, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path of each text that is not the same in two values, and what it is in `theirs`."""
    if isinstance(mine, str) and isinstance(theirs, str):
        if mine != theirs:
            yield path, theirs
        return
    for name, below in _members(mine):
        other = dict(_members(theirs)).get(name)
        yield from differences(below, other if other is not None else "", f"{path}/{name}".lstrip("/"))


def _members(value: Value) -> list[tuple[str, Value]]:
    if isinstance(value, list):
        return [(str(number), each) for number, each in enumerate(value)]
    return list(value.items()) if isinstance(value, dict) else []


def without_empty(value: Value) -> Value:
    """Return `value` without what is empty in it."""
    if isinstance(value, list):
        return [each for each in map(without_empty, value) if each]
    if isinstance(value, dict):
        return {name: each for name, below in value.items() if (each := without_empty(below))}
    return value
