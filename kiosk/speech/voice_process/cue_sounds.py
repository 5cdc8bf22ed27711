"""The sounds of the cues: short, quiet tones, soft at both ends."""

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
"""By the value of a `visit.cue.Cue`: Hz, and ms, which are what the speech that follows comes later."""
LEVEL = 0.1
"""Of the loudest tone: -20 dB, below speech."""
EDGE_MS = 8
"""A tone that begins or ends at once would click."""


@cache
def cue_sound(name: str, sample_rate: int) -> array[int]:
    """The 16-bit mono samples of a cue; none for a name that is unknown."""
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
    """From 0 at the edge to 1."""
    return 0.5 - 0.5 * cos(pi * min(1.0, part))
