"""One content file, from disk to nodes checked against the table of fields."""

from codecs import BOM_UTF8
from pathlib import Path

from kiosk.content.parsing.characters import check_characters, split_lines
from kiosk.content.parsing.compose import compose
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.encoding import decode
from kiosk.content.parsing.file_bytes import read_bytes
from kiosk.content.parsing.nodes import Entries
from kiosk.content.parsing.yaml_events import Reader
from kiosk.content.schema.checks import check
from kiosk.content.schema.field import Field


def read_file(path: Path, group: Field, diagnostics: Diagnostics, reader: Reader) -> Entries | None:
    """Return the file's entries; None if it cannot be read at all.

    Raises nothing. The entries are only right if `diagnostics` has no error afterwards.
    """
    raw = read_bytes(path, diagnostics)
    return None if raw is None else read_raw(raw, group, diagnostics, reader)


def read_raw(raw: bytes, group: Field, diagnostics: Diagnostics, reader: Reader) -> Entries | None:
    """Return the entries in the bytes of a file, as `read_file` does."""
    if group.may_be_empty and not raw.removeprefix(BOM_UTF8).strip():
        return Entries(1, 1)
    return read_lines(diagnostics, group, reader) if lines_in(raw, diagnostics) else None


def read_lines(diagnostics: Diagnostics, group: Field, reader: Reader) -> Entries | None:
    """Return the entries in the lines of `diagnostics`, as `read_file` does."""
    lines = check_characters(diagnostics)
    if lines is None:
        return None
    root = compose(lines, diagnostics, reader, group.names())
    return None if root is None else check(root, group, diagnostics)


def lines_in(raw: bytes, diagnostics: Diagnostics) -> list[str]:
    """Return the lines of a file, which `diagnostics` gets too; none, with an error, if they are no text."""
    text = decode(raw, diagnostics)
    if text is None:
        return []
    diagnostics.lines = split_lines(text)
    if not text.endswith(("\n", "\r")):
        diagnostics.warn(
            "no-line-end",
            "The last line is not ended with Enter, so the end of the file may be missing.",
            "Check the last line, and press Enter at its end.",
            line=len(diagnostics.lines),
        )
    return diagnostics.lines
