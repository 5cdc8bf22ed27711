"""The clinic's particulars: its name and the telephone numbers, and who made sure that each is right.

They have a record of their own, because an approval is of a page with `<phone>` in it, whatever the number is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kiosk.content.model.library import Clinic


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
