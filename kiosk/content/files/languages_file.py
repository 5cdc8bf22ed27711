"""`languages.yaml`: offers of language help. The kiosk works without it, so its errors are only warnings."""

from os.path import lexists
from pathlib import Path

from kiosk.content.files.build import language_help_of
from kiosk.content.files.source_file import read_file
from kiosk.content.files.words_file import last_line
from kiosk.content.model.language_help import LanguageHelp
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Items
from kiosk.content.parsing.yaml_events import Reader
from kiosk.content.schema.languages_fields import LANGUAGES

FILE = "languages.yaml"


def read_languages(folder: Path, reader: Reader) -> tuple[tuple[LanguageHelp, ...], Diagnostics]:
    """Return the languages without errors, and the file's diagnostics; none if there is no such file."""
    diagnostics = Diagnostics(FILE, optional=True)
    path = folder / FILE
    if not lexists(path):
        return (), diagnostics
    root = read_file(path, LANGUAGES, diagnostics, reader)
    listed = root.get("languages") if root else None
    hit = diagnostics.lines_reported
    found: dict[str, LanguageHelp] = {}
    for entry in listed.items if isinstance(listed, Items) else []:
        # A wrong sentence is worse than none: a language with any diagnostic is left out.
        if not isinstance(entry, Entries) or hit & set(range(entry.line, last_line(entry) + 1)):
            continue
        offer = language_help_of(entry)
        if offer.language in found:
            diagnostics.warn(
                "listed-twice",
                f"The language “{offer.language}” is here a second time.",
                "Delete one of the two.",
                line=entry.line,
                column=entry.column,
            )
            continue
        found[offer.language] = offer
    return tuple(found.values()), diagnostics
