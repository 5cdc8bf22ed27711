"""Which line is to blame when a file cannot be read.

The YAML library stops where it is at its wits' end, which is often a line or more after the mistake. Here the
lines around that place are looked at one by one, the likeliest first.
"""

from kiosk.content.parsing.line_diagnostics import Line, LineDiagnostic, diagnose_line, diagnose_quotes, split_line
from kiosk.content.parsing.list_signs import diagnose_list_sign
from kiosk.content.parsing.yaml_events import ErrorPosition


def blame(lines: list[str], position: ErrorPosition, names: frozenset[str]) -> LineDiagnostic:
    """The fault that most likely made the reader stop at `position`; `names` may stand before a colon."""
    stopped = min(position.line, len(lines))
    while stopped > 1 and not lines[stopped - 1].strip():
        stopped -= 1  # a text that is never closed is noticed at the end of the file
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
    """Whether a line is neither empty nor a note for staff."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _stray(number: int, lines: list[str]) -> int:
    """The first of the lines above `number` that belong to nothing; 0 when there is none.

    Such a line has no name, and starts no further in than the name above it.
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
    """When no known mistake explains the trouble: most often a line that does not line up."""
    number = _stray(number, lines) or number
    if listed := diagnose_list_sign(number, lines, names, in_line=False):
        return listed
    line = split_line(number, lines[number - 1] if lines else "")
    if "-" in line.margin or line.name.rstrip(" :") in names:
        return LineDiagnostic(
            number, 1, "wrong-indent",
            "This line does not start below the lines that it belongs to.",
            "Change the number of spaces at its start to that of the line above that it belongs with.",
        )  # fmt: skip
    return LineDiagnostic(
        number, 1, "cannot-read",
        "The kiosk cannot tell what this line belongs to.",
        "If it continues the line above, type two more spaces at its start than that line has.",
    )  # fmt: skip
