"""What sounds: the open player, the marks that lie in its samples, and which of them are still wanted.

Every utterance is played under the number that `begin` returned. A `flush` makes that number old, and whatever still
comes under an old number is dropped: its samples, its marks, its protection.

All methods may be called from any thread. None waits for the device or reports while it holds the lock.
"""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable

from kiosk.speech.messages import Report
from kiosk.speech.players import Player
from kiosk.speech.voice_process.timeline import Timeline

EARLY_S = 0.05
"""Seconds before the end of what sounds at which the next utterance is made. Late, it only makes a pause longer."""
HELD_S = 8.0
"""Seconds of sound that the player is given at most; of a longer utterance the rest is made later."""
LOOK_S = 0.1
"""Seconds between looks at the device while somebody is there."""


class Playback:
    """One player at a time, and what is heard of it."""

    def __init__(self, sample_rate: int, report: Callable[[Report], None]) -> None:
        """`sample_rate`: samples a second of everything that is put; `report` takes each mark when it is heard."""
        self.sample_rate = sample_rate
        self.change = threading.Condition()
        """Notified whenever something may have become due; its lock is reentrant."""
        self._report = report
        self._player: Player | None = None
        self._gain = 1.0
        self._generation = 0
        self._emergency: tuple[int, int | None] | None = None
        """The samples at which the emergency sentence in the player begins and, once known, ends."""
        self._timeline: Timeline[Report] = Timeline(sample_rate)

    # The device

    def attach(self, player: Player) -> None:
        """Play through `player` from now on."""
        with self.change:
            player.gain = self._gain
            self._player = player
            self.change.notify_all()

    def detach(self) -> Player | None:
        """Return the player, if any; nothing can be played until the next `attach`."""
        with self.change:
            player, self._player = self._player, None
            return player

    def doze(self, dozes: bool) -> None:
        """Have the player, if any, keep its device awake with little work, or be quick again."""
        with self.change:
            if self._player is not None:
                (self._player.doze if dozes else self._player.wake)()

    @property
    def is_open(self) -> bool:
        """Whether there is a player."""
        return self._player is not None

    @property
    def stalled(self) -> bool:
        """Whether the player's device has gone."""
        return self._player is not None and self._player.stalled

    def set_gain(self, db: float) -> None:
        """Set the volume of this player and of those that follow, in dB; at most 0."""
        with self.change:
            self._gain = 10 ** (min(0.0, db) / 20)
            if self._player:
                self._player.gain = self._gain

    # Utterances

    def begin(self) -> int:
        """Return the number under which the next utterance is to be played."""
        with self.change:
            self._emergency = None
            return self._generation

    def flush(self) -> None:
        """Throw away everything that is in the player and on its way to it: silence at once."""
        with self.change:
            self._generation += 1
            self._emergency = None
            self._timeline.clear()
            if self._player:
                self._player.flush()
            self.change.notify_all()

    def put(self, generation: int, samples: array[int]) -> int | None:
        """Give samples to the player once it has room; return where they begin, or None when they are unwanted."""
        with self.change:
            while True:
                player = self._player
                if generation != self._generation or player is None or player.stalled:
                    return None
                if player.written - player.played < HELD_S * self.sample_rate:
                    at = player.written
                    player.write(samples)
                    return at
                self.change.wait(LOOK_S)

    def mark(self, generation: int, at_sample: int, report: Report) -> None:
        """Send `report` when `at_sample` is heard."""
        with self.change:
            if generation == self._generation:
                self._timeline.add(at_sample, report)
                self.change.notify_all()

    def protect(self, generation: int, begin: int, end: int | None) -> None:
        """Mark the samples from `begin` to `end` as an emergency sentence; None while the end is not known."""
        with self.change:
            if generation == self._generation:
                self._emergency = (begin, end)

    @property
    def emergency_sounds(self) -> bool:
        """Whether the emergency sentence is being heard."""
        if self._emergency is None or self._player is None:
            return False
        begin, end = self._emergency
        return begin <= self._player.played and (end is None or self._player.played < end)

    @property
    def seconds_left(self) -> float:
        """Seconds until the next utterance may be put; at most 0 when it may be now. The player must be open."""
        assert self._player is not None
        # After an emergency sentence nothing is put early: it could not be taken back.
        early = 0.0 if self._emergency else EARLY_S
        return (self._player.written - self._player.played) / self.sample_rate - early

    # The thread that reports

    def report_marks(self) -> None:
        """Report marks as they are heard, for ever."""
        while True:
            if not self.report_due():
                with self.change:
                    player = self._player
                    self.change.wait(self._timeline.seconds_to_next(player.played) if player else None)

    def report_due(self) -> bool:
        """Report the marks that have been heard; return False if there were none."""
        with self.change:
            generation = self._generation
            due = self._timeline.due(self._player.played) if self._player else []
        for report in due:
            if generation == self._generation:  # a flush in between makes the rest late
                self._report(report)
        return bool(due)
