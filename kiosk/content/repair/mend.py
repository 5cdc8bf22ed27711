"""Finds changes after which a faulty file is right, by trying them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kiosk.content.files.source_file import read_lines
from kiosk.content.parsing.diagnostic import Level
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.line_diagnostics import split_line
from kiosk.content.parsing.nodes import Entries, Items, Text, Value
from kiosk.content.parsing.yaml_events import Reader
from kiosk.content.repair.candidates import candidates, indent, says_something
from kiosk.content.repair.edit import Edit, Slip
from kiosk.content.schema.field import Field

MOST_EDITS = 8
"""Changes to one file; one with more faults than that is not guessed at."""
MOST_TRIES = 1_500
"""Readings of the file, some seconds at the very most."""
AROUND = 4
"""Lines above and below an error on which the slip may be."""
OPENING = "“‘«\"'(¿¡"
"""Signs before the first letter of a sentence."""
_WORD = re.compile(r"\w+")
_NOTE = re.compile(r"\s#.*")


class Outcome(NamedTuple):
    """How a file reads."""

    fault: tuple[int, int, int]
    """Whether it cannot be read (then minus the line where it stops), how many errors, how many words are lost."""
    where: tuple[int, ...]
    """The lines of its errors."""
    errors: frozenset[tuple[int, str]]
    """The line and the code of each error."""
    begins: frozenset[int] = frozenset()
    """The lines on which a text begins."""
    continued: frozenset[int] = frozenset()
    """The lines that go on with a text without quotes."""


def mend(lines: list[str], group: Field, reader: Reader) -> tuple[Edit, ...]:
    """Return changes after which the file is right and holds the same words; none if no such changes are known.

    The line numbers of each count in the file as it was. `group`: the fields of the file. Raises nothing.
    """
    edits: list[Edit] = []
    now = outcome(lines, group, reader)
    tries = 0
    while now.fault > (0, 0, 0) and len(edits) < MOST_EDITS:
        best: tuple[tuple[object, ...], Edit, Outcome] | None = None
        for number in _suspects(lines, now.where, group):
            for edit in candidates(lines, number, group.names()):
                tries += 1
                if tries > MOST_TRIES:
                    return ()
                tried = outcome(edit.applied(lines), group, reader)
                if tried.fault >= now.fault or _swallows(edit, tried, group.names()):
                    continue
                key = (tried.fault, *_cost(edit, tried, now.where))
                if best is None or key < best[0]:
                    best = key, edit, tried
        if best is None:
            return ()
        _, edit, now = best
        lines = edit.applied(lines)
        if not _added(edit, edits):
            return ()
    return tuple(sorted(edits)) if now.fault == (0, 0, 0) else ()


def _added(edit: Edit, edits: list[Edit]) -> bool:
    """Add an edit of the lines that `edits` left, so that its numbers count in the file as it was.

    Returns False if it changes only a part of what an earlier one has changed.
    """
    shift = 0
    for at, earlier in enumerate(edits):
        first = edit.first - shift
        if earlier.first == first and earlier.after == edit.before:
            edits[at] = earlier._replace(after=edit.after)
            return True
        if earlier.first < first + len(edit.before) and first < earlier.first + len(earlier.after):
            return False
        if earlier.first < first:
            shift += len(earlier.after) - len(earlier.before)
    edits.append(edit._replace(first=edit.first - shift))
    edits.sort()
    return True


def outcome(lines: list[str], group: Field, reader: Reader) -> Outcome:
    """Read `lines` as a file with the fields of `group`."""
    about = Diagnostics("", lines)
    entries = read_lines(about, group, reader)
    errors = [each for each in about.report() if each.level is Level.ERROR]
    where = tuple(dict.fromkeys(each.line for each in errors if each.line))
    known = frozenset((each.line, each.code) for each in errors)
    if entries is None:
        return Outcome((1, -max(where, default=0), 0), where, known)
    texts = list(_texts(entries))
    written = Counter(word for line in lines if says_something(line) for word in _WORD.findall(_NOTE.sub("", line)))
    lost = written - Counter(word for text in texts for word in _WORD.findall(text.written))
    continued = {number for text in texts if text.bare for number in range(text.line + 1, text.last_line + 1)}
    begins = frozenset(text.line for text in texts)
    return Outcome((0, len(errors), lost.total()), where, known, begins, frozenset(continued))


def _texts(value: Value) -> Iterator[Text]:
    match value:
        case Text():
            yield value
        case Items():
            for item in value.items:
                yield from _texts(item)
        case Entries():
            for name, each in value.entries:
                yield name
                yield from _texts(each)


def _suspects(lines: list[str], where: tuple[int, ...], group: Field) -> list[int]:
    """Return the lines that may be to blame, the likeliest first.

    These are lines near an error, lines that stand where none should, and above an error the first lines of its lists,
    whose dash may be missing.
    """
    near = [line + off for line in where[:4] for off in sorted(range(-AROUND, AROUND + 1), key=abs)]
    strays, firsts, after_name = [], [], False
    for number, line in enumerate(lines, 1):
        if not says_something(line):
            continue
        parts = split_line(1, line)
        name = _name(line)
        if indent(line) % 2 or (not indent(line) and not group.field(name)):
            strays.append(number)
        if after_name and number < max(where, default=0):
            firsts.append(number)
        after_name = bool(name) and not parts.value
    every = dict.fromkeys([*near, *strays[:20], *firsts[::-1]])
    return [number for number in every if 0 < number <= len(lines)][:60]


def _swallows(edit: Edit, tried: Outcome, names: frozenset[str]) -> bool:
    """Return True if a line with a name before its colon would be read as the end of a text."""
    if tried.fault[0]:
        return False
    if edit.slip is Slip.JOIN:
        return _name(edit.before[-1]) in names
    return any(at not in tried.begins for at, line in enumerate(edit.after, edit.first) if _name(line) in names)


def _name(line: str) -> str:
    return split_line(1, line).name.rstrip(" :")


def _cost(edit: Edit, tried: Outcome, where: tuple[int, ...]) -> tuple[object, ...]:
    """Rank changes that mend equally well: no sign is swallowed by the one before it, then the smallest change."""
    words = (edit.before[-1] if edit.slip is Slip.JOIN else edit.before[0]).strip()
    first = words.lstrip(OPENING)[:1]
    joins = edit.slip is Slip.JOIN or edit.first in tried.continued
    listed = edit.slip in (Slip.DASH, Slip.BULLET)
    wrong = (
        (joins and first.isupper())
        or (listed and edit.first not in tried.begins)
        or (edit.slip is Slip.DASH and first.islower())
    )
    apart = min((abs(edit.first - line) for line in where), default=0)
    size = sum(abs(len(a) - len(b)) for a, b in zip(edit.before, edit.after, strict=False))
    return wrong, edit.slip is not Slip.LINE, len(edit.before), apart, size, edit.first, edit.after
