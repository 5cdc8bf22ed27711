"""The changes that could mend a file: each undoes one slip of the hand. Which of them does is tried elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from kiosk.content.parsing.characters import garbled_mended
from kiosk.content.parsing.line_diagnostics import diagnose_line, quoted, split_line
from kiosk.content.repair.edit import Edit, Slip

NEAR = 10
"""Lines above and below whose indentation a line may have been meant to have."""
_BULLET = re.compile(r"(?:[-*•‣◦▪●·–—‐‑−－]|[0-9]{1,2}[.)])\s*")
_NOTE = re.compile(r"( *)# ( +)(\S.*)")
_PAIR = re.compile(r"(?P<start> *(?:- +)?)(?P<name>[^:#]+):(?P<rest>(?: .*)?)")


def candidates(lines: list[str], number: int, names: frozenset[str]) -> Iterator[Edit]:
    """Yield changes of line `number` and what belongs to it; `names` are allowed before a colon."""
    line = lines[number - 1]
    if not says_something(line):
        return
    near = [other for other in lines[max(0, number - 1 - NEAR) : number + NEAR] if says_something(other)]
    margins = {0, 2, 4, 6, 8} | {place for each in near for place in (indent(each), len(split_line(1, each).margin))}
    dashes = {indent(other) for other in lines if other.lstrip(" ").startswith("- ")}
    words = line.strip()
    yield from _to_margins(lines, number, sorted({*margins, *(margin + 2 for margin in margins)}))
    yield from _to_list(line, number, words, sorted(dashes), names)
    yield from _in_quotes(line, number, names)
    yield from _with_neighbours(lines, number)
    if found := garbled_mended(line):
        yield Edit(number, (line,), (found,), Slip.GARBLED)
    yield from _named(line, number, names, min(dashes, default=2))


def says_something(line: str) -> bool:
    """Return True for a line that is neither empty nor a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def indent(line: str) -> int:
    """Return the number of spaces at the start of `line`."""
    return len(line) - len(line.lstrip(" "))


def _to_margins(lines: list[str], number: int, margins: list[int]) -> Iterator[Edit]:
    """Yield the line by itself, and with all that stands below it further in, at each of `margins`."""
    line = lines[number - 1]
    own = indent(line)
    last = number
    while last < len(lines) and (not lines[last].strip() or indent(lines[last]) > own):
        last += 1
    group = lines[number - 1 : last]
    while not group[-1].strip():
        group.pop()
    for margin in margins:
        if margin == own:
            continue
        yield Edit(number, (line,), (" " * margin + line.strip(),), Slip.INDENT)
        if len(group) > 1:
            moved = tuple(
                " " * (indent(each) + margin - own) + each.strip() if each.strip() else each for each in group
            )
            yield Edit(number, tuple(group), moved, Slip.INDENT)


def _to_list(line: str, number: int, words: str, dashes: list[int], names: frozenset[str]) -> Iterator[Edit]:
    """Yield the line as one of a list, with the dash where other dashes are."""
    bullet = _BULLET.match(words)
    bare = words[bullet.end() :] if bullet else words
    slip = Slip.DASH if not bullet else Slip.QUOTES if bullet.group() == "- " else Slip.BULLET
    named = split_line(1, bare).name.rstrip(" :") in names
    for dash in dashes:
        for text in dict.fromkeys((bare, bare if named else _plain(bare))):
            if text:
                yield Edit(number, (line,), (f"{' ' * dash}- {text}",), slip)


def _named(line: str, number: int, names: frozenset[str], dash: int) -> Iterator[Edit]:
    """Yield the line with its name as it is spelled; in a list of words, with the two names that are missing."""
    pair = _PAIR.fullmatch(line)
    if not pair or pair["name"] in names:
        return
    if close := get_close_matches(pair["name"].strip().lower(), sorted(names), 1, 0.8):
        yield Edit(number, (line,), (f"{pair['start']}{close[0]}:{pair['rest']}",), Slip.NAME)
    elif {"write", "say"} <= names and pair["rest"].strip():
        margin = " " * dash
        after = (f"{margin}- write: {_plain(pair['name'].strip())}", f"{margin}  say: {_plain(pair['rest'].strip())}")
        yield Edit(number, (line,), after, Slip.PAIR)


def _in_quotes(line: str, number: int, names: frozenset[str]) -> Iterator[Edit]:
    """Yield the line with its text in quotes, or as the advice for a single line has it."""
    parts = split_line(number, line)
    if parts.value and parts.value[0] not in "\"'|>":
        yield Edit(number, (line,), (parts.with_value(quoted(parts.value)),), Slip.QUOTES)
    known = diagnose_line(parts, names)
    if known and known.repaired:
        yield Edit(number, (line,), (known.repaired,), Slip.LINE)
    if parts.value[:1] in tuple("\"'[{&*!%@`|>"):
        yield Edit(number, (line,), (parts.with_value(parts.value[1:].strip()),), Slip.SIGN)


def _with_neighbours(lines: list[str], number: int) -> Iterator[Edit]:
    """Yield the line joined to the one above, a `>` after its name, and the notes below it as lines of their own."""
    line = lines[number - 1]
    if number > 1 and says_something(lines[number - 2]):
        above = lines[number - 2]
        yield Edit(number - 1, (above, line), (f"{above.rstrip()} {line.strip()}",), Slip.JOIN)
    parts = split_line(number, line)
    if parts.name and not parts.value:
        yield Edit(number, (line,), (f"{line.rstrip()} >",), Slip.BLOCK)
        notes: list[str] = []
        while number + len(notes) < len(lines) and (note := _NOTE.fullmatch(lines[number + len(notes)])):
            notes.append(f"{note[1]}{note[2]}{note[3]}")
        if notes:
            before = (line, *lines[number : number + len(notes)])
            yield Edit(number, before, (line, *notes), Slip.COMMENT)
    elif parts.name and parts.value[0] not in "|>\"'[":
        after = (f"{parts.margin}{parts.name.rstrip()} >", f"{' ' * (len(parts.margin) + 2)}{parts.value}")
        yield Edit(number, (line,), after, Slip.BLOCK)


def _plain(words: str) -> str:
    """Return `words` as they can stand in a list: in quotes if a sign in them would be read."""
    return quoted(words) if diagnose_line(split_line(1, f"- {words}"), frozenset()) else words
