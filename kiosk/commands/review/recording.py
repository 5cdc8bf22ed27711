"""Write an approval or a withdrawal: one more line in the list, and the review of the topic."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kiosk.commands.content.topics import no_review
from kiosk.content.approval.approved_texts import keep as keep_copy
from kiosk.content.approval.edit_review import problem_with_approval, with_approval, with_withdrawal
from kiosk.content.history.keep import kept
from kiosk.content.model.library import Library, Topic
from kiosk.content.reader import read_content
from kiosk.content.record.approvals import (
    APPROVED,
    FILE,
    WITHDRAWN,
    Record,
    following,
    person,
    records_in,
    standing,
    withdrawal,
)
from kiosk.machine.files import write_all

_MEANWHILE = "Somebody else has recorded an approval meanwhile, so nothing was recorded. Try again."
_LAY_OUT = "Give the review lines of its own, each with a name, a colon and a short text, and try again."
Sign = Callable[[Record], Record]
"""Adds a reviewer's key and signature to a line. Raises RecordingError."""


class RecordingError(Exception):
    """Nothing was recorded; the message is a sentence or two for staff."""


class Reviewer(NamedTuple):
    """Who approves."""

    name: str
    role: str
    sign: Sign = lambda record: record
    """Leaves lines unsigned by default."""


def waits_for_others(folder: Path, topic: Topic, name: str, reviewers: int) -> bool:
    """True if this person has approved exactly this text in the last twelve months, and only others are missing."""
    records, _ = records_in(_raw(folder / FILE))
    people = _people(records, topic, date.today())
    return person(name) in people and len(people) < reviewers


def record_approval(folder: Path, topic: Topic, library: Library, by: Reviewer, although: str = "") -> list[str]:
    """Record that `by` approves `topic` as it was read; return what to say.

    The topic counts as approved once as many people as the clinic wants have approved this text. `although` is what
    the reviewer knows to speak against it. Raises RecordingError; then nothing has changed.
    """
    today = date.today()
    name = f"{topic.language}/{topic.name}"
    before = _raw(folder / FILE)
    records, wrong = records_in(before)
    if wrong:
        raise RecordingError(f"Line {wrong} of {folder / FILE} was changed. “check” says what to do.")
    record = by.sign(
        Record(
            APPROVED, name, topic.fingerprint, by.name, by.role, today.isoformat(), although, before=following(records)
        )
    )
    people = {**_people(records, topic, today), record.person: today}
    newest = sorted(people.values(), reverse=True)[: library.clinic.reviewers]
    due = in_a_year(min(newest))
    written = {folder / FILE: _with_line(before, record)}
    is_enough = len(people) >= library.clinic.reviewers
    path = folder / topic.language / f"{topic.name}.yaml"
    text = path.read_bytes()
    if is_enough:
        written[path] = _with_review(path, text, record, today, due)
    with kept(folder, f"approved: {name}", by.name):
        if _raw(folder / FILE) != before:  # a passphrase takes its time
            raise RecordingError(_MEANWHILE)
        try:
            keep_copy(folder, topic, library.words)
            write_all(written)
        except OSError as error:
            raise RecordingError(
                f"The approval could not be written ({error.strerror}). Nothing was changed in {path}."
            ) from error
        _make_sure(folder, topic, is_enough, {path: text, folder / FILE: before})
    said = [f"{by.name}, {by.role}, has approved “{topic.title}” ({name}) as it is now."]
    if is_enough:
        return [*said, f"The next review is due on {due}."]
    left = library.clinic.reviewers - len(people)
    return [*said, f"It counts as approved once {left} other reviewer{'s' * (left > 1)} has approved it too."]


