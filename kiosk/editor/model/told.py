"""Brings what the reader says about a line to the field that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kiosk.content.parsing.diagnostic import Diagnostic
from kiosk.content.schema.field import Field
from kiosk.editor.model.places import Node, Several

_QUOTED = re.compile(r"“([\w-]+)”")
_MISSING = "missing-key"
_ABOUT_LINES = re.compile(r"\b(?:line|lines|dash|hyphens?|colon|indent\w*)\b|“[\w-]+:[^”]*”")
"""Words of advice for those who edit the file itself."""


def by_field(diagnostics: Iterable[Diagnostic], text: str, root: Node, group: Field) -> dict[str, list[str]]:
    """Return what is said about each field, by its path such as `sections/0/points/2`; empty for the whole file."""
    told: dict[str, list[str]] = {}
    for each in diagnostics:
        path = path_at(root, text, each.line) if each.line else ""
        names = _QUOTED.findall(each.message)
        sentence = f"{each.message} {each.fix}"
        if each.code == _MISSING and names:
            path = f"{path}/{names[0]}".strip("/")
            path = _in_parents(path, names[0], group)
            field = group.at(path)
            sentence = f"Type {field.in_words}." if field and field.in_words else "This has to be filled in."
        elif _ABOUT_LINES.search(each.fix):
            sentence = each.message
        if sentence not in told.setdefault(path, []):
            told[path].append(sentence)
    return told


def _in_parents(path: str, name: str, group: Field) -> str:
    """Return the path of the field `name` in the nearest group around `path` that has it."""
    parts = path.split("/")[:-1]
    while parts:
        around = group.at("/".join(parts))
        if around and around.field(name):
            return "/".join([*parts, name])
        parts.pop()
    return name


def path_at(node: Node, text: str, line: int) -> str:
    """Return the path of the innermost value on `line`, counted from 1; empty if there is none."""
    parts: list[str] = []
    while isinstance(node, Several):
        for number, entry in enumerate(node.entries):
            if _line_of(text, entry.start) <= line <= _line_of(text, entry.end):
                parts.append(entry.name or str(number))
                node = entry.node
                break
        else:
            break
    return "/".join(parts)


def _line_of(text: str, at: int) -> int:
    before = text[:at]
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1
