"""The wordings of the languages that a clinic offers, each loaded when somebody first needs it."""

from __future__ import annotations

import logging
import struct
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kiosk.visit.terms.wording import Wording

SOURCE = "en"
"""The language in which the words stand in the program."""
FOLDER = Path(__file__).parent
_CANNOT_READ = (OSError, ValueError, LookupError, TypeError, struct.error, ArithmeticError, RecursionError)
"""What gettext raises, beside its own OSError, on bytes that are no catalogue."""

_log = logging.getLogger(__name__)


class Wordings(Mapping[str, Wording]):
    """Language → its wording. A language without a catalogue that can be read has the English words."""

    def __init__(self, languages: Iterable[str], folder: Path = FOLDER) -> None:
        """Reads nothing yet. `folder` holds `xx/LC_MESSAGES/kiosk.mo` for each language but English."""
        self._languages = tuple(languages)
        self._folder = folder
        self._loaded: dict[str, Wording] = {}

    def __getitem__(self, language: str) -> Wording:
        if language not in self._languages:
            raise KeyError(language)
        if language not in self._loaded:
            self._loaded[language] = Wording() if language == SOURCE else self._load(language)
        return self._loaded[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._languages)

    def __len__(self) -> int:
        return len(self._languages)

    def _load(self, language: str) -> Wording:
        from gettext import GNUTranslations  # English needs none of it

        path = catalogue(language, self._folder)
        try:
            with path.open("rb") as file:
                found = GNUTranslations(file)
            # The rule for plurals is compiled when it is read, but only tried when it is used.
            for number in (0, 1, 2):
                found.ngettext("one", "many", number)
        except _CANNOT_READ as error:
            _log.warning("the kiosk's own words stay English in “%s”: cannot read %s: %r", language, path, error)
            return Wording()
        return Wording(found.gettext, found.ngettext)


def catalogue(language: str, folder: Path = FOLDER) -> Path:
    """Where the words of `language` are that the kiosk reads; the translator's `kiosk.po` lies beside it."""
    return folder / language / "LC_MESSAGES" / "kiosk.mo"


def wordings(languages: Iterable[str]) -> Mapping[str, Wording]:
    """The wordings of `languages` (two-letter codes), from the catalogues that are shipped. Raises nothing."""
    return Wordings(languages)
