"""The wordings of a clinic's languages, each loaded at its first use."""

from __future__ import annotations

import logging
import struct
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.model.library import Library
from kiosk.visit.terms.wording import ClinicWordings, Wording

SOURCE = "en"
"""The language of the texts in the program."""
FOLDER = Path(__file__).parent
_CANNOT_READ = (OSError, ValueError, LookupError, TypeError, struct.error, ArithmeticError, RecursionError)
"""What gettext raises for bytes that are not a catalogue."""

if TYPE_CHECKING:
    from kiosk.content.own_words.po import Entry

_log = logging.getLogger(__name__)


class Wordings(Mapping[str, Wording]):
    """Language → its wording; English if the catalogue cannot be read."""

    def __init__(self, languages: Iterable[str] | None = None, folder: Path = FOLDER) -> None:
        """Read nothing yet. `folder` holds `xx/LC_MESSAGES/kiosk.mo` for each language except English.

        `languages`: those that it has; None for every one that it is asked for.
        """
        self._languages = None if languages is None else tuple(languages)
        self._folder = folder
        self._loaded: dict[str, Wording] = {}

    def __getitem__(self, language: str) -> Wording:
        if not language or (self._languages is not None and language not in self._languages):
            raise KeyError(language)
        if language not in self._loaded:
            self._loaded[language] = Wording() if language == SOURCE else self._load(language)
        return self._loaded[language]

    def __iter__(self) -> Iterator[str]:
        if self._languages is not None:
            return iter(self._languages)
        return iter((SOURCE, *sorted(path.parent.parent.name for path in self._folder.glob("*/LC_MESSAGES/kiosk.mo"))))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _load(self, language: str) -> Wording:
        from gettext import GNUTranslations  # English needs none of it

        path = catalogue(language, self._folder)
        if "-" in language and not path.exists():
            path = catalogue(language.partition("-")[0], self._folder)
        try:
            with path.open("rb") as file:
                found = GNUTranslations(file)
            # A broken plural rule compiles when it is read and fails only when it is used.
            for number in (0, 1, 2):
                found.ngettext("one", "many", number)
        except _CANNOT_READ as error:
            _log.warning("the kiosk's own words stay English in “%s”: cannot read %s: %r", language, path, error)
            return Wording(language=language)
        return Wording(found.gettext, found.ngettext, language)


def catalogue(language: str, folder: Path = FOLDER) -> Path:
    """Return the path of the compiled catalogue of `language`; the translator's `kiosk.po` is beside it."""
    return folder / language / "LC_MESSAGES" / "kiosk.mo"


def has_catalogue(language: str, folder: Path = FOLDER) -> bool:
    """Return whether there is a catalogue of `language`, or of the one that it is a kind of."""
    return catalogue(language, folder).exists() or catalogue(language.partition("-")[0], folder).exists()


def wordings(languages: Iterable[str] | None = None) -> Mapping[str, Wording]:
    """Return the wordings of `languages` (tags), by default of all, from the kiosk's catalogues. Raises nothing."""
    return Wordings(languages)


def every_text() -> list[Entry]:
    """Return the English of all of the kiosk's words, each once, for a new translation.

    They are those of the Spanish catalogue, which a test holds to the program.
    """
    from kiosk.content.own_words.po import entries_of

    po = catalogue("es").with_suffix(".po").read_text("utf-8")
    return [entry for entry in entries_of(po.split("\n")) if entry.english]


def wordings_of(library: Library) -> Mapping[str, Wording]:
    """Return the wordings of a clinic's languages, with the words that it has translated itself. Raises nothing."""
    shipped = (each for each in library.clinic.languages if each not in library.catalogues or has_catalogue(each))
    return ClinicWordings(wordings(shipped), library.catalogues)
