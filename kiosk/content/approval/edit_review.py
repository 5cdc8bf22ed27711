"""Write an approval into a topic file, changing only the lines of the review."""

from __future__ import annotations

import re
from datetime import date

from kiosk.content.files.build import APPROVED, review_of
from kiosk.content.files.source_file import read_raw
from kiosk.content.model.library import Review
from kiosk.content.parsing.diagnostic import errors
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import tidy
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.schema.review_fields import REVIEW
from kiosk.content.schema.topic_fields import TOPIC

NOT_APPROVED = "not yet approved"
_OF_A_REVIEW = tuple(field.name for field in REVIEW.fields)
_START = re.compile(r"review[ ]*:[ ]*(#.*)?$")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_NAMED = re.compile(r"""(?P<indent> *)(?P<quote>["']?)(?P<name>[a-z-]+)(?P=quote)[ ]*:(?P<value>.*)""", re.DOTALL)
_RISKY = re.compile(r"[^\w(]|.*(: | #|[\x00-\x1f])|.*[:\"'\\]$|.*[\"\\]", re.DOTALL)


def with_approval(raw: bytes, reviewer: str, role: str, reviewed: date, due: date, text: str) -> bytes | None:
    """Return the bytes of a topic file with this approval; everything else, comments and line ends too, is unchanged.

    None if the review is not laid out in lines of its own.
    """
    fields = {
        "status": APPROVED,
        "reviewer": quoted(reviewer),
        "role": quoted(role),
        "reviewed": reviewed.isoformat(),
        "due": due.isoformat(),
        "text": f'"{text}"' if re.fullmatch(r"[0-9]+(e[0-9]+)?", text) else text,
    }
    return _with_fields(raw, fields)


def with_withdrawal(raw: bytes, by: str, day: date) -> bytes | None:
    """Return the bytes of a topic file whose approval `by` has withdrawn; None as for `with_approval`."""
    return _with_fields(raw, {"status": NOT_APPROVED, "withdrawn-by": quoted(by), "withdrawn": day.isoformat()})


def _with_fields(raw: bytes, fields: dict[str, str]) -> bytes | None:
    """Return the bytes of a topic file with these fields in its review, and no other; None as for `with_approval`."""
    lines = _LINE.findall(raw.decode("utf-8"))
    block = review_lines(lines)
    if block is None:
        return None
    start, last = block
    indent, places, more = _fields(lines, start, last)
    line_end = re.search(r"[\r\n]*$", lines[start])
    ending = line_end.group() if line_end and line_end.group() else "\n"
    if not lines[last].endswith(("\r", "\n")):
        lines[last] += ending
    new: list[str] = []
    for name, value in fields.items():
        if name in places:
            lines[places[name]] = f"{indent}{name}: {value}{ending}"
        else:
            new.append(f"{indent}{name}: {value}{ending}")
    gone = [name for name in _OF_A_REVIEW if name not in fields]
    for number in (number for name in (*fields, *gone) for number in more.get(name, ())):
        lines[number] = ""
    for number in (places[name] for name in gone if name in places):
        lines[number] = ""
    return "".join([*lines[: last + 1], *new, *lines[last + 1 :]]).encode("utf-8")


def _fields(lines: list[str], start: int, last: int) -> tuple[str, dict[str, int], dict[str, list[int]]]:
    """Return the indent of the review's fields, the line of each, and the lines on which its value continues."""
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


def problem_with_approval(raw: bytes, reviewer: str, role: str) -> str:
    """Return why the bytes of a topic file do not read as approved by this reviewer; empty if they do."""
    diagnostics = Diagnostics("")
    entries = read_raw(raw, TOPIC, diagnostics, fastest_reader())
    if wrong := errors(diagnostics.report()):
        return f"With the review written as it is, this line would become an error: “{wrong[0].excerpt.strip()}”."
    review = review_of(entries) if entries else Review()
    if (review.reviewer, review.role) == (tidy(reviewer), tidy(role)):
        return ""
    return "The name or the profession in its review is spread over several lines in an unusual way."


def review_lines(lines: list[str]) -> tuple[int, int] | None:
    """Return the first and last line of the review, counted from 0; None if it has no lines of its own."""
    start = next((n for n, line in enumerate(lines) if _START.match(line.lstrip("\ufeff").rstrip("\r\n"))), None)
    if start is None:
        return None
    last = end = start
    while (end := end + 1) < len(lines) and (lines[end][0] in " #" or not lines[end].strip()):
        if lines[end].strip() and not lines[end].startswith("#"):
            last = end
    return start, last


def quoted(text: str) -> str:
    """Return `text` as it can be written after a colon, in quotes if needed."""
    if not _RISKY.match(text) and text.lower() not in ("yes", "no", "true", "false", "null"):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
