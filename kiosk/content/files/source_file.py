"""One content file from disk to nodes that were held against the table of fields."""

from codecs import BOM_UTF8
from pathlib import Path

from kiosk.content.parsing.characters import check_characters, split_lines
from kiosk.content.parsing.compose import compose
from kiosk.content.parsing.encoding import decode
from kiosk.content.parsing.file_bytes import read_bytes
from kiosk.content.parsing.findings import Findings
from kiosk.content.parsing.nodes import Entries
from kiosk.content.parsing.yaml_events import Reader
from kiosk.content.schema.checks import check
from kiosk.content.schema.field import Field


def read_file(path: Path, group: Field, findings: Findings, reader: Reader) -> Entries | None:
    """What the file says, with every problem in `findings`; None when nothing of it can be read.

    Raises nothing. What comes back is right only where `findings` holds no error.
    """
    raw = read_bytes(path, findings)
    return None if raw is None else read_raw(raw, group, findings, reader)


def read_raw(raw: bytes, group: Field, findings: Findings, reader: Reader) -> Entries | None:
    """The same of the bytes of a file."""
    if group.may_be_empty and not raw.removeprefix(BOM_UTF8).strip():
        return Entries(1, 1)
    text = decode(raw, findings)
    if text is None:
        return None
    findings.lines = split_lines(text)
    if not text.endswith(("\n", "\r")):
        findings.warn(
            "no-line-end",
            "The last line has no line end, so the end of the file may be missing.",
            "Check the last line, and press Enter at its end.",
            line=len(findings.lines),
        )
    lines = check_characters(findings)
    if lines is None:
        return None
    root = compose(lines, findings, reader, group.names())
    return None if root is None else check(root, group, findings)
