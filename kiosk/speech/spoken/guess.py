"""What the rules had to guess in a text: staff can say it in words.yaml, or type a placeholder."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Self


class Doubt(StrEnum):
    """Why a reading is only a guess."""

    NUMBER = "number"
    """Digits that may be a telephone number."""
    CAPITALS = "capitals"
    """Capitals that no list has: they may be letters or a word."""
    MIXED = "mixed"
    """Letters and digits in one word."""
    UNIT = "unit"
    """Something short behind a number that no list has."""
    SIGN = "sign"
    """A sign that no list has."""
    SHORT = "short"
    """A word with a full stop that does not end its sentence."""


class Guess(NamedTuple):
    """A reading that was guessed."""

    doubt: Doubt
    start: int
    """Characters of the text, from here up to, not including, `end`."""
    end: int


class Guessed(str):
    """What a rule says although it does not know."""

    doubt: Doubt
    beyond: int
    """Characters behind the rule's match that the doubt is about too."""

    def __new__(cls, said: str, doubt: Doubt, beyond: int = 0) -> Self:
        """Return `said` as a guess."""
        guessed = super().__new__(cls, said)
        guessed.doubt, guessed.beyond = doubt, beyond
        return guessed
