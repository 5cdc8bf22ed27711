"""`words.yaml`: the clinic's pronunciations. The kiosk speaks without them, so its errors are only warnings."""

from os.path import lexists
from pathlib import Path

from kiosk.content.files.build import word_of
from kiosk.content.files.source_file import read_file
from kiosk.content.model.library import WordRule
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Items, Text, Value
from kiosk.content.parsing.yaml_events import Reader
from kiosk.content.schema.words_fields import WORDS

FILE = "words.yaml"


def read_words(folder: Path, reader: Reader) -> tuple[tuple[WordRule, ...], Diagnostics]:
    """Return the pronunciations without errors, and the file's diagnostics; none if there is no such file."""
    diagnostics = Diagnostics(FILE, optional=True)
    path = folder / FILE
    if not lexists(path):
        return (), diagnostics
    root = read_file(path, WORDS, diagnostics, reader)
    listed = root.get("words") if root else None
    rules: dict[tuple[str, str | None], WordRule] = {}
    hit = diagnostics.lines_reported
    for entry in listed.items if isinstance(listed, Items) else []:
        # A wrong word is worse than none: an entry with any diagnostic is left out.
        if not isinstance(entry, Entries) or hit & set(range(entry.line, last_line(entry) + 1)):
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
    return tuple(rules.values()), diagnostics


def last_line(value: Value) -> int:
    """Return the last line that belongs to `value`."""
    if isinstance(value, Text):
        return value.last_line
    inside = value.items if isinstance(value, Items) else [below for _, below in value.entries]
    return max((last_line(each) for each in inside), default=value.line)
