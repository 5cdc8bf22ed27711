"""A topic file while it is being edited: its present content and problems, and its last correct version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kiosk.content.files.build import clinic_of
from kiosk.content.files.clinic_file import read_clinic
from kiosk.content.files.glossary_file import FILE as GLOSSARY
from kiosk.content.files.hashes import file_hash
from kiosk.content.files.words_file import FILE as WORDS
from kiosk.content.files.words_file import read_words
from kiosk.content.model.library import Clinic, Library, Topic
from kiosk.content.parsing.diagnostic import Diagnostic, errors
from kiosk.content.parsing.yaml_events import Reader, fastest_reader
from kiosk.content.reader import read_topic
from kiosk.content.schema.forms import LANGUAGE
from kiosk.content.schema.placeholders import AS_WRITTEN
from kiosk.speech.doubts import doubts


@dataclass(frozen=True)
class ReadDraft:
    """The result of reading the file once."""

    library: Library | None
    """The clinic with this topic alone. If the file has an error, the last correct version; None if there is none."""
    problems: tuple[Diagnostic, ...]
    """Present problems, errors first, then by line."""

    @property
    def outdated(self) -> bool:
        """True if the file has an error, so that `library` is an earlier version."""
        return bool(errors(self.problems))


class Draft:
    """One file, alone or in a content folder, whose clinic, words and glossary are then used."""

    def __init__(self, path: Path, today: date, reader: Reader | None = None) -> None:
        """`today`: the day for which review dates are judged."""
        self._path = path.absolute()
        self._folder = self._path.parent.parent
        self._today = today
        self._reader = reader or fastest_reader()
        self._library: Library | None = None
        self._seen = self._made_from = ""

    @property
    def name(self) -> str:
        """The topic's name: the file name without its suffix."""
        return self._path.stem

    @property
    def language(self) -> str:
        """The folder's name if it is a language code, else `en`."""
        return self._path.parent.name if LANGUAGE.fits(self._path.parent.name) else "en"

    def poll(self) -> ReadDraft | None:
        """Return the new state of the file; None if nothing changed or the file is just being saved.

        A change counts once two polls in a row find the same bytes. Raises nothing.
        """
        now = self._hash()
        steady, self._seen = now == self._seen, now
        return self.read() if steady and now != self._made_from else None

    def read(self) -> ReadDraft:
        """Return the present state of the file. Raises nothing."""
        self._seen = self._made_from = self._hash()
        reading = read_topic(self._path, self._clinic(), self._reader, advice_for=self._today, listen=doubts)
        if reading.topic is not None:
            self._library = self._around(reading.topic)
        found = sorted(reading.diagnostics, key=lambda problem: (problem not in errors([problem]), problem))
        return ReadDraft(self._library, tuple(found))

    def _hash(self) -> str:
        """Return a hash of all files that the page is made from."""
        beside = ("clinic.yaml", WORDS, GLOSSARY)
        return file_hash(self._path) + "".join(file_hash(self._folder / name, name) for name in beside)

    def _clinic(self) -> Clinic:
        """Return the clinic of the folder, or one that leaves placeholders such as `<phone>` as they are."""
        said, about = read_clinic(self._folder, self._reader)
        return clinic_of(said) if said and not about.failed else AS_WRITTEN

    def _around(self, topic: Topic) -> Library:
        """Return a library that contains only this topic."""
        clinic = replace(self._clinic(), languages=(self.language,), menu=(topic.name,), groups=())
        rules, _ = read_words(self._folder, self._reader)
        return Library(clinic, {self.language: {topic.name: topic}}, rules)
