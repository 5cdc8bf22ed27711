"""`words.yaml`: the clinic's pronunciations.

The kiosk speaks without them, so an error costs only the word that it is in: that word is left out, since a wrong word
is worse than none. Staff still get an error, because patients hear a word in another way than the clinic wanted.
"""

from collections.abc import Sequence
from os.path import lexists
from pathlib import Path

from kiosk.content.files.build import word_of
from kiosk.content.files.source_file import lines_in
from kiosk.content.files.word_lines import WordLines, put_in_place, words_in
from kiosk.content.model.word_rules import WordRule
from kiosk.content.parsing.characters import check_characters
from kiosk.content.parsing.compose import compose
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.file_bytes import read_bytes
from kiosk.content.parsing.nodes import Entries, Items, Text, Value
from kiosk.content.parsing.yaml_events import Reader
from kiosk.content.schema.checks import check
from kiosk.content.schema.words_fields import WORDS

FILE = "words.yaml"
_NAMES = ("write", "say", "language", "where")


def read_words(
    folder: Path, reader: Reader, spoken: Sequence[WordRule] = (), language: str = "en"
) -> tuple[tuple[WordRule, ...], Diagnostics]:
    """Return the pronunciations, and the diagnostics of their file; none of either if there is no such file.

    Args:
        folder: The content folder.
        reader: The YAML reader.
        spoken: The pronunciations that patients hear now; while the file has an error, those that it lacks are kept.
        language: Suggested to staff for a word without one.
    """
    diagnostics = Diagnostics(FILE)
    if not lexists(folder / FILE):
        return (), diagnostics
    rules: dict[tuple[str, str | None], WordRule] = {}
    for entry in _entries(folder / FILE, diagnostics, reader, language):
        if diagnostics.lines_with_errors & set(range(entry.line, last_line(entry) + 1)):
            continue
        rule = word_of(entry)
        if (rule.write, rule.language) in rules:
            diagnostics.warn(
                "listed-twice",
                "This word is here a second time.",
                "Delete one of the two.",
                line=entry.line,
                column=entry.column,
            )
            continue
        rules[rule.write, rule.language] = rule
    kept = spoken if diagnostics.failed else ()
    return (*rules.values(), *(rule for rule in kept if (rule.write, rule.language) not in rules)), diagnostics


def last_line(value: Value) -> int:
    """Return the last line that belongs to `value`."""
    if isinstance(value, Text):
        return value.last_line
    inside = value.items if isinstance(value, Items) else [below for _, below in value.entries]
    return max((last_line(each) for each in inside), default=value.line)


def _entries(path: Path, diagnostics: Diagnostics, reader: Reader, language: str) -> list[Entries]:
    """Return the entries of the file, right or not, and record its errors."""
    raw = read_bytes(path, diagnostics)
    if raw is None or not lines_in(raw, diagnostics):
        return []
    lines = check_characters(diagnostics)
    if lines is None:  # a line that starts with a tab costs no other word
        lines = check_characters(Diagnostics(FILE, [line.expandtabs(4) for line in diagnostics.lines])) or []
    words = words_in(lines, _NAMES)
    lines = put_in_place(lines, words, _NAMES, language, diagnostics)
    whole = Diagnostics(FILE, diagnostics.lines)
    found = _read(lines, whole, reader)
    if found is None and words:
        return [entry for word in words for entry in _read_alone(word, lines, diagnostics, reader)]
    diagnostics.take(whole)
    return found or []


def _read(lines: list[str], diagnostics: Diagnostics, reader: Reader) -> list[Entries] | None:
    """Return the entries in `lines`; None if the reader cannot make sense of them."""
    root = compose(lines, diagnostics, reader, WORDS.names())
    if root is None:
        return None
    checked = check(root, WORDS, diagnostics)
    listed = checked.get("words") if checked else None
    return [each for each in listed.items if isinstance(each, Entries)] if isinstance(listed, Items) else []


def _read_alone(word: WordLines, lines: list[str], diagnostics: Diagnostics, reader: Reader) -> list[Entries]:
    """Return the entry of one word, read as if the file had no other."""
    above = ["" for _ in range(word.first - 2)]
    own = Diagnostics(FILE, diagnostics.lines)
    found = _read([*above, "words:", *lines[word.first - 1 : word.last], ""], own, reader)
    if any(line.strip() for line in lines[word.first - 1 : word.last]):
        diagnostics.take(own)
    return found or []
