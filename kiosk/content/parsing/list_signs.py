"""List lines that start as they do in other programs: `• Pain`, `1. Pain`, or a dash without its space."""

import re

from kiosk.content.model.excerpt import shortened
from kiosk.content.parsing.line_diagnostics import LineDiagnostic, diagnose_line, quoted, split_line

_SIGN = re.compile(r"-(?=[^\W\d_])|[•‣◦▪●·](?=\s*\S)|(?:[*–—]|[0-9]{1,2}[.)])(?=\s+\S)")


def list_sign(line: str) -> str:
    """Return the sign that `line` starts with instead of a dash and a space, or an empty text."""
    found = _SIGN.match(line.lstrip(" "))
    return found.group() if found else ""


def diagnose_list_sign(number: int, lines: list[str], names: frozenset[str], *, in_line: bool) -> LineDiagnostic | None:
    """Return the error of line `number` if it starts with such a sign; `names` are allowed before a colon.

    With `in_line`, only if it can be nothing else: right below another line's dash, or before such a name.
    """
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    sign = list_sign(line)
    if not sign:
        return None
    margin = _margin(line)
    words = words_after(line, sign)
    named = split_line(number, words).name.rstrip(" :") in names
    dash = _dash_in_line(number, lines) if in_line else _dash_above(number, lines)
    if in_line and dash is None and sign == "-" and named:
        dash = margin
    if in_line and dash is None:
        return None
    if not named and diagnose_line(split_line(number, f"- {words}"), names):
        words = quoted(words)
    return wrong_list_sign(number, margin, sign, words, None if dash is None else f"{' ' * dash}- {words}")


def wrong_list_sign(number: int, margin: int, sign: str, words: str, repaired: str | None = None) -> LineDiagnostic:
    """Return the error for a list line that starts with `sign` after `margin` spaces, followed by `words`."""
    message = "A space is missing after the dash" if sign == "-" else f"A line of a list cannot start with “{sign}”"
    return LineDiagnostic(
        number, margin + 1, "list-sign", f"{message}.",
        f"Type a dash and a space (- ) instead: “- {shortened(words)}”.", repaired,
    )  # fmt: skip


def words_after(line: str, sign: str) -> str:
    """Return the text after the sign at the start of `line`."""
    return line.strip()[len(sign) :].strip()


def _margin(line: str) -> int:
    """Count the spaces at the start of `line`."""
    return len(line) - len(line.lstrip(" "))


def _dash_in_line(number: int, lines: list[str]) -> int | None:
    """Return the indent of the line if another line of its list has its dash there, else None."""
    margin = _margin(lines[number - 1])
    for above in range(number - 1, 0, -1):
        line = split_line(above, lines[above - 1])
        dash = line.margin.find("-")
        if dash == margin:
            return margin
        if (0 <= dash < margin) or (line.name and dash < 0 and len(line.margin) < margin):
            return None
    return None


def _dash_above(number: int, lines: list[str]) -> int | None:
    """Return the indent of the dash of the nearest line above with a dash or a name; None if it has no dash."""
    for above in range(number - 1, 0, -1):
        line = split_line(above, lines[above - 1])
        if "-" in line.margin:
            return None if line.name else line.margin.index("-")
        if line.name:
            return None
    return None
