"""The sounds of the cues: short, quiet tones that fade in and out."""

from __future__ import annotations

from array import array
from functools import cache
from math import cos, pi, sin

SOUNDS: dict[str, tuple[int, int]] = {
    "move": (880, 30),
    "choose": (1320, 50),
    "end": (330, 60),
    "page": (660, 50),
    "warning": (495, 80),
}
"""By the value of a `visit.terms.cue.Cue`: Hz and ms. The speech that follows is later by these ms."""
LEVEL = 0.1
"""Of the loudest tone: -20 dB, below speech."""
EDGE_MS = 8
"""Length of a fade; without one the tone would click."""


@cache
def cue_sound(name: str, sample_rate: int) -> array[int]:
    """Return the 16-bit mono samples of a cue; none for an unknown name."""
    hertz, ms = SOUNDS.get(name, (0, 0))
    count, edge = ms * sample_rate // 1000, EDGE_MS * sample_rate // 1000
    return array(
        "h",
        [
            round(32_767 * LEVEL * sin(2 * pi * hertz * at / sample_rate) * _swell(min(at, count - 1 - at) / edge))
            for at in range(count)
        ],
    )


def _swell(part: float) -> float:
    """Return the level of a fade, from 0 at the edge to 1."""
    return 0.5 - 0.5 * cos(pi * min(1.0, part))
