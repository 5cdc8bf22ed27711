"""The mistakes that staff make on one line, and what to tell them.

A YAML library reports its own inner workings; here a line is checked for the slips that people really make. Where
possible an error carries a repaired line, so that reading can go on.
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from kiosk.content.model.excerpt import shortened


@dataclass(frozen=True)
class LineDiagnostic:
    """An error on one line."""

    line: int
    column: int
    code: str
    message: str
    fix: str
    repaired: str | None = None
    """The line as it can be read, or None if that cannot be guessed."""


@dataclass(frozen=True)
class Line:
    """A line in parts: `  - heading: In the bones` → margin, name, value."""

    number: int
    margin: str
    """Spaces and dashes at the start."""
    name: str
    """The name before the first colon, with the colon and the space; may be empty."""
    value: str

    @property
    def column(self) -> int:
        """Column at which the value starts, 1-based."""
        return len(self.margin) + len(self.name) + 1

    def with_value(self, value: str) -> str:
        """Return the line with another value."""
        return self.margin + self.name + value


_LINE = re.compile(r"(?P<margin> *(?:- +)*)(?P<name>[a-z][a-z-]*\s*:(?: +|$))?(?P<value>.*)", re.DOTALL)
BLOCK_START = re.compile(r"[|>][-+0-9]{0,2}\s*(\s#.*)?$")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_NOTHING_MORE = re.compile(r"\s*(\s#.*)?$")
_BAD_BACKSLASH = re.compile(r'(?<!\\)(?:\\\\)*\\[^0abt\tnvfre "/\\N_LPxuU]|\\x(?![0-9A-Fa-f]{2})|\\u(?![0-9A-Fa-f]{4})')
_FIRST_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")


def sign_at_start(line: int, column: int, value: str) -> LineDiagnostic:
    """Return the error for a sentence that starts with a sign that YAML uses itself."""
    return LineDiagnostic(
        line,
        column,
        "starts-with-sign",
        f"The kiosk cannot read a text that starts with the sign {value[:1]} here.",
        f"Put quotes around the whole text: {quoted_example(value)}",
    )


def quoted(value: str) -> str:
    """Return `value` in quotes that leave it unchanged inside, if possible."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    doubled = value.replace("'", "''")
    return f"'{doubled}'"


def quoted_example(value: str) -> str:
    """Return what to type, shortened to fit into a message."""
    return quoted(shortened(value))


def split_line(number: int, line: str) -> Line:
    """Return margin, name and value of a line."""
    found = _LINE.match(line.rstrip())
    assert found is not None  # every part may be empty
    return Line(number, found["margin"], found["name"] or "", found["value"])


def diagnose_line(line: Line, names: frozenset[str]) -> LineDiagnostic | None:
    """Return the error on a line by itself, or None."""
    if not line.value or (line.value.startswith("#") and not line.name):
        return None
    if line.value[0] in _QUOTED:
        return diagnose_quotes(line)
    return _diagnose_brackets(line) or _diagnose_first_sign(line) or _diagnose_unquoted(line, names)


def diagnose_quotes(line: Line) -> LineDiagnostic | None:
    """Return the error of quotes that are unclosed, closed too early, or contain a backslash."""
    sign = line.value[:1]
    if sign not in _QUOTED:
        return None
    closed = _QUOTED[sign].match(line.value)
    inside = line.value[1:-1] if len(line.value) > 1 and line.value.endswith(sign) else line.value[1:]
    if not closed:
        return LineDiagnostic(
            line.number, line.column, "unclosed-quote",
            f"The text starts with {sign} but does not end with it.",
            f"Type {sign} at the end of the text too.",
            line.with_value(quoted(inside)) if line.name or "-" in line.margin else None,
        )  # fmt: skip
    if not _NOTHING_MORE.match(line.value, closed.end()):
        whole = line.value if not line.value.endswith(sign) else inside
        return LineDiagnostic(
            line.number, line.column, "quote-inside",
            f"The {sign} inside this text ends it too early.",
            f"Put the other kind of quotes around the whole text: {quoted_example(whole)}",
            line.with_value(quoted(whole)),
        )  # fmt: skip
    if sign == '"' and _BAD_BACKSLASH.search(closed.group()):
        return LineDiagnostic(
            line.number, line.column, "backslash",
            "A backslash has a special meaning between double quotes.",
            "Delete the backslash, or put single quotes around the text instead.",
            line.with_value(quoted(closed.group()[1:-1])),
        )  # fmt: skip
    return None


def _diagnose_brackets(line: Line) -> LineDiagnostic | None:
    """Return the error of an unclosed list in brackets, or of a sentence that starts with a bracket."""
    opening = line.value[:1]
    if opening not in ("[", "{"):
        return None
    closing = "]" if opening == "[" else "}"
    if closing in line.value:
        end = _end_of_brackets(line.value, opening, closing)
        whole = end and _NOTHING_MORE.match(line.value, end)
        if whole and "?" in line.value:
            return LineDiagnostic(
                line.number, line.column + line.value.index("?"), "starts-with-sign",
                "The kiosk cannot read the sign ? between brackets.",
                "Put quotes around each text between the brackets.", line.with_value(quoted(line.value)),
            )  # fmt: skip
        if whole:
            return None
        diagnostic = sign_at_start(line.number, line.column, line.value)
        return _mended(diagnostic, line.with_value(quoted(line.value)))
    return LineDiagnostic(
        line.number, line.column, "unclosed-bracket",
        f"The bracket {opening} is not closed on this line.",
        f"Type {closing} at the end of the list, or put quotes around the text if it is a sentence.",
        line.with_value(opening + closing),
    )  # fmt: skip


