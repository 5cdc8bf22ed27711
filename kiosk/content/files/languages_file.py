"""`languages.yaml`: offers of language help. The kiosk works without it, so its errors are only warnings."""

from collections.abc import Sequence
from difflib import get_close_matches
from os.path import lexists
from pathlib import Path

from kiosk.content.files.build import language_help_of
from kiosk.content.files.source_file import read_file
from kiosk.content.files.words_file import last_line
from kiosk.content.model.language_help import LanguageHelp, state_called
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Items, Text, Value
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


def check_offers(
    document: Entries, offers: Sequence[LanguageHelp], about_languages: Diagnostics, about_clinic: Diagnostics
) -> None:
    """Check `state` and `offers` of clinic.yaml: is the state known, and has each language a sentence?

    While languages.yaml has an error of its own, a language may only be missing because of it, and is not reported.
    """
    state, listed = document.get("state"), document.get("offers")
    if isinstance(state, Text) and listed is not None:
        _add(about_clinic, "state-and-offers", state, "“state” and “offers” both choose the languages of free help.",
             "Delete one of the two.")  # fmt: skip
    if isinstance(state, Text) and state_called(state.clean) is None:
        _add(about_clinic, "unknown-state", state, f"The kiosk has no list of languages for the state “{state.clean}”.",
             "Type two letters, such as CA, or US for the whole country; or write “offers:” instead of “state:”, with "
             "the languages behind it.")  # fmt: skip
    tags = [each.language for each in offers]
    for item in listed.items if isinstance(listed, Items) and not about_languages.report() else []:
        if isinstance(item, Text) and item.clean not in tags:
            near = get_close_matches(item.clean, tags, 1, 0.6)
            _add(about_clinic, "unknown-offer", item, f"There is no sentence in the language “{item.clean}” in {FILE}.",
                 f"Did you mean “{near[0]}”?" if near else "Add a sentence there, or delete the language here.",
                 )  # fmt: skip


def _add(diagnostics: Diagnostics, code: str, value: Value, message: str, fix: str) -> None:
    diagnostics.add(code, message, fix, line=value.line, column=value.column)
