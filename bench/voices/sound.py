"""Sound as the recogniser gets it: numbers of 16 kHz between -1 and 1, joined and at one level. Pure."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

RATE = 16_000
LEVEL = 0.05
"""Root of the mean square of all speech, while it sounds: 26 dB below full scale."""
FRAME = RATE // 50
QUIET_DB = 35.0
"""A frame that is so much quieter than the loudest counts as a pause."""
LONGEST_S = 25.0
"""Whisper hears 30 s at once."""
BETWEEN_S = 0.8
AROUND_S = 0.5


class Window(NamedTuple):
    """Sentences with pauses between and around them."""

    texts: tuple[str, ...]
    samples: Floats


def at_rate(samples: array[int], sample_rate: int) -> Floats:
    """Return 16-bit samples at 16 kHz; what is above 8 kHz is left out."""
    spectrum = np.fft.rfft(np.asarray(samples, dtype=np.float64) / 32_768)
    count = len(samples) * RATE // sample_rate
    kept = np.zeros(count // 2 + 1, dtype=np.complex128)
    both = min(len(kept), len(spectrum))
    kept[:both] = spectrum[:both]
    return (np.fft.irfft(kept, count) * count / max(1, len(samples))).astype(np.float32)


def level(samples: Floats) -> float:
    """Return the root of the mean square, without pauses."""
    whole = len(samples) // FRAME * FRAME
    powers = (samples[:whole].reshape(-1, FRAME) ** 2).mean(axis=1)
    return float(np.sqrt(powers[powers > powers.max() * 10 ** (-QUIET_DB / 10)].mean()))


def windows(said: Sequence[tuple[str, Floats]]) -> Iterator[Window]:
    """Join sentences to windows of LONGEST_S at most, each at LEVEL."""
    texts: list[str] = []
    pieces: list[Floats] = []
    for text, samples in said:
        if pieces and (sum(map(len, pieces)) + len(samples)) / RATE + 2 * AROUND_S > LONGEST_S:
            yield _window(texts, pieces)
            texts, pieces = [], []
        texts.append(text)
        pieces += [samples * (LEVEL / level(samples)), np.zeros(int(BETWEEN_S * RATE), np.float32)]
    if pieces:
        yield _window(texts, pieces)


def _window(texts: Sequence[str], pieces: Sequence[Floats]) -> Window:
    return Window(tuple(texts), np.pad(np.concatenate(pieces[:-1]), int(AROUND_S * RATE)))
