"""Make a content folder what it was at an earlier time.

What is to be done is written down before the first file is changed. If the process is killed, whoever gets the lock
next finishes it, so the folder is the old state or the new one.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kiosk.content.history.generations import ELSEWHERE, Generation, History, HistoryError
from kiosk.content.history.own_files import APPROVED, own_files
from kiosk.content.record.approvals import FILE as APPROVALS
from kiosk.machine.files import write_all, write_whole

_PENDING = "pending.json"


class _Plan(NamedTuple):
    write: dict[Path, bytes]
    remove: list[Path]


def put_back(
    history: History, target: Generation, names: Collection[str] | None = None, before: Generation | None = None
) -> None:
    """Make the folder what it was in `target`, or only its files `names`.

    `before` is the folder as it is now, by default the newest generation. What is `ELSEWHERE` goes with the content
    only if both hold it, and nobody has changed it since.

    The list of approvals is only added to, so it stays as it is now unless it lacks a line that it had in `target`.
    Raises HistoryError if the generation is damaged, and OSError if the files cannot be written; then nothing has
    changed.
    """
    with history.held():
        before = before or history.last()
        plan = _plan(history, target, names, before)
        pending = history.folder / _PENDING
        note = {
            "generation": target.place.name,
            "before": before.place.name if before else "",
            "names": names if names is None else sorted(names),
        }
        write_whole(pending, json.dumps(note).encode())
        try:
            _carry_out(plan)
        except OSError:
            with suppress(OSError, HistoryError):
                if before:
                    _carry_out(_plan(history, before, names, before))
            pending.unlink(missing_ok=True)
            raise
        pending.unlink(missing_ok=True)


def finish(history: History) -> Generation | None:
    """Finish what a process that was killed has begun; return the generation that was put back, or None.

    While a process is still at it, that has the lock. Raises OSError if it cannot be done now, and HistoryError if the
    generation has been damaged since.
    """
    pending = history.folder / _PENDING
    if not pending.exists():
        return None
    with history.held():
        try:
            note = json.loads(pending.read_bytes())
            names = note["names"]
            target, before = _named(history, note["generation"]), _named(history, note["before"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            with suppress(OSError):
                pending.unlink(missing_ok=True)
            return None
        if target:
            _carry_out(_plan(history, target, names, before))
        pending.unlink(missing_ok=True)
        return target


def _named(history: History, name: str) -> Generation | None:
    """Return the generation in the folder `name`, or None."""
    return next((each for each in history.all() if each.place.name == name), None)


def may_differ(name: str) -> bool:
    """True for the files that go back with the others; the records of approvals are only added to."""
    return name not in (APPROVALS, *ELSEWHERE) and not name.startswith(f"{APPROVED}/")


def differ(one: Generation, other: Generation) -> bool:
    """True if going from one to the other would change a file."""
    return _mutable(one) != _mutable(other)


def _mutable(generation: Generation) -> dict[str, str]:
    return {name: each for name, each in generation.files.items() if may_differ(name)}


def _plan(history: History, target: Generation, names: Collection[str] | None, before: Generation | None) -> _Plan:
    present = own_files(history.content)
    wanted = {name: target.read(name) for name in target.files if names is None or name in names}
    write = {
        history.content / name: raw
        for name, raw in wanted.items()
        if name not in ELSEWHERE and present.get(name) != raw and not _continues(name, present, raw)
    }
    for name in ELSEWHERE:
        where = target.elsewhere.get(name)
        if name in wanted and where and before and before.elsewhere.get(name) == where and before.holds_as_it_is(name):
            write[Path(where)] = wanted[name]
    gone = (name for name in present if name not in wanted and may_differ(name))
    return _Plan(write, [history.content / name for name in gone if names is None or name in names])


def _continues(name: str, present: dict[str, bytes], raw: bytes) -> bool:
    """True for the list of approvals, or a copy of an approved text, that has all that it had."""
    return not may_differ(name) and name in present and (name != APPROVALS or present[name].startswith(raw))


def _carry_out(plan: _Plan) -> None:
    write_all(plan.write)
    for path in plan.remove:
        path.unlink(missing_ok=True)
    for folder in _folders(plan.remove):
        with suppress(OSError):  # others are in it
            folder.rmdir()


def _folders(paths: Iterable[Path]) -> set[Path]:
    return {path.parent for path in paths}


def restorable(history: History) -> Generation | None:
    """Return the generation before the present one that differs from it; None if there is none.

    Raises HistoryError if nothing has been kept.
    """
    every = history.all()
    if not every:
        raise HistoryError("Nothing has been kept yet, so there is nothing to go back to.")
    return next((each for each in reversed(every[:-1]) if differ(each, every[-1])), None)
