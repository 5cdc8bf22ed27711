"""Puts repairs that were tried in the place of advice that was not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePosixPath

from kiosk.content.files.source_file import lines_in
from kiosk.content.files.words_file import FILE as WORDS_FILE
from kiosk.content.model.excerpt import excerpt
from kiosk.content.parsing.diagnostic import Diagnostic, Level, errors
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.file_bytes import read_bytes
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.repair.edit import Edit
from kiosk.content.repair.mend import mend, outcome
from kiosk.content.schema.field import Field
from kiosk.content.schema.fields import FILES

_OWN_WORDS = frozenset({"colon-in-text", "words-after-hash", "starts-with-sign", "quote-inside", "missing-colon",
                        "missing-space", "list-sign", "tab", "odd-space", "two-in-one"})  # fmt: skip
"""Errors that say best what happened on their line."""


def with_repairs(folder: Path, diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return `diagnostics` of the content in `folder`; where a repair of a file is known, in place of its errors.

    Errors that are not about how the file is written stay as they are. Raises nothing.
    """
    told = list(diagnostics)
    for name in dict.fromkeys(each.file for each in errors(diagnostics)):
        lines, edits = repairs(folder / name)
        if edits:
            told = _in_place(told, name, lines, edits)
    return tuple(sorted(told))


def repairs(path: Path) -> tuple[list[str], tuple[Edit, ...]]:
    """Return the lines of a content file, and the changes that make it right; none if it is right, or none are known.

    Raises nothing.
    """
    group = _group_of(path)
    raw = read_bytes(path, Diagnostics(path.name)) if group else None
    lines = lines_in(raw, Diagnostics(path.name)) if raw else []
    return lines, mend(lines, group, fastest_reader()) if group and lines else ()


def repaired(lines: list[str], edits: Sequence[Edit]) -> list[str]:
    """Return `lines` after all `edits`, whose numbers count in `lines`."""
    for edit in sorted(edits, reverse=True):
        lines = edit.applied(lines)
    return lines


@cache
def _groups() -> dict[str, Field]:
    return {kind.name: kind.group for kind in FILES}


def _group_of(path: Path) -> Field | None:
    """Return the fields of a content file, by its name and place; None for any other file."""
    if path.suffix != ".yaml":
        return None
    own = _groups().get(path.stem)
    if own is not None and path.stem not in ("topic", "score"):
        return own
    return _groups()["score" if "scores" in PurePosixPath(path.parent.as_posix()).parts[-2:] else "topic"]


def _in_place(told: list[Diagnostic], name: str, lines: list[str], edits: Sequence[Edit]) -> list[Diagnostic]:
    """Return `told` with the errors about how the file `name` is written replaced by `edits`."""
    group = _group_of(Path(name))
    assert group is not None  # it was mended
    mended = outcome(lines, group, fastest_reader()).errors
    own = [each for each in told if each.file == name and each.level is Level.ERROR]
    gone = [each for each in own if (each.line, each.code) in mended or name == WORDS_FILE]
    said = {each.line: each for each in gone if each.code in _OWN_WORDS}
    return [each for each in told if each not in gone] + [
        replace(said[edit.first], fix=edit.fix)
        if edit.first in said
        else Diagnostic(name, edit.first, 1, edit.slip.code, edit.slip.value, edit.fix, excerpt=excerpt(edit.before[0]))
        for edit in edits
    ]
