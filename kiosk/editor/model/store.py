"""The files of a clinic as the editor opens, tries and saves them."""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF8
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kiosk.content.files.folder import languages_in
from kiosk.content.history.keep import kept
from kiosk.content.parsing.diagnostic import Diagnostic, errors
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.reader import read_content
from kiosk.editor.model.change import ChangeError, changed
from kiosk.editor.model.forms import CHANGED_ON, Form, Offer, topic_form
from kiosk.editor.model.pasted import cleaned_value
from kiosk.editor.model.places import UnreadableError, places
from kiosk.editor.model.told import by_field
from kiosk.editor.model.trial import Trial, trial
from kiosk.editor.model.values import Value, values_of, without_empty
from kiosk.machine.files import rewrite
from kiosk.pictures.master import names
from kiosk.pictures.own import own_names

CHANGED_MEANWHILE = (
    "Somebody else has changed this text since you opened it. What you typed is still here. Compare the two, and save "
    "again if yours is to stay."
)
NOT_THIS_WAY = (
    "This cannot be written into the file as it is laid out. Nothing was changed. Ask the person who looks after the "
    "kiosk to type it into the file."
)

IN_A_FORM = "in a form"
"""What the history says of how a change was made."""


class Opened(NamedTuple):
    """A file as it is now."""

    values: dict[str, Value] | None
    """None if the file cannot be read, so that it has to be mended first."""
    state: str
    """Names exactly these bytes; empty if there is no such file."""


class Tried(NamedTuple):
    """A form that was filled in, and what the reader says to it."""

    told: dict[str, list[str]]
    """Why it cannot be saved, by the path of the field; empty path for the form as a whole. Nothing if it can."""
    advice: dict[str, list[str]]
    """What `check` would remark, in the same way."""
    trial: Trial | None
    """None if it could not be tried."""
    raw: bytes = b""


