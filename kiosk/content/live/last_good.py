"""The last content without errors, ready to be shown without reading and checking it again.

One file for each content folder, named by the hash of its path; it contains the hash of the files it was made from.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kiosk.content.files.hashes import wanted_of
from kiosk.content.live import json_cache
from kiosk.content.live.plain import from_plain, shape_of, to_plain
from kiosk.content.model.library import Library, Urgency

_WITH_ERRORS = "with-errors:"
"""Before a hash, so that no hash of files is equal to it."""


class Copy(NamedTuple):
    """The copy of a content folder."""

    made_from: str
    """`hashes.content_hash` of its files at that time."""
    library: Library

    @property
    def wanted(self) -> tuple[str, ...]:
        """The topics that a new hash has to cover to be compared with `made_from`."""
        return wanted_of(self.made_from)


class LastGood:
    """Copies of libraries, in the kiosk's state folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _path(self, content: Path) -> Path:
        return self.folder / f"content-{sha256(str(content.absolute()).encode()).hexdigest()[:16]}.json"

    def load(self, content: Path) -> Copy | None:
        """Return the copy for the folder `content`, whatever the folder contains now; None if there is none."""
        stored = json_cache.read(self._path(content))
        if stored is None or not stored[0].startswith(_mark("")):
            return None
        try:
            return Copy(stored[0].removeprefix(_mark("")), from_plain(Library, stored[1]))
        except (ValueError, LookupError, TypeError, AttributeError):
            return None

    def save(self, content: Path, made_from: str, library: Library, with_errors: bool = False) -> bool:
        """Store `library` for the folder `content`; return False if it cannot be written.

        `with_errors`: the files have errors that do not keep the library from being shown. They are read again at the
        next start, so that staff hear of them again.
        """
        mark = _mark(f"{_WITH_ERRORS if with_errors else ''}{made_from}")
        return json_cache.save(self._path(content), mark, library, to_plain)


def _mark(made_from: str) -> str:
    """Return the mark of a copy: its form, then the hash. `_mark("")` starts every copy in the present form."""
    return f"{_form()} {made_from}"


@cache
def _form() -> str:
    """Return a hash of the library's types, so that no older copy is taken for a present one.

    It covers the levels of care cards too, which the blocks of a copy name.
    """
    return sha256(f"{shape_of(Library)} {shape_of(Urgency)}".encode()).hexdigest()[:16]
