"""How a text is written into a file: as it is, in quotes, or in lines below `>`, whatever signs are in it."""

from __future__ import annotations

import re
import textwrap

from kiosk.content.parsing.nodes import tidy
from kiosk.content.schema.field import Field, Kind

WIDTH = 88
"""Columns of a line of a long text, with its spaces."""
_PLAIN = re.compile(r"(?:[^\W_]|[¿¡(“‘]|<[a-z])(?!.*(?::\s|:\Z|\s#))[^\x00-\x1f\x7f-\x9f]*")
_PLAIN_IN_BRACKETS = re.compile(r"[^\W_](?:[\w ./–’-]|:(?=\d))*")
_LIKE_NO_TEXT = re.compile(r"(?i:yes|no|true|false|null|on|off|y|n)|[0-9][0-9_.,:eE+xXoO-]*")
_RISKY_LINE = re.compile(r"[-*•–#>|]|[a-z-]+:")
"""The start of a line that would look like a list, a comment or a name, though it is the middle of a text."""


def on_one_line(words: str, field: Field, in_brackets: bool = False) -> str:
    """Return `words` as they are written after a colon or a dash."""
    exact = bool(field.allowed or field.form) or field.kind in (Kind.NUMBER, Kind.DATE, Kind.MOMENT)
    plain = (_PLAIN_IN_BRACKETS if in_brackets else _PLAIN).fullmatch(words)
    if plain and words == words.strip() and (exact or not _LIKE_NO_TEXT.fullmatch(words)):
        return words
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def in_lines(paragraphs: str, column: int, line_end: str, before: str = "") -> str:
    """Return a long text as lines below `>`, or in quotes where a line would look like something else.

    Args:
        paragraphs: The text, with an empty line between two paragraphs.
        column: The spaces before each line.
        line_end: What ends a line in this file.
        before: The text as it is written now, from its `>` on; unchanged paragraphs keep their lines.
    """
    first, kept = _kept(before, line_end)
    blocks: list[list[str]] = []
    for words in paragraphs.split("\n\n"):
        lines = kept.get(words)
        if lines is None:
            lines = textwrap.wrap(words, max(20, WIDTH - column), break_long_words=False, break_on_hyphens=False)
            if any(_RISKY_LINE.match(line) for line in lines):
                return on_one_line(paragraphs, _ANY)
        blocks.append([" " * column + line for line in lines])
    between = f"{line_end}{line_end}"
    return first + line_end + between.join(line_end.join(lines) for lines in blocks)


_ANY = Field("text", Kind.TEXT, "Any text.")


def _kept(before: str, line_end: str) -> tuple[str, dict[str, list[str]]]:
    """Return the line of the `>`, and the lines of each paragraph that is written below it."""
    first, _, rest = before.partition(line_end)
    if not re.fullmatch(r">\s*(#.*)?", first):
        return ">", {}
    kept: dict[str, list[str]] = {}
    for block in re.split(rf"{line_end}(?:[ ]*{line_end})+", rest):
        lines = block.split(line_end)
        indents = {len(line) - len(line.lstrip(" ")) for line in lines}
        if len(indents) == 1:
            kept[tidy(" ".join(lines))] = [line.strip(" ") for line in lines]
    return first, kept
