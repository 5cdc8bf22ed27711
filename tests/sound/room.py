"""What a microphone hears in a quiet room: the voice, and a faint noise that never ends.

The silence of a file has no noise at all, which no recogniser was taught: PocketSphinx then often loses the last word.
"""

from __future__ import annotations

import random
from array import array

NOISE = 30
"""Of ±32,767, as a standard deviation: 61 dB below the loudest sound."""
AROUND_S = 1.0
"""Seconds before and after the voice."""


def in_a_room(samples: array[int], sample_rate: int) -> bytes:
    """The samples with noise, and some noise around them; the same noise every time."""
    noise = random.Random(1)
    silence = [0] * int(AROUND_S * sample_rate)
    heard = (round(sample + noise.gauss(0, NOISE)) for sample in (*silence, *samples, *silence))
    return array("h", (min(32_767, max(-32_768, sample)) for sample in heard)).tobytes()
