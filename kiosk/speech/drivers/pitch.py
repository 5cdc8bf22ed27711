"""Changes the pitch of a finished sound, and its length with it."""

from __future__ import annotations

import importlib
from typing import Any


def lowered(samples: Any, factor: float) -> Any:
    """16-bit samples of a voice that is lower by `factor`, and slower by as much: the sound at another sample rate."""
    numpy: Any = importlib.import_module("numpy")
    count = round(len(samples) * factor)
    if count == len(samples):
        return samples
    sound = numpy.fft.irfft(numpy.fft.rfft(samples), count) * (count / len(samples))
    return numpy.clip(sound, -32_768, 32_767).astype(numpy.int16)
