"""Sample values, which look right and are not: nobody answers 555-0142.

A clinic that has not typed its own number must not send a patient to it.
"""

from __future__ import annotations

import re

_NOT_DIGITS = re.compile(r"[^0-9]")
_FICTION = re.compile(r"(?:1?[2-9][0-9]{2})?55501[0-9]{2}|(?:44|0)(?:2079460|1632960|7700900)[0-9]{3}")
"""Numbers kept for stories: 555-0100 to 555-0199 in North America (NANPA), three ranges in the UK (Ofcom)."""
_NAMES = re.compile(r"(?:sample|example|test|muster|ejemplo)\b.*|your clinic\b.*|<.*>", re.IGNORECASE)


def is_sample_phone(number: str) -> bool:
    """Return True for a number that is kept for stories or is no number at all, such as 1234567 or 0000000."""
    digits = _NOT_DIGITS.sub("", number)
    made_up = len(digits) > 3 and (len(set(digits)) == 1 or digits in "01234567890")
    return made_up or _FICTION.fullmatch(digits) is not None


def is_sample_name(name: str) -> bool:
    """Return True for the name of a clinic that nobody has typed yet, such as “Example Clinic”."""
    return _NAMES.fullmatch(name.strip()) is not None
