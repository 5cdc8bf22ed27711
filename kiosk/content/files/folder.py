"""Which files of a content folder are meant, and which look as if they were meant."""

import os
import re
from collections.abc import Collection
from os.path import isdir
from pathlib import Path

from kiosk.content.files.hashes import topic_files
from kiosk.content.model.excerpt import printable
from kiosk.content.parsing.diagnostic import WHOLE_FOLDER
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.schema.forms import LANGUAGE

MOST_FILES = 10_000
"""Topics of one language; more is another folder that was copied here."""
_TOPIC_FILE = re.compile(r"[a-z0-9-]+\.yaml")
_NEARLY = re.compile(r"(?![.~#]).*\.ya?ml(\.(txt|text|rtf|docx?|odt|html?))?", re.IGNORECASE | re.DOTALL)
_IN_ROOT = ("clinic.yaml", "words.yaml", "notice.yaml", "glossary.yaml", "languages.yaml")


def names_in(folder: Path, diagnostics: Diagnostics) -> list[str]:
    """The names in `folder`, sorted; none, with a problem, where it cannot be opened."""
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "unknown reason"
        diagnostics.add(
            "missing-folder",
            f"The folder {printable(folder.name) or 'with the content'} could not be opened ({reason}).",
            "Check that the folder is there and that the kiosk may read it.",
        )
        return []


def languages_in(folder: Path) -> tuple[str, ...]:
    """The languages that have a folder."""
    try:
        return tuple(sorted(each.name for each in folder.iterdir() if LANGUAGE.fits(each.name) and isdir(each)))
    except (OSError, ValueError):
        return ()


def topic_names(
    folder: Path, shown: str, notes: dict[str, Diagnostics], wanted: Collection[str] | None = None
) -> list[str]:
    """The names of the topics in a language's folder; adds to `notes` what is wrong with other names.

    Where there are more than `hashes.ALL_READ`, only those that are `wanted`; None stands for all.
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
                  f"Rename it to {_better(name)} if patients are to read it.", notes)  # fmt: skip
    if len(topics) > MOST_FILES:
        own.add(
            "too-many-files",
            f"There are {len(topics)} files here, but only {MOST_FILES} are read.",
            "Remove those that are no topics of the kiosk.",
        )
    return topics[:MOST_FILES]


def check_root(folder: Path, notes: dict[str, Diagnostics]) -> None:
    """Notes files that lie beside `clinic.yaml` but are not read."""
    for name in names_in(folder, notes.setdefault("", Diagnostics(WHOLE_FOLDER))):
        if name in _IN_ROOT or not _NEARLY.fullmatch(name):
            continue
        better = _better(name)
        if better in _IN_ROOT:
            fix = f"Rename it to {better}."
        else:
            fix = "Move it into the folder of its language, such as en, if patients are to read it."
        _note(name, "The kiosk does not read this file.", fix, notes)


def _note(shown: str, message: str, fix: str, notes: dict[str, Diagnostics]) -> None:
    """A warning about one name."""
    notes.setdefault(shown, Diagnostics(shown)).warn("not-read", message, fix)


def _better(name: str) -> str:
    """The name that was probably meant, such as `when-to-seek-care.yaml`."""
    stem = re.split(r"\.ya?ml", name, maxsplit=1, flags=re.IGNORECASE)[0]
    return (re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "topic") + ".yaml"
