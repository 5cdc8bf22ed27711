"""A speaker whose threads are the test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.speech.messages import Message, Say
from kiosk.speech.voice_process.playback import Playback
from kiosk.speech.voice_process.speaker import Speaker
from tests.speech.fakes import Clock, FakePlayer, FakeVoice, Players


class Stage:
    """A speaker, its voice and its players."""

    def __init__(self) -> None:
        self.reports: list[Message] = []
        self.voice: Any = FakeVoice()
        self.players = Players()
        self.clock = Clock()
        self.on_report: Callable[[], None] = lambda: None
        """Happens after each report."""
        self.playback = Playback(self.voice.sample_rate, self._report)
        self.speaker = Speaker(self.voice, self.playback, self._report, self.players, self.clock)

    def _report(self, message: Message) -> None:
        self.reports.append(message)
        self.on_report()

    @property
    def player(self) -> FakePlayer:
        return self.players.opened[-1]

    def say(self, number: int, text: str, pause: int = 0, **more: bool) -> None:
        utterance: Any = {"do": "say", "id": number, "text": text, "language": "en", "rate": 120, "pause": pause}
        self.speaker.say(Say(**(utterance | more)))

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


def told(reports: list[Message]) -> list[str]:
    """For example `started 1`, `word 1 0+3`, `done 1`."""
    found = []
    for report in reports:
        words = [report["is"], *(str(report[key]) for key in ("id", "works") if key in report)]
        if report["is"] == "word":
            words.append(f"{report['start']}+{report['length']}")
        found.append(" ".join(words))
    return found
