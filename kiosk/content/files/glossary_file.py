"""`glossary.yaml`: medical words, for warnings about wording. The kiosk works without it."""

from __future__ import annotations

from dataclasses import dataclass
from os.path import lexists
from pathlib import Path

from kiosk.content.files.source_file import read_file
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Items, Text
from kiosk.content.parsing.yaml_events import Reader
from kiosk.content.schema.glossary_fields import GLOSSARY

FILE = "glossary.yaml"


@dataclass(frozen=True)
class Term:
    """A medical word."""

    term: str
    forms: tuple[str, ...]
    """All of its forms, the word itself included."""
    plain: str
    """The plain words for it."""
    language: str = ""
    """Two letters; empty for all languages."""


def read_glossary(folder: Path, reader: Reader) -> tuple[tuple[Term, ...], Diagnostics]:
    """Return the words without errors, and the file's diagnostics; none if there is no such file."""
    diagnostics = Diagnostics(FILE, optional=True)
    path = folder / FILE
    if not lexists(path):
        return (), diagnostics
    root = read_file(path, GLOSSARY, diagnostics, reader)
    listed = root.get("terms") if root else None
    entries = [entry for entry in listed.items if isinstance(entry, Entries)] if isinstance(listed, Items) else []
    return tuple(term for entry in entries if (term := _term(entry))), diagnostics


def _term(entry: Entries) -> Term | None:
    """Return one word; None if the word or its meaning is missing."""
    term, plain, language, also = (entry.get(name) for name in ("term", "plain", "language", "also"))
    if not isinstance(term, Text) or not isinstance(plain, Text) or not term.clean:
        return None
    forms = [each.clean for each in also.items if isinstance(each, Text)] if isinstance(also, Items) else []
    return Term(term.clean, (term.clean, *forms), plain.clean, language.clean if isinstance(language, Text) else "")
