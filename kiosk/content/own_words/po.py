"""The entries of a `.po` file, with their lines: the format of gettext, as Poedit and its like write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,2})\])?)\s*(".*")\s*')
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "r": ""}


@dataclass
class Entry:
    """One message with its translations."""

    line: int
    """Of its first keyword, from 1."""
    unsure: bool = False
    """Marked `fuzzy`: the translator, or a program, only guessed."""
    english: str | None = None
    many: str | None = None
    """The English for more than one; None for a text that depends on no number."""
    forms: dict[int, str] = field(default_factory=dict)
    wrong: int = 0
    """The first line of it that is no part of a catalogue; 0 if there is none."""


def entries_of(lines: list[str]) -> Iterator[Entry]:
    """Yield the entries in order, the header first if there is one; one that is no longer used (`#~`) is left out."""
    entry, last, unsure = Entry(0), "", False
    for number, written in enumerate(lines, 1):
        line = written.strip()
        if line.startswith("#"):
            unsure |= line.startswith("#,") and "fuzzy" in line
            continue
        if not line:
            continue
        found = _KEYWORD.fullmatch(line)
        keyword, text = (found[1], found[3]) if found else (last, line)
        if found and (keyword == "msgctxt" or (keyword == "msgid" and last != "msgctxt")):
            if entry.line:
                yield entry
            entry, unsure = Entry(number, unsure), False
        last = keyword
        quoted = _QUOTED.fullmatch(text)
        if quoted is None or not keyword:
            entry.line = entry.line or number
            entry.wrong = entry.wrong or number
            continue
        _add(entry, keyword, int(found[2]) if found and found[2] else None, _plain(quoted[1]), goes_on=not found)
    if entry.line:
        yield entry


def _add(entry: Entry, keyword: str, form: int | None, text: str, goes_on: bool) -> None:
    """Put a piece of text into its place; `goes_on`: it follows what is there."""
    if keyword == "msgid":
        entry.english = (entry.english or "") + text
    elif keyword == "msgid_plural":
        entry.many = (entry.many or "") + text
    elif keyword.startswith("msgstr"):
        number = (max(entry.forms, default=0) if goes_on else 0) if form is None else form
        entry.forms[number] = (entry.forms.get(number, "") if goes_on else "") + text


def _plain(quoted: str) -> str:
    """Return a text without its escapes."""
    return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), quoted)
