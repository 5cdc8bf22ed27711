"""Stand-ins for what the speech layer meets at its ends: a player, a voice, a process, a clock."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.messages import Command, Hush, Report, Say, decode_command
from kiosk.speech.players import SoundError
from kiosk.speech.ready.rendered import Rendered, Wanted
from kiosk.speech.spoken.spoken_form import Spans
from kiosk.speech.voice_process.renderer import render
from kiosk.speech.voice_process.sample_sink import SampleSink
from kiosk.speech.voice_process.voice import Voice, VoiceError
from kiosk.visit.speech_text.utterance import Utterance

RATE = 1000
"""Samples a second of the fake voice and player."""


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class FakePlayer:
    """Plays as far as the test lets it: by `played`."""

    name = "fake"
    sink = "fake sink"
    percent: int | None = None

    def __init__(self) -> None:
        self.gain = 1.0
        self.played = 0
        self.written = 0
        self.stalled = False
        self.hung = False
        self.closed = False
        self.dozes = False
        self.flushes = 0
        self.sound: array[int] = array("h")

    def write(self, samples: array[int]) -> None:
        assert not self.closed
        self.sound.extend(samples)
        self.written += len(samples)

    def flush(self) -> None:
        del self.sound[self.played :]
        self.written = self.played
        self.flushes += 1

    def doze(self) -> None:
        self.dozes = True

    def wake(self) -> None:
        self.dozes = False

    def close(self) -> None:
        self.closed = True


class Players:
    """Opens a fake player at each call, unless there is no device."""

    def __init__(self) -> None:
        self.opened: list[FakePlayer] = []
        self.there = True

    def __call__(self, sample_rate: int) -> FakePlayer:
        if not self.there:
            raise SoundError("no device")
        self.opened.append(FakePlayer())
        return self.opened[-1]


class FakeVoice:
    """Each word takes `word_samples`, all of the value of its first letter. "!" cannot be said."""

    sample_rate = RATE

    def __init__(self) -> None:
        self.stopped = False
        self.meanwhile: Callable[[], None] | None = None
        """Happens once, in the middle of the next utterance."""
        self.pieces = 0
        self.word_samples = 100
        self.prepared: list[str] = []
        self.woken = 0
        self.rules: list[WordRule] = []

    def speak(
        self, text: str, language: str, rate_wpm: float, sink: SampleSink, numbers: Spans = (), page: int = 0
    ) -> None:
        if "!" in text:
            raise VoiceError("it cannot be said")
        self.stopped = False
        at = 0
        for number, word in enumerate(text.split()):
            if self.stopped:
                return
            self.pieces += 1
            sink.samples(array("h", [ord(word[0])] * self.word_samples))
            sink.word(at, len(word), self.word_samples * number)
            at += len(word) + 1
            if self.meanwhile:
                meanwhile, self.meanwhile = self.meanwhile, None
                meanwhile()

    def set_words(self, rules: Sequence[WordRule]) -> None:
        self.rules = list(rules)

    def begin(self, says: Sequence[Say]) -> None:
        self.prepared += [say.text for say in says]

    def wake(self) -> None:
        self.woken += 1

    def stop(self) -> None:
        self.stopped = True

    def rest(self) -> None:
        self.stop()
        self.prepared.clear()


class FakeClient:
    """A voice process that keeps its commands."""

    def __init__(
        self,
        on_report: Callable[[FakeClient, Report], None],
        on_end: Callable[[FakeClient], None],
        options: Sequence[str] = (),
    ) -> None:
        self._on_report = on_report
        self._on_end = on_end
        self.options = options
        self.commands: list[Command] = []
        self.takes = True
        self.closed = False
        self.pid = 4711

    def send(self, lines: bytes) -> bool:
        assert not self.closed
        if self.takes:
            self.commands += [command for line in lines.splitlines() if (command := decode_command(line))]
        return self.takes

    def close(self) -> None:
        self.closed = True

    def report(self, report: Report) -> None:
        """The process reports something."""
        self._on_report(self, report)

    def end(self) -> None:
        """The process ends."""
        self._on_end(self)

    @property
    def said(self) -> list[str]:
        """The texts since the last hush."""
        texts: list[str] = []
        for command in self.commands:
            if isinstance(command, Say):
                texts.append(command.text)
            elif isinstance(command, Hush):
                texts.clear()
        return texts

    def number_of(self, text: str) -> int:
        """The number under which `text` was last sent."""
        return next(c.id for c in reversed(self.commands) if isinstance(c, Say) and c.text == text)


class Ear:
    """Hears, as the app does."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def started(self, utterance: Utterance) -> None:
        self.heard.append(utterance.text)

    def word(self, utterance: Utterance, start: int, end: int) -> None:
        self.heard.append((utterance.text, start, end))

    def failed(self, utterance: Utterance, no_voice: bool) -> None:
        self.heard.append(("failed", utterance.text, no_voice))

    def silent(self) -> None:
        self.heard.append("silent")

    def sound(self, works: bool) -> None:
        self.heard.append(works)

    def headphones(self, plugged: bool) -> None:
        self.heard.append(("headphones", plugged))


class FakeMaker:
    """A slow voice, such as a process makes sound with: `voice` is asked, in the thread that calls."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.closed = False

    def make(self, wanted: Wanted) -> Rendered | None:
        made = render(self.voice, wanted)
        if self.closed:
            raise VoiceError("it was let go")
        return made

    def close(self) -> None:
        self.closed = True
