"""`particulars.yaml`: who made sure that the clinic's name and telephone numbers are right. The kiosk works without it.

They have a record of their own, because an approval is of a page with `<phone>` in it, whatever the number is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from os.path import lexists
from pathlib import Path
from typing import NamedTuple

from kiosk.content.files.source_file import read_file
from kiosk.content.model.dates import iso_date
from kiosk.content.model.library import Clinic
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Items, Text
from kiosk.content.parsing.yaml_events import Reader
from kiosk.content.schema.clinic_fields import PARTICULARS

FILE = "particulars.yaml"


class Particular(NamedTuple):
    """One particular of the clinic, as `clinic.yaml` has it now."""

    what: str
    """The name of its line in `clinic.yaml`."""
    words: str
    """The name or number itself; for `answered` the number that somebody answers at night."""


class Confirmation(NamedTuple):
    """Who made sure that a particular is right: a number by dialing it."""

    what: str
    words: str
    """The name or number at that time; the record is void once it is another."""
    by: str
    day: date | None


def particulars_of(clinic: Clinic) -> tuple[Particular, ...]:
    """Return what has to be confirmed, in the order of `clinic.yaml`."""
    every = (
        Particular("name", clinic.name),
        Particular("phone", clinic.phone),
        Particular("answered", clinic.phone if clinic.answered_always else ""),
        Particular("night-phone", clinic.night_phone),
        Particular("emergency-number", clinic.emergency_number),
        Particular("crisis-line", clinic.crisis_line),
    )
    return tuple(each for each in every if each.words)


def unconfirmed(clinic: Clinic, confirmations: Iterable[Confirmation]) -> tuple[Particular, ...]:
    """Return the particulars that nobody has confirmed as they are now."""
    known = {(each.what, each.words) for each in confirmations}
    return tuple(each for each in particulars_of(clinic) if each not in known)


def has_night_number(clinic: Clinic) -> bool:
    """True if patients can be told whom to call while the clinic is closed."""
    return bool(clinic.night_phone) or clinic.answered_always


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
