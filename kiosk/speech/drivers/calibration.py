"""The settings of a neural engine for a speed in words a minute, between points that were measured. Pure.

Such an engine speaks faster by making every sound shorter, and its pitch changes a little with that, which the driver
undoes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple


class Setting(NamedTuple):
    """One measured point."""

    wpm: float
    """Words a minute over the shipped sentences, with the pitch put right."""
    length: float
    """The factor by which every sound is longer than as the engine speaks by itself."""
    pitch: float
    """By what factor its voice is then higher than at the speed at the start."""


def setting_for(wpm: float, points: Sequence[Setting]) -> Setting:
    """The setting for `wpm`; for a speed beyond all `points`, which rise, the nearest of them."""
    wpm = min(max(wpm, points[0].wpm), points[-1].wpm)
    at = max(1, bisect_left([point.wpm for point in points], wpm))
    low, high = points[at - 1], points[at]
    part = (1 / wpm - 1 / low.wpm) / (1 / high.wpm - 1 / low.wpm)  # a length goes with the time for a word
    return Setting(wpm, low.length + part * (high.length - low.length), low.pitch + part * (high.pitch - low.pitch))
