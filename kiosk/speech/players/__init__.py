"""Players bring samples to the loudspeaker. `open_player` finds one that works on this machine.

`clear_speech` is what speech goes through before them where the room is noisy.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kiosk.speech.players.miniaudio_player import MiniaudioPlayer
from kiosk.speech.players.pipe_player import PipePlayer
from kiosk.speech.players.player import HungError, Player, SoundError
from kiosk.speech.players.pulse_player import PulsePlayer

__all__ = ["HungError", "Player", "SoundError", "open_player"]


def open_player(sample_rate: int, volume: int | None = None) -> Player:
    """An open player for 16-bit mono samples; raises SoundError with the reason when there is none.

    `volume`: the system volume to set where there is a sound server, in per cent; None to leave it.
    """
    reasons: list[str] = []
    kinds: tuple[Callable[[int], Player], ...] = (partial(PulsePlayer, volume=volume), MiniaudioPlayer, PipePlayer)
    for kind in kinds:
        try:
            return kind(sample_rate)
        except HungError:
            raise
        except SoundError as error:
            reasons.append(str(error))
    raise SoundError("; ".join(reasons))
