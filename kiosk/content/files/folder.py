"""The files of a content folder that are read, and warnings about those that look as if they should be."""

import os
import re
from collections.abc import Collection
from os.path import isdir
from pathlib import Path

from kiosk.content.files.hashes import topic_files
from kiosk.content.model.excerpt import printable
from kiosk.content.model.languages import language_of
from kiosk.content.parsing.diagnostic import WHOLE_FOLDER
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.schema.forms import LANGUAGE

MOST_FILES = 10_000
"""Topics of one language; a folder with more was copied here by mistake."""
_TOPIC_FILE = re.compile(r"[a-z0-9-]+\.yaml")
_NEARLY = re.compile(r"(?![.~#]).*\.ya?ml(\.(txt|text|rtf|docx?|odt|html?))?", re.IGNORECASE | re.DOTALL)
_IN_ROOT = ("clinic.yaml", "particulars.yaml", "words.yaml", "notice.yaml", "glossary.yaml", "languages.yaml")


def names_in(folder: Path, diagnostics: Diagnostics) -> list[str]:
    """Return the names in `folder`, sorted; none, with an error, if it cannot be opened."""
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "unknown reason"
        diagnostics.add(
            "missing-folder",
            f"The folder {printable(folder.name) or 'with the content'} could not be opened ({reason}).",
            "Check that the folder exists and that the kiosk may read it.",
        )
        return []


def languages_in(folder: Path) -> tuple[str, ...]:
    """Return the languages that have a folder."""
    try:
        return tuple(sorted(each.name for each in folder.iterdir() if _is_language(each.name) and isdir(each)))
    except (OSError, ValueError):
        return ()


def _is_language(name: str) -> bool:
    """True for a tag of two letters, or of more if it is known: a folder `old` is none."""
    return LANGUAGE.fits(name) and (len(name.partition("-")[0]) == 2 or language_of(name).own_name != name)


def topic_names(
    folder: Path, shown: str, notes: dict[str, Diagnostics], wanted: Collection[str] | None = None
) -> list[str]:
    """Return the names of the topics in a language's folder; add warnings about other names to `notes`.

    If there are more than `hashes.ALL_READ`, return only those `wanted`; None for all.
    """
    own = notes.setdefault(shown, Diagnostics(shown))
    if wanted is not None and topic_files(os.fspath(folder)) is None:
        return sorted(name for name in wanted if os.path.lexists(folder / f"{name}.yaml"))
    topics: list[str] = []
    for name in names_in(folder, own):
        if _TOPIC_FILE.fullmatch(name):
            topics.append(name.removesuffix(".yaml"))
        elif _NEARLY.fullmatch(name):
            _note(f"{shown}/{name}", "The kiosk does not read a file with this name.",
                  f"Rename it to {_better(name)} if patients should read it.", notes)  # fmt: skip
    if len(topics) > MOST_FILES:
        own.add(
            "too-many-files",
            f"There are {len(topics)} files here, but only {MOST_FILES} are read.",
            "Remove those that are not topics of the kiosk.",
        )
    return topics[:MOST_FILES]


def check_root(folder: Path, notes: dict[str, Diagnostics]) -> None:
    """Warn about files beside `clinic.yaml` that are not read."""
    for name in names_in(folder, notes.setdefault("", Diagnostics(WHOLE_FOLDER))):
        if name in _IN_ROOT or not _NEARLY.fullmatch(name):
            continue
        better = _better(name)
        if better in _IN_ROOT:
            fix = f"Rename it to {better}."
        else:
            fix = "Move it into the folder of its language, such as en, if patients should read it."
        _note(name, "The kiosk does not read this file.", fix, notes)


def _note(shown: str, message: str, fix: str, notes: dict[str, Diagnostics]) -> None:
    """Warn about one name."""
    notes.setdefault(shown, Diagnostics(shown)).warn("not-read", message, fix)


def _better(name: str) -> str:
    """Return the name that was probably meant, such as `when-to-seek-care.yaml`."""
    stem = re.split(r"\.ya?ml", name, maxsplit=1, flags=re.IGNORECASE)[0]
    return (re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "topic") + ".yaml"
