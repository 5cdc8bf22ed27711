"""The interface of all players."""

from __future__ import annotations

from array import array
from typing import Protocol


class SoundError(RuntimeError):
    """No sound can be made, and why."""


class HungError(SoundError):
    """There is a sound server, but it does not answer: whoever else asks it would wait for ever."""


class Player(Protocol):
    """An open way to the loudspeaker, for 16-bit mono samples.

    `write` and `flush` may be called from different threads.
    """

    name: str
    """For the log and the doctor, for example "miniaudio (PulseAudio)"."""
    gain: float
    """Factor for the samples from now on, 0 to 1."""
    hung: bool
    """Whether it stalled because a server that is there does not answer."""

    @property
    def sink(self) -> str:
        """The name of the sound server's output; empty where there is none."""

    @property
    def percent(self) -> int | None:
        """The system volume of that output when it was opened, in per cent; 0 if muted, None if not known."""

    @property
    def written(self) -> int:
        """Samples taken since the player was opened, without those that `flush` threw away."""

    @property
    def played(self) -> int:
        """Samples that have left for the loudspeaker since the player was opened."""

    def write(self, samples: array[int]) -> None:
        """Take samples; return at once."""

    def flush(self) -> None:
        """Throw away what has not been played yet: silence at once."""

    @property
    def stalled(self) -> bool:
        """Whether samples wait and none is played: the device has gone."""

    def doze(self) -> None:
        """Nobody is there: keep the device awake, if the player can, with as little work as possible."""

    def wake(self) -> None:
        """Somebody is there: be quick again. What is written next is heard from its beginning."""

    def close(self) -> None:
        """Give the device back."""
