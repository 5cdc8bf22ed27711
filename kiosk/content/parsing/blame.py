"""Find the line that is to blame when a file cannot be read.

The YAML library often stops a line or more after the error. The lines around that position are examined one by one,
the likeliest first.
"""

from kiosk.content.parsing.line_diagnostics import Line, LineDiagnostic, diagnose_line, diagnose_quotes, split_line
from kiosk.content.parsing.list_signs import diagnose_list_sign
from kiosk.content.parsing.yaml_events import ErrorPosition


def blame(lines: list[str], position: ErrorPosition, names: frozenset[str]) -> LineDiagnostic:
    """Return the error that most likely stopped the reader at `position`; `names` are allowed before a colon."""
    stopped = min(position.line, len(lines))
    while stopped > 1 and not lines[stopped - 1].strip():
        stopped -= 1  # an unclosed text is only noticed at the end of the file
    before = next((n for n in range(stopped - 1, 0, -1) if _says_something(lines[n - 1])), 0)
    for number in dict.fromkeys((stopped, position.began, before)):
        if 0 < number <= len(lines):
            listed = diagnose_list_sign(number, lines, names, in_line=True)
            diagnostic = listed or diagnose_line(split_line(number, lines[number - 1]), names)
            if diagnostic:
                return diagnostic
    for number in range(min(stopped, len(lines)), 0, -1):
        diagnostic = diagnose_quotes(split_line(number, lines[number - 1]))
        if diagnostic:
            return diagnostic
    return _fallback(stopped or 1, lines, names)


def _says_something(line: str) -> bool:
    """True for a line that is neither empty nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _stray(number: int, lines: list[str]) -> int:
    """Return the first line above `number` that belongs to nothing, or 0.

    Such a line has no name and is indented no further than the name above it.
    """
    bare: list[Line] = []
    for above in range(number - 1, 0, -1):
        line = split_line(above, lines[above - 1])
        if line.name or "-" in line.margin:
            strays = [each.number for each in bare if len(each.margin) <= len(line.margin)]
            return min(strays, default=0)
        if _says_something(lines[above - 1]):
            bare.append(line)
    return bare[-1].number if bare else 0


def _fallback(number: int, lines: list[str], names: frozenset[str]) -> LineDiagnostic:
    """Return an error for what no known mistake explains: usually a line that is indented wrongly."""
    number = _stray(number, lines) or number
    if listed := diagnose_list_sign(number, lines, names, in_line=False):
        return listed
    line = split_line(number, lines[number - 1] if lines else "")
    if "-" in line.margin or line.name.rstrip(" :") in names:
        return LineDiagnostic(
            number, 1, "wrong-indent",
            "This line is not lined up with the lines it belongs to.",
            "Start it with the same number of spaces as the line above that it belongs with.",
        )  # fmt: skip
    return LineDiagnostic(
        number, 1, "cannot-read",
        "The kiosk cannot tell what this line belongs to.",
        "If it continues the line above, type two more spaces at its start than that line has.",
    )  # fmt: skip
