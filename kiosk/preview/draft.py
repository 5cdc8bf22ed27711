"""A topic file while somebody edits it: what it says now, what is wrong with it, and the last view that was right."""

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


@dataclass(frozen=True)
class Proof:
    """What came of one look at the file."""

    library: Library | None
    """The topic alone, in its clinic; of an earlier look where the file has a mistake now. None before the first
    right one."""
    problems: tuple[Diagnostic, ...]
    """What is to be mended or looked at now, mistakes first, then by line."""

    @property
    def outdated(self) -> bool:
        """Whether the file has a mistake, so that `library` is not what it says now."""
        return bool(errors(self.problems))


class Draft:
    """One file. It may lie in a content folder, whose clinic, words and glossary then count, or alone."""

    def __init__(self, path: Path, today: date, reader: Reader | None = None) -> None:
        """`today`: the day for which reviews are judged."""
        self._path = path.absolute()
        self._folder = self._path.parent.parent
        self._today = today
        self._reader = reader or fastest_reader()
        self._library: Library | None = None
        self._seen = self._made_from = ""

    @property
    def name(self) -> str:
        """The topic's name: the file's, without its ending."""
        return self._path.stem

    @property
    def language(self) -> str:
        """The folder's name where that is a language, else `en`."""
        return self._path.parent.name if LANGUAGE.fits(self._path.parent.name) else "en"

    def look(self) -> Proof | None:
        """What is new since the last look; None where nothing is, or where the file is just being saved.

        Two looks in a row must find the same bytes. Raises nothing.
        """
        now = self._hash()
        steady, self._seen = now == self._seen, now
        return self.read() if steady and now != self._made_from else None

    def read(self) -> Proof:
        """What the file says now. Raises nothing."""
        self._seen = self._made_from = self._hash()
        reading = read_topic(self._path, self._clinic(), self._reader, advice_for=self._today)
        if reading.topic is not None:
            self._library = self._around(reading.topic)
        found = sorted(reading.diagnostics, key=lambda problem: (problem not in errors([problem]), problem))
        return Proof(self._library, tuple(found))

    def _hash(self) -> str:
        """Of all that the page is made from."""
        beside = ("clinic.yaml", WORDS, GLOSSARY)
        return file_hash(self._path) + "".join(file_hash(self._folder / name, name) for name in beside)

    def _clinic(self) -> Clinic:
        """The clinic around the file, or one that leaves `<phone>` and its like as they are."""
        said, about = read_clinic(self._folder, self._reader)
        return clinic_of(said) if said and not about.failed else AS_WRITTEN

    def _around(self, topic: Topic) -> Library:
        """The topic as all that there is."""
        clinic = replace(self._clinic(), languages=(self.language,), menu=(topic.name,))
        rules, _ = read_words(self._folder, self._reader)
        return Library(clinic, {self.language: {topic.name: topic}}, rules)