class Store:
    """The content folder of a clinic. One save at a time is the caller's business."""

    def __init__(self, folder: Path, today: Callable[[], date] = date.today) -> None:
        self.folder = folder
        self.today = today

    def open(self, form: Form) -> Opened:
        """Return the file of `form`; empty values if there is none. Raises OSError if it cannot be opened."""
        raw = self._raw(form)
        try:
            return Opened(values_in(raw, form) if raw is not None else {}, _state(raw))
        except (UnreadableError, UnicodeDecodeError):
            return Opened(None, _state(raw))

    def topics(self) -> dict[str, dict[str, str]]:
        """Return the titles of all topics by language and name, those of the menu first; the name where it has none."""
        reading = read_content(self.folder)
        if reading.everything:
            offered = reading.everything.clinic.offered
            return {
                language: {name: own[name].title for name in dict.fromkeys((*offered, *sorted(own))) if name in own}
                for language, own in reading.everything.topics.items()
            }
        names = {each: sorted(path.stem for path in (self.folder / each).glob("*.yaml")) for each in self.languages()}
        return {language: {name: self._title(language, name) for name in own} for language, own in names.items()}

    def _title(self, language: str, name: str) -> str:
        title = (self.open(topic_form(language, name)).values or {}).get("title")
        return title if isinstance(title, str) and title else name

    def offer(self) -> Offer:
        """Return what there is to choose from in this clinic."""
        return Offer(self.languages(), (*own_names(self.folder), *names()))

    def languages(self) -> tuple[str, ...]:
        """Return the languages that have a folder."""
        return languages_in(self.folder)

    def tried(self, form: Form, values: dict[str, Value]) -> Tried:
        """Return what the reader says to `values`, without saving anything. Raises OSError."""
        before = self._raw(form)
        values = clean_values(values, form)
        try:
            raw = self._written(form, before, values)
            root = places(_text(raw), fastest_reader())
        except (UnreadableError, ChangeError, UnicodeDecodeError):
            return Tried({"": [NOT_THIS_WAY]}, {}, None)
        found = trial(self.folder, form, raw, self.today())
        known = found if raw == before else trial(self.folder, form, before, self.today())
        new = _new_errors(found.diagnostics, known.diagnostics)
        own = [each for each in new if each.file == form.file]
        told = by_field(own, _text(raw), root, form.group)
        if others := [each for each in new if each.file != form.file]:
            told.setdefault("", []).extend(f"{each.file}: {each.message} {each.fix}" for each in others)
        advice = [each for each in found.advice if each not in errors([each])]
        return Tried(told, by_field(advice, _text(raw), root, form.group), found, raw)

    def against(self, form: Form, raw: bytes | None) -> list[str]:
        """Return the new errors with the file as `raw`, or without it if that is None. Raises OSError."""
        found = trial(self.folder, form, raw, self.today())
        known = trial(self.folder, form, self._raw(form), self.today())
        return [f"{each.file}: {each.message}" for each in _new_errors(found.diagnostics, known.diagnostics)]

    def save(self, form: Form, values: dict[str, Value], state: str, by: str = "") -> Tried:
        """Save `values` if the reader has nothing against them, and the file is still as it was opened.

        `by` is who does it, for the history. Returns the same as `tried`; nothing was saved if it has something in
        `told`. Raises OSError.
        """
        if _state(self._raw(form)) != state:
            return Tried({"": [CHANGED_MEANWHILE]}, {}, None)
        tried = self.tried(form, values)
        if tried.told or tried.trial is None:
            return tried
        if _state(self._raw(form)) != state:
            return Tried({"": [CHANGED_MEANWHILE]}, {}, None)
        if tried.raw != self._raw(form):
            with kept(self.folder, IN_A_FORM, by):
                rewrite(self.folder / form.file, tried.raw)
        return tried

    def take_away(self, form: Form, by: str = "") -> None:
        """Remove the file of `form`, such as a notice that has ended. Raises OSError."""
        with kept(self.folder, IN_A_FORM, by), suppress(FileNotFoundError):
            (self.folder / form.file).unlink()

    def _written(self, form: Form, before: bytes | None, values: dict[str, Value]) -> bytes:
        """Return the bytes of the file with new values, and for a topic with the day of its last change."""
        reader = fastest_reader()
        bom, text = _bom(before), _text(before)
        new = changed(text, form.group, values, reader)
        if form.is_topic and new != text:
            new = changed(new, form.group, {CHANGED_ON: self.today().isoformat()}, reader)
        return bom + new.encode("utf-8")

    def _raw(self, form: Form) -> bytes | None:
        try:
            return (self.folder / form.file).read_bytes()
        except FileNotFoundError:
            return None


def clean_values(values: dict[str, Value], form: Form) -> dict[str, Value]:
    """Return what was typed or pasted as it would be saved."""
    cleaned = {name: cleaned_value(value, form.group.named(name)) for name, value in values.items()}
    return {name: without_empty(value) for name, value in cleaned.items()}


def values_in(raw: bytes, form: Form) -> dict[str, Value]:
    """Return what a form shows of a file with these bytes. Raises UnreadableError and UnicodeDecodeError."""
    return values_of(places(_text(raw), fastest_reader()), form.group, form.names)


def _new_errors(now: tuple[Diagnostic, ...], before: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """Return the errors that a change would bring, wherever the old ones are now."""
    known = {(each.file, each.code, each.message) for each in errors(before)}
    return [each for each in errors(now) if (each.file, each.code, each.message) not in known]


def _state(raw: bytes | None) -> str:
    return "" if raw is None else hashlib.sha256(raw).hexdigest()


def _bom(raw: bytes | None) -> bytes:
    return BOM_UTF8 if raw and raw.startswith(BOM_UTF8) else b""


def _text(raw: bytes | None) -> str:
    return (raw or b"").removeprefix(BOM_UTF8).decode("utf-8")
