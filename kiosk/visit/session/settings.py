"""Settings of a visitor; the next visitor starts from the defaults."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

RATES_WPM = (65, 90, 122, 155, 185, 215, 245)
"""Words a minute of the seven speech rates (VVSG 2.0 7.1-K: 60–70 to 240–250 in 6–8 steps)."""
START_RATE = 2
"""Index of the rate at the start: the middle of 120–125 words a minute (VVSG 2.0 7.1-K.5), as texts differ by 2 %."""
VOLUME_STEPS = 9
"""Number of volumes, 3 dB apart, 24 dB in all (EN 301 549 8.2.1: at least 18 dB)."""
START_VOLUME = 6
"""Index of the volume at the start."""


class Volumes(NamedTuple):
    """The volumes that this machine allows, and its start volume; 1 is the quietest."""

    start: int = START_VOLUME + 1
    least: int = 1
    most: int = VOLUME_STEPS


ALL_VOLUMES = Volumes()


@dataclass(frozen=True)
class Settings:
    """The settings of one visitor. Index 0 is the slowest rate and the quietest volume."""

    language: str
    sound: bool = True
    screen: bool = True
    """False for a blank screen."""
    one_by_one: bool = False
    """True if lists show one choice at a time."""
    classic: bool = False
    """True for the classic voice in place of this machine's own."""
    rate: int = START_RATE
    volume: int = START_VOLUME
    volumes: Volumes = ALL_VOLUMES

    @property
    def rate_wpm(self) -> int:
        """The speech rate in words a minute."""
        return RATES_WPM[self.rate]

    @property
    def gain_db(self) -> float:
        """The volume in dB relative to the loudest, at most 0."""
        return -3.0 * (VOLUME_STEPS - 1 - self.volume)

    @property
    def volume_of(self) -> tuple[int, int]:
        """The number of the volume (from 1) and how many there are, as the visitor sees them."""
        return self.volume + 2 - self.volumes.least, self.volumes.most + 1 - self.volumes.least

    def stepped(self, which: Literal["rate", "volume"], by: int) -> Settings:
        """Return the settings with `which` one step up or down; unchanged at the end of the range."""
        first, last = (0, len(RATES_WPM) - 1) if which == "rate" else (self.volumes.least - 1, self.volumes.most - 1)
        value = min(last, max(first, getattr(self, which) + by))
        return replace(self, **{which: value})
