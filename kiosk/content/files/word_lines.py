"""The lines of `words.yaml`, word by word: which are not laid out as a list, and what to type instead.

A word is a dash and a few names, such as `- write: MBC` and `say: …`. A line that is out of place would make the whole
file unreadable; here it is put in place in memory, so that it costs one word at most.
"""

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from kiosk.content.model.excerpt import shortened
from kiosk.content.parsing.diagnostics import Diagnostics

_HEADER = re.compile(r"words *:\s*(#.*)?$")
_ROW = re.compile(r"(?P<margin> *)(?P<dash>- *)?(?P<name>[^\s:#'\"\[{-][^:#]*?) *:(?P<value> .*|$)")
_USUAL_MARGIN = 2
"""Spaces before a dash where the file has no other."""


@dataclass
class WordLines:
    """The lines of one word, numbered from 1."""

    first: int
    last: int
    column: int = 0
    """Spaces before its names; those of its first line follow the dash."""
    margin: int | None = None
    """Spaces before its dash; None if it has lost it."""
    names: dict[int, str] = field(default_factory=dict)
    """Line → name, for the lines that begin with one."""


def words_in(lines: list[str], known: tuple[str, ...]) -> list[WordLines]:
    """Return the words of the file in order; `known` are the names that a word may have, the first one leading."""
    start = next((number for number, line in enumerate(lines, 1) if _HEADER.match(line)), None)
    found: list[WordLines] = []
    for number, line in enumerate(lines, 1):
        if start is None or number <= start or not line.strip() or line.lstrip().startswith("#"):
            continue
        row = _ROW.match(line)
        dash = re.match(r" *-(?: |$)", line)
        word = found[-1] if found else None
        if dash:
            margin = _margin(line)
            column = row.start("name") if row else margin + 2
            found.append(WordLines(number, number, column, margin, {number: row["name"]} if row else {}))
        elif row and not (word and _goes_on(word, line, lines)):
            name = row["name"]
            if _is_other_word(name, known) or word is None or (name == known[0] and name in word.names.values()):
                found.append(WordLines(number, number, row.start("name"), None, {number: name}))
            else:
                word.names[number] = name
                word.last = number
        elif word:
            word.last = number
    return found


def put_in_place(lines: list[str], words: list[WordLines], known: tuple[str, ...], language: str,
                 diagnostics: Diagnostics) -> list[str]:  # fmt: skip
    """Return the lines with every word as a member of one list; record what is to be typed where that changes a line.

    `language` is suggested for a word that was typed as `Nguyen: nwin`.
    """
    placed = list(lines)
    dashed = [word for word in words if word.margin is not None]
    whole = [word for word in dashed if all(_margin(lines[n - 1]) == word.column for n in word.names if n > word.first)]
    margins = [word.margin for word in whole or dashed if word.margin is not None]
    dash = max(margins, key=margins.count, default=_USUAL_MARGIN)
    for word in words:
        first = _ROW.match(lines[word.first - 1])
        if first and _is_other_word(first["name"], known) and first["value"].strip():
            placed[word.first - 1] = ""
            typed = f"{first['name']}:{first['value']}"
            spaces = " " * dash
            diagnostics.add(
                "word-in-one-line", f"“{shortened(typed, 40)}” is not how a word is written here.",
                f"Type three lines instead: “{spaces}- {known[0]}: {first['name']}”, "
                f"“{spaces}  {known[1]}: {first['value'].strip()}” and “{spaces}  language: {language}”.",
                line=word.first,
            )  # fmt: skip
            continue
        if word.margin is None:
            line = f"{' ' * dash}- {lines[word.first - 1].lstrip()}"
            placed[word.first - 1] = line
            diagnostics.add(
                "missing-dash", "The dash that starts a word is missing here.",
                f"Type this line as “{line}”, with {_spaces(dash)} before the dash.", line=word.first,
            )  # fmt: skip
        column = word.column if word.margin == dash else dash + 2
        _move(word, dash, column, placed, diagnostics)
    return placed


def _move(word: WordLines, dash: int, column: int, placed: list[str], diagnostics: Diagnostics) -> None:
    """Put the lines of `word` at their columns in `placed`; record each run of lines to be moved alike."""
    runs: list[tuple[int, int, int]] = []
    distance = 0
    for number in range(word.first, word.last + 1):
        line = placed[number - 1]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if number in word.names or number == word.first:
            target = dash if number == word.first else column
            distance = target - _margin(line)
        placed[number - 1] = " " * distance + line if distance > 0 else line[-distance:]
        if distance and runs and runs[-1][2] == distance and runs[-1][1] == number - 1:
            runs[-1] = runs[-1][0], number, distance
        elif distance:
            runs.append((number, number, distance))
    for first, last, moved in runs:
        if first not in diagnostics.lines_with_errors:
            where = "this line" if first == last else f"the lines {first} to {last}"
            diagnostics.add(
                "wrong-indent", "This does not start below the words above it.",
                f"Type {_spaces(moved, 'more ')} at the start of {where}." if moved > 0
                else f"Delete {_spaces(-moved)} at the start of {where}.",
                line=first,
            )  # fmt: skip


def _goes_on(word: WordLines, line: str, lines: list[str]) -> bool:
    """True if `line` belongs to a text that began after `>` or `|` on the last line with a name."""
    last = max(word.names, default=0)
    deeper = _margin(line) > word.column
    return bool(last) and deeper and re.search(r": *[|>][-+0-9]*\s*$", lines[last - 1]) is not None


def _is_other_word(name: str, known: tuple[str, ...]) -> bool:
    """True if `name` is none of the `known` names, not even a misspelt one."""
    return not get_close_matches(name.lower(), known, 1, 0.6)


def _margin(line: str) -> int:
    """Count the spaces at the start of `line`."""
    return len(line) - len(line.lstrip(" "))


def _spaces(count: int, kind: str = "") -> str:
    return f"{count or 'no'} {kind}{'space' if count == 1 else 'spaces'}"
