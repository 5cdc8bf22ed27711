"""What is known of a language: one entry each, in `languages.tsv`, which `tools/language_table.py` writes.

Topics, help, the checks and the voices all ask here. A language is named by its BCP 47 tag, such as `vi`, `zh-Hans` or
`pt-BR`; one without an entry takes that of its nearest relative, so `fr-CA` is French.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple
from unicodedata import east_asian_width

_FILE = Path(__file__).with_name("languages.tsv")
_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Aran"})
LATIN = "Latn"
_SYLLABLES_APART = frozenset({"vi", "hmn"})
"""Languages with a space between syllables, of which a word has about one and a half."""


class Language(NamedTuple):
    """One language."""

    tag: str
    """As folders and files name it."""
    name: str
    """In English; its tag in quotes if that is not known."""
    own_name: str
    """In itself; its tag if that is not known."""
    script: str
    """By ISO 15924, such as `Latn` or `Hans`."""
    voice: str
    """What eSpeak NG calls its voice for it; empty if it has none."""
    plural: str
    """The plural rule, as a gettext catalogue needs it."""
    in_catalogues: bool
    """Whether the kiosk's catalogues translate its English name."""

    @property
    def right_to_left(self) -> bool:
        """Whether it is written from right to left."""
        return self.script in _RIGHT_TO_LEFT


def is_wide(text: str) -> bool:
    """Return True for a text in letters that take two cells, and say as much as two or three of the Latin alphabet."""
    return not text.isascii() and sum(east_asian_width(sign) in "WF" for sign in text) * 2 > len(text)


def most_letters(text: str, most: int) -> int:
    """Return how many letters of the script of `text` take as much room as `most` Latin ones."""
    return most // 2 if is_wide(text) else most


def most_words(tag: str, most: int) -> int:
    """Return how many words, as spaces divide them, say as much in a language as `most` do in English."""
    return most * 3 // 2 if tag.partition("-")[0] in _SYLLABLES_APART else most


@cache
def language_of(tag: str) -> Language:
    """Return the entry of a language, or that of its nearest relative under this tag. Raises nothing."""
    known = tag
    while known:
        if fields := _fields(known):
            name, own_name, script, voice, plural, named = fields
            return Language(tag, name, own_name, script, voice, plural, named == "yes")
        known = known.rpartition("-")[0]
    return Language(tag, f"“{tag}”", tag, LATIN, "", "nplurals=2; plural=(n != 1);", False)


def language_name(tag: str) -> str:
    """Return the English name of a language, for messages to staff, or its tag in quotes if the name is not known."""
    return language_of(tag).name


def own_name(tag: str) -> str:
    """Return the name of a language in itself, or its tag if the name is not known."""
    return language_of(tag).own_name


def known_tags() -> tuple[str, ...]:
    """Return the tags of all entries."""
    return tuple(line.partition("\t")[0] for line in _table().splitlines())


@cache
def _table() -> str:
    return _FILE.read_text("utf-8")


def _fields(tag: str) -> list[str]:
    """Return the fields behind `tag` in the table; none if it is not there."""
    table, start = _table(), f"{tag}\t"
    at = 0 if table.startswith(start) else table.find(f"\n{start}") + 1
    if not at and not table.startswith(start):
        return []
    return table[at + len(start) : table.index("\n", at)].split("\t")
