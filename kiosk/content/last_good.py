"""The last content that was found right, ready to be shown without being read and checked again.

One file a content folder, named by the folder's path; it holds the hash of the files that it was made from.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from kiosk.content import kept
from kiosk.content.library import CareCard, Clinic, Library, Review, Section, Source, Topic, Urgency, WordRule

FORMAT = "1"
"""Changes whenever the dataclasses of `library` or the rules of the checks do, so that older copies are not used."""
MOST_BYTES = 262_144
"""Content files are no larger; what is larger is left to the reader to refuse."""


def content_hash(folder: Path) -> str | None:
    """A hash of all content files in `folder`; None where they cannot all be read."""
    digest = sha256(FORMAT.encode())
    try:
        files = [folder / "clinic.yaml", folder / "words.yaml"]
        files += sorted(path for path in folder.glob("*/*") if path.parent.name.isalpha())
        for path in files:
            if path.is_file():
                if path.stat().st_size > MOST_BYTES:
                    return None
                digest.update(f"\0{path.relative_to(folder)}\0".encode())
                digest.update(path.read_bytes())
    except (OSError, ValueError):
        return None
    return digest.hexdigest()


def file_hash(path: Path, name: str = "") -> str:
    """A hash of one file, and of `name`; of `name` alone where it cannot be read."""
    digest = sha256(f"{FORMAT}\0{name}\0".encode())
    try:
        if path.is_file():
            digest.update(path.read_bytes()[: MOST_BYTES + 1])
    except OSError:
        pass
    return digest.hexdigest()


class LastGood:
    """Copies of libraries in a folder of the kiosk's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, content: Path) -> Path:
        return self._folder / f"content-{sha256(str(content.absolute()).encode()).hexdigest()[:16]}.json"

    def load(self, content: Path, made_from: str | None) -> Library | None:
        """The copy for the folder `content`, if it was made from files with the hash `made_from`."""
        stored = None if made_from is None else kept.load(self._path(content), made_from)
        try:
            return None if stored is None else _library(stored)
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def save(self, content: Path, made_from: str | None, library: Library) -> bool:
        """Keeps `library` for the folder `content`; False where that cannot be written."""
        return made_from is not None and kept.save(self._path(content), made_from, library, _plain)


def _plain(value: object) -> object:
    """What JSON does not know: dates as text, dataclasses as their fields."""
    return value.isoformat() if isinstance(value, date) else vars(value)


def _library(stored: dict[str, Any]) -> Library:
    topics = {
        language: {name: _topic(topic) for name, topic in own.items()} for language, own in stored["topics"].items()
    }
    clinic = _with_tuples(stored["clinic"])
    return Library(Clinic(**clinic), topics, tuple(WordRule(**rule) for rule in stored["words"]))


def _topic(stored: dict[str, Any]) -> Topic:
    review = dict(stored["review"])
    for name in ("reviewed", "due"):
        review[name] = date.fromisoformat(review[name]) if review[name] else None
    parts = {
        "sections": tuple(Section(**_with_tuples(section)) for section in stored["sections"]),
        "cards": tuple(CareCard(**{**_with_tuples(card), "level": Urgency(card["level"])}) for card in stored["cards"]),
        "sources": tuple(Source(**source) for source in stored["sources"]),
        "last_changed": date.fromisoformat(stored["last_changed"]),
        "review": Review(**review),
    }
    return Topic(**{**stored, **parts})


def _with_tuples(stored: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()}
