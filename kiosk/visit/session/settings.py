"""What a visitor can set; the next visitor starts from the defaults again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

RATES_WPM = (65, 90, 122, 155, 185, 215, 245)
"""Words a minute of the seven speech rates (VVSG 2.0 7.1-K: 60–70 to 240–250 in 6–8 steps)."""
START_RATE = 2
"""Index of the rate at the start: the middle of 120–125 words a minute (VVSG 2.0 7.1-K.5), as texts differ by 2 %."""
VOLUME_STEPS = 9
"""Number of volumes; each is 3 dB from its neighbour, 24 dB in all (EN 301 549 8.2.1: at least 18 dB)."""
START_VOLUME = 6
"""Index of the volume at the start."""


@dataclass(frozen=True)
class Volumes:
    """Which of the volumes a visitor may choose on this machine, and which one it starts with; 1 is the quietest."""

    start: int = START_VOLUME + 1
    least: int = 1
    most: int = VOLUME_STEPS


@dataclass(frozen=True)
class Settings:
    """The visitor's choices. Index 0 is the slowest and the quietest."""

    language: str
    sound: bool = True
    screen: bool = True
    """Whether the screen shows anything."""
    one_by_one: bool = False
    """Whether a list shows one choice at a time."""
    rate: int = START_RATE
    volume: int = START_VOLUME
    volumes: Volumes = Volumes()

    @property
    def rate_wpm(self) -> int:
        """Words a minute."""
        return RATES_WPM[self.rate]

    @property
    def gain_db(self) -> float:
        """Volume in dB below the loudest; never silent."""
        return -3.0 * (VOLUME_STEPS - 1 - self.volume)

    @property
    def volume_of(self) -> tuple[int, int]:
        """The number of the volume, and how many there are, as the visitor is told: from 1."""
        return self.volume + 2 - self.volumes.least, self.volumes.most + 1 - self.volumes.least

    def stepped(self, which: Literal["rate", "volume"], by: int) -> Settings:
        """The settings with `which` one step up or down; unchanged at the end of the range."""
        first, last = (0, len(RATES_WPM) - 1) if which == "rate" else (self.volumes.least - 1, self.volumes.most - 1)
        value = min(last, max(first, getattr(self, which) + by))
        return replace(self, **{which: value})
