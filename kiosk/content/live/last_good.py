"""The last content that was found right, ready to be shown without being read and checked again.

One file a content folder, named by the folder's path; it holds the hash of the files that it was made from.
"""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.content.files.hashes import FORMAT, wanted_of
from kiosk.content.live import kept
from kiosk.content.model.library import (
    CareCard,
    Clinic,
    Hours,
    LanguageHelp,
    Library,
    Notice,
    Review,
    Section,
    Source,
    Topic,
    Translation,
    Urgency,
    Weight,
    WordRule,
)


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
        stored = kept.read(self._path(content))
        if stored is None or not stored[0].startswith(_mark("")):
            return None
        try:
            return Copy(stored[0].removeprefix(_mark("")), _library(stored[1]))
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def save(self, content: Path, made_from: str, library: Library) -> bool:
        """Keeps `library` for the folder `content`; False where that cannot be written."""
        return kept.save(self._path(content), _mark(made_from), library, _plain)


def _mark(made_from: str) -> str:
    """What a copy is marked with; every copy in the present form starts with the mark of no hash at all."""
    return f"{FORMAT} {made_from}"


def _plain(value: object) -> object:
    """What JSON does not know: dates as text, dataclasses as their fields."""
    return value.isoformat() if isinstance(value, date) else vars(value)


def _library(stored: dict[str, Any]) -> Library:
    topics = {
        language: {name: _topic(topic) for name, topic in own.items()} for language, own in stored["topics"].items()
    }
    return Library(
        _clinic(stored["clinic"]),
        topics,
        tuple(WordRule(**rule) for rule in stored["words"]),
        None if stored["notice"] is None else _notice(stored["notice"]),
        tuple(stored["withheld"]),
        tuple(LanguageHelp(**told) for told in stored["languages"]),
    )


def _clinic(stored: dict[str, Any]) -> Clinic:
    opening = tuple(Hours(**_with_tuples(hours)) for hours in stored["opening"])
    closed_on = tuple(map(date.fromisoformat, stored["closed_on"]))
    return Clinic(**{**_with_tuples(stored), "opening": opening, "closed_on": closed_on})


def _notice(stored: dict[str, Any]) -> Notice:
    moments = {name: _moment(stored[name]) for name in ("start", "end")}
    return Notice(**{**stored, **moments, "level": Weight(stored["level"])})


def _moment(stored: str | None) -> datetime | None:
    return datetime.fromisoformat(stored) if stored else None


def _topic(stored: dict[str, Any]) -> Topic:
    parts = {
        "sections": tuple(Section(**_with_tuples(section)) for section in stored["sections"]),
        "cards": tuple(CareCard(**{**_with_tuples(card), "level": Urgency(card["level"])}) for card in stored["cards"]),
        "sources": tuple(Source(**source) for source in stored["sources"]),
        "last_changed": date.fromisoformat(stored["last_changed"]),
        "review": Review(**_with_days(stored["review"])),
        "translation": None if stored["translation"] is None else Translation(**_with_days(stored["translation"])),
    }
    moments = {name: _moment(stored[name]) for name in ("show_from", "show_until")}
    return Topic(**{**_with_tuples(stored), **parts, **moments})


def _with_days(stored: dict[str, Any]) -> dict[str, Any]:
    days = {name: date.fromisoformat(stored[name]) for name in ("reviewed", "due") if stored.get(name)}
    return {**stored, **days}


def _with_tuples(stored: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()}
