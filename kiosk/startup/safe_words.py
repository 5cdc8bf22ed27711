"""What the safe page says in each language of a clinic, written down while all is well."""

from __future__ import annotations

from kiosk.content.model.library import Library
from kiosk.locale.wordings import SOURCE, wordings_of
from kiosk.machine.safe_words import remember_safe_words


def safe_words(library: Library) -> dict[str, str]:
    """Return language → sentence, the clinic's first language first; without those that nobody has translated."""
    words = wordings_of(library)
    found = {}
    for language in library.clinic.languages:
        w = words[language]
        said = w("Please ask at the desk.")
        if language.partition("-")[0] == SOURCE or said != "Please ask at the desk.":
            found[language] = said
    return found


def remember_for_safe_page(library: Library) -> None:
    """Write down what the safe page needs of `library`. Raises nothing; without it, the page has the kiosk's own."""
    remember_safe_words(safe_words(library))
