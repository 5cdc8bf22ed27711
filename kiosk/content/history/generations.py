"""Generations: each right state of a content folder, whole, in the state folder.

`history/<hash of the path>/<number>-<hash of the files>/` holds the files, and `about.json` their hashes. Equal files
of two generations are one file on the disk (hard links), so a hundred of them take little more room than one.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kiosk.content.history.own_files import own_files
from kiosk.content.record.approvals import FILE as APPROVALS
from kiosk.machine.files import flush_folder, write_whole
from kiosk.machine.lock import Lock
from kiosk.machine.paths import state_folder

KEPT = 100
"""Generations that are kept; older ones go, but for those with which an approval was recorded."""
DEVICE = "device.yaml"
KEY_MAP = "key-map.yaml"
ELSEWHERE = (DEVICE, KEY_MAP)
"""The machine's settings and a clinic's own key map, which a generation holds only where a backup has replaced them."""
SYSTEM_STATE = Path("/var/lib/kiosk")
"""Where an installed kiosk has its state; a command that may write there uses its history."""
NONE: Mapping[str, Path] = MappingProxyType({})
_ABOUT = "about.json"
_BESIDE = ".new-"
"""The beginning of the name of a generation that is not whole yet."""
_FILES = "content"
_FOLDER = re.compile(r"(\d{6,9})-([0-9a-f]{16})")


class HistoryError(Exception):
    """An earlier state cannot be used; the message is a sentence for staff."""


class Generation(NamedTuple):
    """The content as it was at one time."""

    number: int
    digest: str
    """16 hex digits that name exactly these files."""
    made: datetime
    """When it was taken over, in UTC."""
    why: str
    """What led to it, in a few words; empty if somebody changed the files."""
    by: str
    """Who did it; empty if that is not known."""
    right: bool
    """False for files with an error, kept because something else has taken their place."""
    files: Mapping[str, str]
    """Path with `/` → SHA-256 of the file."""
    elsewhere: Mapping[str, str]
    """Where those of `ELSEWHERE` are on this machine that belong to the generation."""
    place: Path

    @property
    def content(self) -> Path:
        """The content folder as it was."""
        return self.place / _FILES

    def read(self, name: str) -> bytes:
        """Return a file as it was. Raises HistoryError if it is damaged."""
        raw = self._as_it_is_here(name)
        if _hash(raw) != self.files[name]:
            raise HistoryError(f"Generation {self.number} is damaged ({name}), so nothing was put back from it.")
        return raw

    def has(self, name: str, raw: bytes) -> bool:
        """True if this file was `raw`, and still is here."""
        return name in self.files and self._as_it_is_here(name) == raw

    def _as_it_is_here(self, name: str) -> bytes:
        try:
            return (self.content / name).read_bytes()
        except OSError:
            return b""

    def holds_as_it_is(self, name: str) -> bool:
        """True if the file `name` of `ELSEWHERE` is still what was kept."""
        try:
            now = _hash(Path(self.elsewhere[name]).read_bytes()) if name in self.elsewhere else None
        except OSError:
            now = None
        return now == self.files.get(name)


class History:
    """The generations of one content folder. Methods raise OSError, also if another is at work too long."""

    def __init__(self, content: Path, state: Path) -> None:
        self.content = Path(os.path.abspath(content))
        self.folder = state / "history" / sha256(str(self.content).encode()).hexdigest()[:16]
        self._lock = Lock(self.folder / "lock")

    def held(self) -> AbstractContextManager[None]:
        """Keep all others from adding and going back during the block: kiosk, editor and commands. See `Lock.held`."""
        return self._lock.held()

    @classmethod
    def of(cls, content: Path) -> History:
        """Return the history of `content` here: that of the installed kiosk where this user may add to it."""
        shared = cls(content, SYSTEM_STATE)
        return shared if os.access(shared.folder, os.R_OK | os.W_OK | os.X_OK) else cls(content, state_folder())

    def all(self) -> list[Generation]:
        """Return all generations, the oldest first; those that cannot be read are left out."""
        try:
            names = sorted(os.listdir(self.folder))
        except OSError:
            return []
        return [found for name in names if (found := _read(self.folder / name))]

    def last(self) -> Generation | None:
        """Return the newest generation, or None."""
        return next(iter(self.all()[-1:]), None)

    def keep(
        self,
        why: str = "",
        right: bool = True,
        still: Callable[[], bool] = lambda: True,
        elsewhere: Mapping[str, Path] = NONE,
        by: str = "",
    ) -> Generation | None:
        """Keep the content as it is now, and return its generation; the newest one if nothing has changed since.

        Args:
            why: What led to it.
            right: False if it has an error.
            still: Asked once the files are read; if it says no, they are changing, and None is returned.
            elsewhere: Where those of `ELSEWHERE` are that are to be kept too, if they are there.
            by: Who did it.
        """
        with self.held():
            files = own_files(self.content)
            files |= {name: path.read_bytes() for name, path in elsewhere.items() if path.is_file()}
            return self.add(files, why, right, elsewhere, by) if still() else None

    def add(
        self, files: Mapping[str, bytes], why: str, right: bool, elsewhere: Mapping[str, Path] = NONE, by: str = ""
    ) -> Generation:
        """Add `files` as a generation, unless they are those of the newest one. Returns it."""
        hashes = {name: _hash(raw) for name, raw in sorted(files.items())}
        with self.held():
            every = self.all()
            last = every[-1] if every else None
            if last and _is_all_of(last, files, hashes, elsewhere):
                return last
            digest = _hash("".join(f"{name}\0{each}\n" for name, each in hashes.items()).encode())[:16]
            place = self.folder / f"{last.number + 1 if last else 1:06}-{digest}"
            for left in self.folder.glob(f"{_BESIDE}*"):  # by a killed process; another user's may have to stay
                shutil.rmtree(left, ignore_errors=True)
            beside = self.folder / f"{_BESIDE}{os.getpid()}"
            _write(beside / _FILES, files, last)
            about = {
                "made": datetime.now(UTC).isoformat(timespec="seconds"),
                "why": why,
                "by": by,
                "right": right,
                "elsewhere": {name: str(path.absolute()) for name, path in elsewhere.items()},
                "files": hashes,
            }
            write_whole(beside / _ABOUT, json.dumps(about, ensure_ascii=False, indent=1).encode())
            os.rename(beside, place)
            flush_folder(self.folder)
            added = _read(place)
            if added is None:
                raise OSError(f"{place} could not be read")
            self._tidy([*every, added])
            return added

    def _tidy(self, every: list[Generation]) -> None:
        """Remove old generations."""
        before = [None, *every]
        for earlier, each in zip(before, every[:-KEPT], strict=False):
            if each.files.get(APPROVALS) == (earlier.files.get(APPROVALS) if earlier else None):
                shutil.rmtree(each.place, ignore_errors=True)

    def find(self, text: str) -> Generation:
        """Return the generation with the number, the beginning of the hash, or the day that `text` names.

        For a day such as 2026-11-30 it is the last one of that day or before. Raises HistoryError if there is none.
        """
        every = self.all()
        found = [each for each in every if text.isdecimal() and each.number == int(text)]
        if not found and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            with suppress(ValueError):
                day = date.fromisoformat(text)
                found = [each for each in every if each.made.astimezone().date() <= day][-1:]
        if not found and re.fullmatch(r"[0-9a-f]{4,16}", text):
            found = [each for each in every if each.digest.startswith(text)][-1:]
        if not found:
            raise HistoryError(f"There is no generation “{text}”. “kiosk history” lists all.")
        return found[0]


def _is_all_of(
    last: Generation, files: Mapping[str, bytes], hashes: Mapping[str, str], elsewhere: Mapping[str, Path]
) -> bool:
    """True if these are the files of `last`, and undamaged there; of `ELSEWHERE` only those that are asked for."""
    named = {*last.files, *hashes, *elsewhere} - ({*ELSEWHERE} - {*elsewhere})
    same = all(last.files.get(name) == hashes.get(name) for name in named)
    whole = all(last.has(name, raw) for name, raw in files.items())
    return same and whole and last.elsewhere.keys() >= elsewhere.keys()


def _write(folder: Path, files: Mapping[str, bytes], last: Generation | None) -> None:
    """Write `files` into the new `folder`; those that are the same in `last` become links to it."""
    folder.mkdir(parents=True)
    folders = {folder}
    for name, raw in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        folders.add(path.parent)
        if last and last.has(name, raw):
            with suppress(OSError):  # not every disk has links
                os.link(last.content / name, path)
                continue
        write_whole(path, raw)
    for each in folders:
        flush_folder(each)


def _read(place: Path) -> Generation | None:
    """Return the generation at `place`; None if it is none, or not whole."""
    named = _FOLDER.fullmatch(place.name)
    if named is None:
        return None
    try:
        about = json.loads((place / _ABOUT).read_bytes())
        made = datetime.fromisoformat(about["made"])
        why, by, right, elsewhere = str(about["why"]), str(about["by"]), bool(about["right"]), dict(about["elsewhere"])
        return Generation(int(named[1]), named[2], made, why, by, right, dict(about["files"]), elsewhere, place)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _hash(raw: bytes) -> str:
    return sha256(raw).hexdigest()
