"""`approvals.jsonl`: a line for each approval and each withdrawal, which is never changed afterwards.

Each line holds the hash of the one before it, so a line that was changed or taken out is noticed. That the last lines
were taken out is noticed by the topics, whose reviews name theirs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from os.path import lexists
from pathlib import Path
from typing import NamedTuple

from kiosk.content.files.hashes import APPROVALS
from kiosk.content.model.library import Review
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.file_bytes import read_bytes
from kiosk.content.parsing.nodes import tidy

FILE = APPROVALS
LARGEST = 2 * 1024 * 1024
"""Bytes; some five thousand approvals."""
APPROVED, WITHDRAWN = "approved", "withdrawn"
_FIRST = ""
"""What is before the first line."""


class Record(NamedTuple):
    """One line of the list."""

    what: str
    """`APPROVED` or `WITHDRAWN`."""
    topic: str
    """As `en/signs`."""
    text: str
    """`Topic.fingerprint` of the page that was approved, or whose approval was withdrawn."""
    by: str
    role: str = ""
    on: str = ""
    """The day, as 2026-11-30."""
    although: str = ""
    """What the reviewer knew to speak against it, such as a newer original; empty for nothing."""
    key: str = ""
    """The public key with which the line is signed; empty for none."""
    before: str = _FIRST
    """SHA-256 of the line before, in hex."""
    signature: str = ""
    """Of `signed`, as ssh-keygen writes it, without its first and last line."""

    @property
    def line(self) -> str:
        """The line as it is in the file, without its end."""
        return json.dumps({name: value for name, value in self._asdict().items() if value}, ensure_ascii=False)

    @property
    def signed(self) -> bytes:
        """What a signature is of: the line without it."""
        return self._replace(signature="").line.encode()

    @property
    def hash(self) -> str:
        """SHA-256 of the line, in hex."""
        return sha256(self.line.encode()).hexdigest()

    @property
    def mark(self) -> str:
        """What the review of a topic says to name this line."""
        return self.hash[:16]

    @property
    def person(self) -> str:
        """Who it was, however the name was typed."""
        return person(self.by)


def person(name: str) -> str:
    """Return a name as it is compared with others."""
    return tidy(name).casefold()


def records_in(raw: bytes) -> tuple[tuple[Record, ...], int]:
    """Return the records in the bytes of a list, and the number of the first line that is not as it was; 0 for none."""
    found: list[Record] = []
    before = _FIRST
    for number, line in enumerate(raw.split(b"\n"), 1):
        if not line and number > raw.count(b"\n"):
            break
        record = _record(line.rstrip(b"\r"))
        if record is None or record.before != before:
            return tuple(found), number
        found.append(record)
        before = record.hash
    return tuple(found), 0


def _record(line: bytes) -> Record | None:
    """Return the record in a line; None unless it was written by `Record.line`."""
    try:
        record = Record(**json.loads(line))
        date.fromisoformat(record.on)
        same = record.line.encode() == line
    except (ValueError, TypeError, RecursionError):
        return None
    texts = all(isinstance(value, str) for value in record)
    return record if same and texts and record.what in (APPROVED, WITHDRAWN) else None


def following(records: Sequence[Record]) -> str:
    """Return what `Record.before` is of the next line."""
    return records[-1].hash if records else _FIRST


def read_approvals(folder: Path) -> tuple[tuple[Record, ...], Diagnostics]:
    """Return the list in a content folder, and its diagnostics; nothing if there is none."""
    diagnostics = Diagnostics(FILE)
    if not lexists(folder / FILE):
        return (), diagnostics
    raw = read_bytes(folder / FILE, diagnostics, LARGEST)
    records, wrong = records_in(raw) if raw is not None else ((), 0)
    if wrong:
        diagnostics.add(
            "approvals-changed",
            "A line of the list of approvals was changed or removed: this one, or one above it.",
            "Put the list back with “kiosk undo”, or take it from a backup. The kiosk alone writes it.",
            line=wrong,
        )
    return records, diagnostics


def standing(records: Iterable[Record], topic: str, text: str) -> tuple[Record, ...]:
    """Return the approvals of exactly this text that nobody has withdrawn: the last one of each reviewer."""
    found: dict[str, Record] = {}
    for record in records:
        if (record.topic, record.text) != (topic, text):
            continue
        if record.what == WITHDRAWN:
            found = {}
        else:
            found.pop(record.person, None)
            found[record.person] = record
    return tuple(found.values())


def withdrawal(records: Iterable[Record], topic: str, text: str) -> Record | None:
    """Return the withdrawal of the approval of exactly this text, if it is the last that was said of it."""
    said = [each for each in records if (each.topic, each.text) == (topic, text)]
    return said[-1] if said and said[-1].what == WITHDRAWN else None


def is_borne_out(review: Review, topic: str, records: Iterable[Record], reviewers: int) -> bool:
    """True if the list says nothing against a review, and as many people as needed have approved that text.

    A review from before there was a list counts for its reviewer.
    """
    records = tuple(records)
    if withdrawal(records, topic, review.text):
        return False
    people = {each.person for each in standing(records, topic, review.text)}
    return len(people | {person(review.reviewer)}) >= reviewers
