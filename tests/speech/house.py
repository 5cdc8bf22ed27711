"""A narrator with the voice processes that it starts, for tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.messages import Done, Report, Started
from kiosk.speech.narrator.narrator import Narrator
from kiosk.speech.voice_config import VoiceConfig
from kiosk.visit.speech_text.utterance import Utterance
from tests.speech.fakes import Clock, Ear, FakeClient


class House:
    """A narrator, the voice processes that it started, and what was heard."""

    def __init__(self, rules: Sequence[WordRule] = (), voice: VoiceConfig | None = None) -> None:
        self.clock = Clock()
        self.ear = Ear()
        self.clients: list[FakeClient] = []
        self.can_start = True
        self.calls: list[Callable[[], object]] = []
        self.volumes: list[int] = []
        self.narrator = Narrator(
            self.ear,
            self._call,
            rules,
            voice,
            self._make,
            self.clock,
            self.volumes.append,  # type: ignore[arg-type]
        )

    def _make(self, *arguments: object) -> FakeClient:
        if not self.can_start:
            raise OSError("no memory")
        self.clients.append(FakeClient(*arguments))  # type: ignore[arg-type]
        return self.clients[-1]

    def _call(self, function: Callable[..., object], *arguments: object) -> None:
        self.calls.append(lambda: function(*arguments))

    def settle(self) -> None:
        """Carries out what was to be done in the narrator's own thread."""
        while self.calls:
            self.calls.pop(0)()

    @property
    def client(self) -> FakeClient:
        return self.clients[-1]

    def tell(self, report: Report) -> None:
        """The voice process reports something."""
        self.client.report(report)
        self.settle()

    def begins(self, text: str) -> None:
        self.tell(Started(self.client.number_of(text)))

    def ends(self, text: str) -> None:
        self.tell(Done(self.client.number_of(text)))

    def after(self, seconds: float) -> None:
        """Time passes, and the narrator looks around."""
        self.clock.now += seconds
        self.narrator.tick()
        self.settle()

    def say(self, *texts: str, hush: bool = False, **more: object) -> None:
        self.narrator.speak([Utterance(text, "en", **more) for text in texts], hush)  # type: ignore[arg-type]