def record_withdrawal(folder: Path, topic: Topic, by: str) -> str:
    """Record that `by` withdraws the approvals of `topic`; return what to say. Raises RecordingError."""
    old, where = topic.review, f"“{topic.title}” ({topic.language}/{topic.name})"
    name = f"{topic.language}/{topic.name}"
    before = _raw(folder / FILE)
    records, wrong = records_in(before)
    waiting = standing(records, name, topic.fingerprint)
    if not old.reviewer and not waiting:
        raise RecordingError(f"Nobody has approved {where}, so there is nothing to withdraw.")
    if wrong:
        raise RecordingError(f"Line {wrong} of {folder / FILE} was changed. “check” says what to do.")
    today = date.today()
    raw, last = before, following(records)
    for text in dict.fromkeys([*([old.text] if old.reviewer else []), *(each.text for each in waiting)]):
        record = Record(WITHDRAWN, name, text, by, "", today.isoformat(), before=last)
        raw, last = _with_line(raw, record), record.hash
    written = {folder / FILE: raw}
    path = folder / topic.language / f"{topic.name}.yaml"
    if old.reviewer:
        after = with_withdrawal(path.read_bytes(), by, today)
        if after is None:
            raise RecordingError(no_review(path))
        written[path] = after
    with kept(folder, f"withdrawn: {name}", by):
        if _raw(folder / FILE) != before:
            raise RecordingError(_MEANWHILE)
        try:
            write_all(written)
        except OSError as error:
            raise RecordingError(
                f"The withdrawal could not be written ({error.strerror}). Nothing was changed in {path}."
            ) from error
    if not old.reviewer:
        names = " and ".join(f"{each.by}, {each.role}, on {each.on}" for each in waiting)
        return f"{by} has withdrawn the approval of {where} by {names}."
    return f"{by} has withdrawn the approval of {where} by {old.reviewer}, {old.role}, on {old.reviewed}."


def in_a_year(day: date) -> date:
    """Return the same day a year later; 28 February for a leap day."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def _people(records: tuple[Record, ...], topic: Topic, today: date) -> dict[str, date]:
    """Return who has approved exactly this text in the last twelve months, and when."""
    name, review = f"{topic.language}/{topic.name}", topic.review
    found: dict[str, date] = {}
    is_of_this = review.reviewer and review.text == topic.fingerprint and not withdrawal(records, name, review.text)
    if is_of_this and review.reviewed:
        found[person(review.reviewer)] = review.reviewed
    for each in standing(records, name, topic.fingerprint):
        found[each.person] = date.fromisoformat(each.on)
    return {each: day for each, day in found.items() if today < in_a_year(day)}


def _raw(path: Path) -> bytes:
    """Return the bytes of a file; none if there is no such file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _with_line(raw: bytes, record: Record) -> bytes:
    end = b"" if not raw or raw.endswith(b"\n") else b"\n"
    return raw + end + record.line.encode() + b"\n"


def _with_review(path: Path, text: bytes, record: Record, today: date, due: date) -> bytes:
    """Return the bytes of a topic file with this approval. Raises RecordingError if it cannot be written into it."""
    after = with_approval(text, record.by, record.role, today, due, record.text, record.mark)
    if after is None:
        raise RecordingError(no_review(path))
    if fault := problem_with_approval(after, record.by, record.role):
        raise RecordingError(f"The approval cannot be written into {path}, and nothing was changed. {fault} {_LAY_OUT}")
    return after


def _make_sure(folder: Path, topic: Topic, is_enough: bool, before: dict[Path, bytes]) -> None:
    """Raise RecordingError, and put everything back, unless the files now say what was read."""
    everything = read_content(folder).everything
    now = everything.topics[topic.language].get(topic.name) if everything else None
    if now and now.fingerprint == topic.fingerprint and (now.approved or not is_enough):
        return
    write_all(before)
    if not before[folder / FILE]:
        (folder / FILE).unlink(missing_ok=True)
    path = folder / topic.language / f"{topic.name}.yaml"
    raise RecordingError(
        f"{path}, clinic.yaml or words.yaml was changed meanwhile, so nothing was recorded. "
        "Read it, and approve it again."
    )
