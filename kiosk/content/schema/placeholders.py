"""Placeholders such as `<phone>`, for the clinic's own words inside a text."""

import re

from kiosk.content.model.excerpt import shortened
from kiosk.content.model.library import Clinic
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Text, Value
from kiosk.content.schema.checks import did_you_mean
from kiosk.content.schema.forms import PLACEHOLDERS

_PLACEHOLDER = re.compile(r"<(/?[^\W\d_][\w -]{0,40})>")
_NAMES = "|".join(PLACEHOLDERS)
_UNCLOSED = re.compile(rf"<({_NAMES})(?![\w -]{{0,40}}>)")
_NAME = rf"\s*(?P<{{}}>{_NAMES.replace('-', '[- ]')})\s*"
_OTHERWISE = re.compile(rf"<(?=\s){_NAME.format('spaced')}>|\{{+{_NAME.format('braced')}\}}+", re.IGNORECASE)
"""`< phone >` and `{phone}`."""

AS_WRITTEN = Clinic(
    name="<clinic>",
    phone="<phone>",
    emergency_number="<emergency-number>",
    night_phone="<night-phone>",
    crisis_line="<crisis-line>",
)
"""A clinic that leaves placeholders as written."""


def fill(text: str, clinic: Clinic) -> str:
    """Return `text` with the placeholders filled in."""
    words = {**clinic.numbers, "clinic": clinic.name}
    return _PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), text)


def check_placeholders(root: Value, diagnostics: Diagnostics) -> None:
    """Record every unknown placeholder on its line."""
    waiting: list[Value] = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Text):
            _check_text(value, diagnostics)
        elif isinstance(value, Entries):
            waiting.extend(below for _, below in value.entries)
        else:
            waiting.extend(value.items)


def _check_text(text: Text, diagnostics: Diagnostics) -> None:
    """Check the placeholders of one text; report each once, where it is first."""
    for written, name in dict.fromkeys((found[0], found[1]) for found in _PLACEHOLDER.finditer(text.clean)):
        if diagnostics.full:
            return
        if name not in PLACEHOLDERS:
            line, column = _where(written, text, diagnostics.lines)
            diagnostics.add(
                "unknown-placeholder",
                f"“{shortened(written)}” has no meaning here.",
                re.sub("“(.*?)”", r"“<\1>”", did_you_mean(name, PLACEHOLDERS)),
                line=line,
                column=column,
            )
    for found in _OTHERWISE.finditer(text.clean):
        name = (found["spaced"] or found["braced"]).lower().replace(" ", "-")
        line, column = _where(found[0], text, diagnostics.lines)
        diagnostics.add(
            "unknown-placeholder",
            f"“{shortened(found[0])}” has no meaning here.",
            f"Type <{name}>, without spaces.",
            line=line,
            column=column,
        )
    for written in dict.fromkeys(found[0] for found in _UNCLOSED.finditer(text.clean)):
        line, column = _where(written, text, diagnostics.lines)
        diagnostics.add(
            "unknown-placeholder",
            f"A > is missing after “{written}”.",
            f"Type {written}>.",
            line=line,
            column=column,
        )


def _where(written: str, text: Text, lines: list[str]) -> tuple[int, int]:
    """Return line and column of `written` in `text`; those of the text if it is spread over lines."""
    for number in range(text.line, min(text.last_line, len(lines)) + 1):
        start = lines[number - 1].find(written, text.column - 1 if number == text.line else 0)
        if start >= 0:
            return number, start + 1
    return text.line, text.column
