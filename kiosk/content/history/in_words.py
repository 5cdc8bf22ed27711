"""What has changed between two generations, in words for staff."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from kiosk.content.approval.approved_texts import Change, Line, changes, present_lines
from kiosk.content.files.words_file import read_words
from kiosk.content.history.generations import Generation
from kiosk.content.history.own_files import APPROVED, SCORES
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.reader import read_topic
from kiosk.content.record.approvals import FILE as APPROVALS
from kiosk.content.record.approvals import WITHDRAWN, Record, records_in
from kiosk.pictures import OWN_FOLDER

_COMMENT = re.compile(r"\s*#.*|.*\s#\s.*")
_NAMED = re.compile(r"(?:- )?(?P<name>[\w-]+):\s*(?P<words>.*)")


class FileChange(NamedTuple):
    """What has changed in one file."""

    file: str
    """Its path in the content folder, with `/`."""
    what: str
    """A sentence about the file as a whole; empty if `changes` says it."""
    changes: tuple[Change, ...] = ()


def file_changes(before: Generation | None, after: Generation, topic: str = "") -> list[FileChange]:
    """Return what has changed, by file; only in `topic` (such as `signs`, `es/signs` or `clinic`) if given.

    Nothing is said of copies and score sheets, which go with the texts. Without `before`, everything is new, and
    nothing is said at all.
    """
    if before is None:
        return []
    names = sorted(name for name in {*before.files, *after.files} if before.files.get(name) != after.files.get(name))
    told = [
        *(_lines_added(before, after, topic) if APPROVALS in names else []),
        *(_change(before, after, name) for name in names if is_text(name) and is_about(name, topic)),
    ]
    return [each for each in told if each.what or each.changes]


def is_text(name: str) -> bool:
    """True for a file that staff change themselves."""
    return name != APPROVALS and name.split("/")[0] not in (APPROVED, SCORES)


def is_about(name: str, topic: str) -> bool:
    """True if the file `name` is what staff call `topic`; without one, always."""
    stem = name.rpartition(".")[0]
    wanted = topic.replace("\\", "/").removesuffix(".yaml")
    return not topic or stem == wanted or ("/" not in wanted and stem.rpartition("/")[2] == wanted)


def _change(before: Generation, after: Generation, name: str) -> FileChange:
    if name not in before.files:
        return FileChange(name, "New file.")
    if name not in after.files:
        return FileChange(name, "Removed.")
    if name.startswith(f"{OWN_FOLDER}/"):
        return FileChange(name, "Another picture.")
    read = _topic_lines if "/" in name else _plain_lines
    found = changes(read(before.content / name), read(after.content / name))
    return FileChange(name, "" if found else "Only comments, dates or the review.", tuple(found))


def _topic_lines(path: Path) -> list[Line]:
    """Return a topic as patients see and hear it, or as its file is written while it has an error."""
    topic = read_topic(path).topic
    if topic is None:
        return _plain_lines(path)
    rules, _ = read_words(path.parent.parent, fastest_reader())
    return present_lines(topic, rules)


def _plain_lines(path: Path) -> list[Line]:
    """Return the lines of a file that are no comments."""
    lines = []
    for line in path.read_text("utf-8-sig", "replace").splitlines():
        if line.strip() and not _COMMENT.fullmatch(line):
            named = _NAMED.fullmatch(line.strip())
            lines.append(Line(named["name"] if named else "line", named["words"] if named else line.strip()))
    return [line for line in lines if line.words]


def _lines_added(before: Generation, after: Generation, topic: str) -> list[FileChange]:
    """Return the approvals and withdrawals between two generations."""
    known, new = _records(before), _records(after)
    marks = {each.hash for each in known}
    return [
        FileChange(f"{each.topic}.yaml", _said(each))
        for each in new
        if each.hash not in marks and is_about(f"{each.topic}.yaml", topic)
    ]


def _said(record: Record) -> str:
    if record.what == WITHDRAWN:
        return f"{record.by} withdrew the approval."
    return f"Approved by {record.by}, {record.role}."


def _records(generation: Generation) -> tuple[Record, ...]:
    try:
        return records_in((generation.content / APPROVALS).read_bytes())[0]
    except OSError:
        return ()
