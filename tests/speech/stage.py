"""A speaker whose threads are the test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.speech.messages import Report, Say, Word
from kiosk.speech.voice_process.playback import Playback
from kiosk.speech.voice_process.speaker import Speaker
from tests.speech.fakes import Clock, FakePlayer, FakeVoice, Players


class Stage:
    """A speaker, its voice and its players."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.voice: Any = FakeVoice()
        self.classic: Any = FakeVoice()
        self.players = Players()
        self.clock = Clock()
        self.on_report: Callable[[], None] = lambda: None
        """Happens after each report."""
        self.clears = False
        """Whether speech is made clearer."""
        self.playback = Playback(self.voice.sample_rate, self._report)
        self.speaker = Speaker(
            self.voice,
            self.playback,
            self._report,
            self.players,
            self.clock,
            clears=lambda: self.clears,
            classic=self.classic,
        )

    def _report(self, report: Report) -> None:
        self.reports.append(report)
        self.on_report()

    @property
    def player(self) -> FakePlayer:
        return self.players.opened[-1]

    def say(self, number: int, text: str, pause: int = 0, **more: bool) -> None:
        self.speaker.say(Say(number, text, "en", 120, pause, **more))

    def work(self) -> None:
        """Does all that is due."""
        while self.speaker.turn():
            pass

    def play_to(self, sample: int) -> list[str]:
        """Plays as far as `sample`; returns what has been reported in the meantime."""
        before = len(self.reports)
        self.player.played = min(sample, self.player.written)
        self.playback.report_due()
        self.work()
        return told(self.reports[before:])

    def play_all(self) -> list[str]:
        """Plays to the end of all that waits."""
        found: list[str] = []
        while True:
            now = self.play_to(self.player.written)
            found += now
            if not now and self.player.played == self.player.written:
                return found


def told(reports: list[Report]) -> list[str]:
    """For example `started 1`, `word 1 0+3`, `done 1`."""
    found = []
    for report in reports:
        words = [type(report).__name__.lower()]
        words += [str(getattr(report, name)) for name in ("id", "works") if hasattr(report, name)]
        if isinstance(report, Word):
            words.append(f"{report.start}+{report.length}")
        found.append(" ".join(words))
    return found
