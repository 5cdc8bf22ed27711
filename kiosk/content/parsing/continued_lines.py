"""Lines that were read as the end of the text above them, although they were meant as something else."""

import re
from collections.abc import Iterator

from kiosk.content.model.excerpt import shortened
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.list_signs import list_sign
from kiosk.content.parsing.nodes import Text, Value

_NAME_ALONE = re.compile(
    r"(?:[-*•–] ?)?(?:heading|level|facts|name|picture|picture-says|source-says|address):(?: .*)?"
    r"|(?:points|cards|sections|text|here|at-home):.*"
)
"""A line that nobody means as the end of a text."""


def notes_in(value: Text, name: str, diagnostics: Diagnostics) -> None:
    """Record comments inside a text, where # has no meaning."""
    for number, line in _further_lines(value, diagnostics):
        if line.startswith("#") and not value.bare:
            above = f"“{name}:”" if f"{name}:" in diagnostics.lines[value.line - 1] else f"line {value.line}"
            diagnostics.add(
                "note-in-text",
                f"This comment would be shown to patients: “{shortened(line)}”.",
                f"Put it above {above}, or delete the # if patients should read it.",
                line=number,
                column=diagnostics.lines[number - 1].index("#") + 1,
            )


def swallowed(value: Text, paragraphs: bool, diagnostics: Diagnostics) -> None:
    """Warn about lines of a text that were probably meant as list lines, or as the next name."""
    for number, line in _further_lines(value, diagnostics):
        if _NAME_ALONE.fullmatch(line):
            diagnostics.add(
                "name-in-text",
                f"“{shortened(line)}” was read as the end of the text above it.",
                "Start it with as many spaces as the other names of its group.",
                line=number,
                column=diagnostics.lines[number - 1].index(line) + 1,
            )
            return
        if paragraphs and line.startswith(("- ", "* ", "• ")):
            diagnostics.warn(
                "list-in-text",
                "This line is part of the text above it, where a dash or a name has no meaning.",
                "If it should be a list, put it under “points:”, with as many spaces as “text:” has.",
                line=number,
            )
            return
        if value.bare and (sign := list_sign(line)):
            diagnostics.warn(
                "list-in-text",
                f"This line is part of the text above it, where “{sign}” at its start has no meaning.",
                "If it should be a line of a list, start it with a dash and a space (- ) below another dash.",
                line=number,
            )
            return


def _further_lines(value: Text, diagnostics: Diagnostics) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text below its first one: number and words."""
    for number in range(value.line + 1, min(value.last_line, len(diagnostics.lines)) + 1):
        yield number, diagnostics.lines[number - 1].strip()


def two_in_one(item: Value, diagnostics: Diagnostics) -> None:
    """Record a line of a list that was read as the end of the one above, because it has no dash."""
    if not isinstance(item, Text) or not item.bare:
        return
    above = diagnostics.lines[item.line - 1].strip()
    for number, line in _further_lines(item, diagnostics):
        if line.lstrip("“‘«(¿¡")[:1].isupper() and not above.endswith((",", ";", ":", "–", "-", "(", "“")):
            diagnostics.add(
                "two-in-one",
                f"“{shortened(line)}” was read as the end of the line above it.",
                "Start it with a dash and a space, below the other dashes; or, if it is the end of the line above, "
                "type it there.",
                line=number,
                column=diagnostics.lines[number - 1].index(line) + 1,
            )
            return
        above = line