def _end_of_brackets(value: str, opening: str, closing: str) -> int:
    """Return the index just after the bracket that closes the first one; 0 if none does."""
    depth = 0
    for at, sign in enumerate(value, start=1):
        depth += (sign == opening) - (sign == closing)
        if not depth:
            return at
    return 0


def _diagnose_first_sign(line: Line) -> LineDiagnostic | None:
    """Return the error of a sentence that starts with a sign that YAML uses itself."""
    value = line.value
    if value.startswith("- ") and line.name:
        return LineDiagnostic(
            line.number, line.column, "dash-after-colon",
            "A list cannot start on the same line as its name.",
            "Press Enter before the dash, and type two more spaces than the line above has.",
            line.with_value(""),
        )  # fmt: skip
    if value[0] in "|>" and not BLOCK_START.match(value):
        if line.name:
            return LineDiagnostic(
                line.number, line.column, "starts-with-sign",
                f"No words can stand after the sign {value[0]} on the same line.",
                f"Press Enter after the {value[0]} and start the text on the next line, two spaces further in.",
                line.with_value(value[0]),
            )  # fmt: skip
    elif value[0] not in "*&!%@`,]}" and not value.startswith("? ") and value != "?":
        return None
    diagnostic = sign_at_start(line.number, line.column, value)
    return _mended(diagnostic, line.with_value(quoted(value)))


def _diagnose_unquoted(line: Line, names: frozenset[str]) -> LineDiagnostic | None:
    """Return the error of a sentence that needs quotes, or of a name without its colon."""
    value = line.value
    if not line.name:
        missing = _missing_colon(line, names)
        if missing:
            return missing
    hash_sign = re.search(r"\s#", value)
    if hash_sign:
        diagnostic = words_after_hash(line.number, line.column + hash_sign.start() + 1, value)
        return _mended(diagnostic, line.with_value(quoted(value)))
    colon = re.search(r":(\s|$)", value)
    if colon and value[0] not in "|>":
        return colon_in_text(line.number, line.column, value, line.with_value(quoted(value)))
    return None


def colon_in_text(line: int, column: int, value: str, repaired: str | None = None) -> LineDiagnostic:
    """Return the error for a sentence whose colon is taken for the end of a name."""
    before = shortened(re.split(r":(?:\s|$)", value, maxsplit=1)[0], 30)
    return LineDiagnostic(
        line, column, "colon-in-text",
        f"The colon after “{before}” cuts this text in two.",
        f"Put quotes around the whole text: {quoted_example(value)}", repaired,
    )  # fmt: skip


def words_after_hash(line: int, column: int, whole: str) -> LineDiagnostic:
    """Return the error for a sentence that a `#` cuts short; `whole` is empty if it is spread over lines."""
    return LineDiagnostic(
        line, column, "words-after-hash",
        "The words after # on this line would not be shown.",
        f"Put quotes around the whole text: {quoted_example(whole)}" if whole
        else "Write “No.” or “number” instead of the #.",
    )  # fmt: skip


def _missing_colon(line: Line, names: frozenset[str]) -> LineDiagnostic | None:
    """Return the error of `title The signs` or `title:The signs`."""
    found = _FIRST_WORD.match(line.value)
    if not found:
        return None
    word, rest = found.group(), line.value[found.end() :]
    name = word if word in names else next(iter(get_close_matches(word.lower(), names, 1, 0.8)), "")
    if rest.startswith(":") and len(rest) > 1 and name and rest[1] not in "/ ":
        return LineDiagnostic(
            line.number, line.column + found.end(), "missing-space",
            f"A space is missing after “{word}:”.", f"Type “{word}: {shortened(rest[1:], 30)}”.",
            line.margin + f"{word}: {_readable(rest[1:])}",
        )  # fmt: skip
    if not name or re.search(r":(\s|$)", rest) or (rest and not rest.startswith((" ", ";", "=", "."))):
        return None
    words = rest.lstrip(" ;=.")
    return LineDiagnostic(
        line.number, line.column + found.end(), "missing-colon",
        f"A colon is missing after “{word}”.", f"Type “{word}:” and then a space.",
        line.margin + f"{word}: {_readable(words)}",
    )  # fmt: skip


def _readable(words: str) -> str:
    """Return `words` as they can be read after a name: in quotes unless they start a list or a block of text."""
    return words if not words or words[0] in "[|>" else quoted(words)


def _mended(diagnostic: LineDiagnostic, line: str) -> LineDiagnostic:
    """Return `diagnostic` with the repaired line."""
    return LineDiagnostic(diagnostic.line, diagnostic.column, diagnostic.code, diagnostic.message, diagnostic.fix, line)
