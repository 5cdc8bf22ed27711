"""Write fields into one block of a topic file, such as `review:`, changing only the lines of that block."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_NAMED = re.compile(r"""(?P<indent> *)(?P<quote>["']?)(?P<name>[a-z-]+)(?P=quote)[ ]*:(?P<value>.*)""", re.DOTALL)
_RISKY = re.compile(r"[^\w(]|.*(: | #|[\x00-\x1f])|.*[:\"'\\]$|.*[\"\\]", re.DOTALL)
_LIKE_A_NUMBER = re.compile(r"[0-9]+(e[0-9]+)?")


def with_fields(raw: bytes, block: str, fields: Mapping[str, str | None], below: str = "") -> bytes | None:
    """Return the bytes of a topic file with these fields; everything else, comments and line ends too, is unchanged.

    Args:
        raw: The bytes of the file.
        block: The name of the block at the top level of the file, such as `review`.
        fields: Each value as it is to be read; None takes the field out.
        below: Start the block below this one if the file has none yet.

    Returns None if the block, or the one `below` which it should start, is not laid out in lines of its own.
    """
    lines = _LINE.findall(raw.decode("utf-8"))
    found = block_lines(lines, block)
    if found is None and below and (above := block_lines(lines, below)):
        last = above[1]
        _end(lines, last, _ending(lines[above[0]]))
        lines.insert(last + 1, f"{block}:{_ending(lines[last])}")
        found = last + 1, last + 1
    if found is None:
        return None
    start, last = found
    indent, places, more = _fields(lines, start, last)
    ending = _ending(lines[start])
    _end(lines, last, ending)
    new: list[str] = []
    for name, value in fields.items():
        line = "" if value is None else f"{indent}{name}: {quoted(value)}{ending}"
        if name in places:
            lines[places[name]] = line
        else:
            new.append(line)
    for number in (number for name in fields for number in more.get(name, ())):
        lines[number] = ""
    return "".join([*lines[: last + 1], *new, *lines[last + 1 :]]).encode("utf-8")


def block_lines(lines: list[str], block: str) -> tuple[int, int] | None:
    """Return the first and last line of a block, counted from 0; None if it has no lines of its own."""
    begins = re.compile(rf"{block}[ ]*:[ ]*(#.*)?$")
    start = next((n for n, line in enumerate(lines) if begins.match(line.lstrip("\ufeff").rstrip("\r\n"))), None)
    if start is None:
        return None
    last = end = start
    while (end := end + 1) < len(lines) and (lines[end][0] in " #" or not lines[end].strip()):
        if lines[end].strip() and not lines[end].startswith("#"):
            last = end
    return start, last


def _fields(lines: list[str], start: int, last: int) -> tuple[str, dict[str, int], dict[str, list[int]]]:
    """Return the indent of the block's fields, the line of each, and the lines on which its value continues."""
    indent = name = ""
    in_block = False
    places: dict[str, int] = {}
    more: dict[str, list[int]] = {}
    for number in range(start + 1, last + 1):
        line = lines[number]
        found = _NAMED.match(line)
        if found and found["indent"] and (not indent or found["indent"] == indent):
            indent, name = found["indent"], found["name"]
            in_block = found["value"].lstrip().startswith(("|", ">"))
            places[name] = number
        elif name and line.startswith(indent + " ") and (in_block or not line.lstrip().startswith("#")):
            more.setdefault(name, []).append(number)
    return indent or "  ", places, more


def _ending(line: str) -> str:
    """Return how `line` ends, for lines beside it."""
    found = re.search(r"[\r\n]*$", line)
    return found.group() if found and found.group() else "\n"


def _end(lines: list[str], number: int, ending: str) -> None:
    """End the line `number` if it is the last of a file and has no end."""
    if not lines[number].endswith(("\r", "\n")):
        lines[number] += ending


def quoted(text: str) -> str:
    """Return `text` as it can be written after a colon, in quotes if needed."""
    plain = not _RISKY.match(text) and text.lower() not in ("yes", "no", "true", "false", "null")
    if plain and not _LIKE_A_NUMBER.fullmatch(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
