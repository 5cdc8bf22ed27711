"""One voice says a page: the natural one if it will never be late, else the quick one says all of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

LATE_S = 0.4
"""Seconds that patients wait for the first sound of a page that is not made yet; else the quick voice says it."""
QUICKEST_WORD = 7
"""Letters of a word, when it is estimated how long a text sounds at least."""


class Piece(NamedTuple):
    """One text of a page."""

    makes_s: float
    """Seconds that it takes to make; 0 for what is there, infinite where nobody knows."""
    sounds_s: float
    """Seconds that it sounds at least, with the pause before it."""


def keeps_up(pieces: Iterable[Piece]) -> bool:
    """Return True if each piece will be made before its turn, one after the other."""
    made, turn = 0.0, LATE_S
    for piece in pieces:
        if piece.makes_s:
            made += piece.makes_s
            if made > turn:
                return False
        turn += piece.sounds_s
    return True


def sounds_at_least(text: str, rate: int, pause_ms: int) -> float:
    """Return the seconds that `text` sounds at least, at `rate` words a minute after a pause."""
    return pause_ms / 1000 + len(text) / QUICKEST_WORD * 60 / rate
