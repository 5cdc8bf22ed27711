"""Where speech goes: only to headphones while they are plugged in, otherwise to the loudspeaker if that is allowed."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.speech.players import Player, SoundError, open_player
from kiosk.speech.players.headphone_watch import HeadphoneWatch
from kiosk.speech.players.headphones import Headphones
from kiosk.speech.players.pulse_player import PulsePlayer

ANSWER_S = 1.0
"""Seconds that the sound server has, after the start, to tell what is plugged in."""


class Outlet:
    """Opens the player that fits what is plugged in."""

    def __init__(
        self,
        headphones_only: bool,
        on_change: Callable[[bool, bool], None],
        on_volume: Callable[[int], None] = lambda percent: None,
        volume: int | None = None,
    ) -> None:
        """`headphones_only`: nothing ever sounds on the loudspeaker; `volume`: its system volume at the start.

        `on_change(plugged, first)` is called when headphones come or go, and `first` when that becomes known;
        `on_volume(percent)` with the system volume of what plays, at first and when it changes.
        """
        self._headphones_only = headphones_only
        self._on_change = on_change
        self._first = True
        self.on_loudspeaker = not headphones_only
        """Whether the player that was opened last is not one for headphones."""
        self._on_volume = on_volume
        self._volume = volume
        self._player: Player | None = None
        self._percent: int | None = None
        self._watch = HeadphoneWatch(self._changed, self._volumes_changed)

    def start(self) -> None:
        """Begin to watch for headphones."""
        self._watch.start()

    def open(self, sample_rate: int) -> Player:
        """Return an open player; raises SoundError if there is none or none is allowed."""
        headphones = self._watch.headphones(ANSWER_S)
        if headphones is not None:
            self.on_loudspeaker = False
            return self._opened(PulsePlayer(sample_rate, headphones.sink))
        if self._headphones_only:
            raise SoundError("no headphones are plugged in")
        self.on_loudspeaker = True
        # Only once: whoever turns it down later is not overruled when the device comes again.
        volume, self._volume = self._volume, None
        return self._opened(open_player(sample_rate, volume))

    def _opened(self, player: Player) -> Player:
        self._player = player
        self._tell_volume(player.percent)
        return player

    def _volumes_changed(self) -> None:
        if self._player is not None:
            self._tell_volume(self._watch.percents.get(self._player.sink))

    def _tell_volume(self, percent: int | None) -> None:
        if percent is not None and percent != self._percent:
            self._percent = percent
            self._on_volume(percent)

    def _changed(self, headphones: Headphones | None) -> None:
        first, self._first = self._first, False
        self._on_change(headphones is not None, first)
