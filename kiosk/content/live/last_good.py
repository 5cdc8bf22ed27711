"""The last content that was found right, ready to be shown without being read and checked again.

One file a content folder, named by the folder's path; it holds the hash of the files that it was made from.
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


class Copy(NamedTuple):
    """What was kept of a content folder."""

    made_from: str
    """`hashes.content_hash` of its files then."""
    library: Library

    @property
    def wanted(self) -> tuple[str, ...]:
        """Which topics a hash of the files as they are now has to look at, to be held against `made_from`."""
        return wanted_of(self.made_from)


class LastGood:
    """Copies of libraries in a folder of the kiosk's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, content: Path) -> Path:
        return self._folder / f"content-{sha256(str(content.absolute()).encode()).hexdigest()[:16]}.json"

    def load(self, content: Path) -> Copy | None:
        """The copy for the folder `content`, whatever the folder holds now."""
        stored = json_cache.read(self._path(content))
        if stored is None or not stored[0].startswith(_mark("")):
            return None
        try:
            return Copy(stored[0].removeprefix(_mark("")), from_plain(Library, stored[1]))
        except (ValueError, LookupError, TypeError, AttributeError):
            return None

    def save(self, content: Path, made_from: str, library: Library) -> bool:
        """Keeps `library` for the folder `content`; False where that cannot be written."""
        return json_cache.save(self._path(content), _mark(made_from), library, to_plain)


def _mark(made_from: str) -> str:
    """What a copy is marked with; every copy in the present form starts with the mark of no hash at all."""
    return f"{_form()} {made_from}"


@cache
def _form() -> str:
    """Changes by itself with the types of the library, so that no older copy is taken for one of now.

    The levels of cards too, which a copy names in its blocks.
    """
    return sha256(f"{shape_of(Library)} {shape_of(Urgency)}".encode()).hexdigest()[:16]
