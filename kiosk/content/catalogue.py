"""A clinic's own translation of the kiosk's words into one language, as its catalogue has it."""

from typing import NamedTuple


class Catalogue(NamedTuple):
    """The right entries of a catalogue; what is missing, wrong or unsure is not in it."""

    texts: dict[str, str]
    """English → translation."""
    counts: dict[str, tuple[str, ...]]
    """English for one → the forms for other numbers, as `plural` counts them."""
    plural: str
    """Which form is for the number `n`, as in C, such as `n != 1`."""
    machine: bool = False
    """True if a computer translated it and no translator has checked it."""
