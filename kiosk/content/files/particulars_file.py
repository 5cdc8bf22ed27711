"""`particulars.yaml`: who made sure that the clinic's name and numbers are right. The kiosk works without it."""

from __future__ import annotations

from os.path import lexists
from pathlib import Path

from kiosk.content.files.source_file import read_file
from kiosk.content.model.dates import iso_date
from kiosk.content.model.particulars import Confirmation
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Items, Text
from kiosk.content.parsing.yaml_events import Reader
from kiosk.content.schema.clinic_fields import PARTICULARS

FILE = "particulars.yaml"


def read_particulars(folder: Path, reader: Reader) -> tuple[tuple[Confirmation, ...], Diagnostics]:
    """Return what was confirmed, and the file's diagnostics; nothing if there is no such file or it has an error."""
    diagnostics = Diagnostics(FILE, optional=True)
    path = folder / FILE
    if not lexists(path):
        return (), diagnostics
    root = read_file(path, PARTICULARS, diagnostics, reader)
    listed = root.get("confirmed") if root else None
    if not isinstance(listed, Items) or diagnostics.lines_reported:
        return (), diagnostics
    return tuple(_confirmation(entry) for entry in listed.items if isinstance(entry, Entries)), diagnostics


def _confirmation(entry: Entries) -> Confirmation:
    texts = {key.clean: value.clean for key, value in entry.entries if isinstance(value, Text)}
    return Confirmation(
        texts.get("what", ""), texts.get("words", ""), texts.get("by", ""), iso_date(texts.get("day", ""))
    )
