"""The `Narrator` has utterances said, reports what is heard, and keeps the voice process alive.

1. `speak` puts utterances into the queue, which numbers them, and sends them to the voice process.
2. The voice process reports when one starts, which word sounds, and when it is done. A report of an utterance that is
   no longer in the queue is late and dropped.
3. A hush empties the queue and silences the voice; only an emergency sentence that sounds is said to its end.
4. When the voice process ends, is stuck or loses its device, what is still in the queue is sent again.

All methods and reports belong to one thread: the reports of the process come through `call`.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import assert_never

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.messages import (
    Command,
    Done,
    Failed,
    Gain,
    GoOn,
    HeadphoneChange,
    Hush,
    Lost,
    Mute,
    Ping,
    PlayCue,
    Pong,
    Ready,
    Report,
    Rest,
    Sound,
    Started,
    SystemVolume,
    Wake,
    Word,
    Words,
    encode,
)
from kiosk.speech.narrator.heartbeat import Heartbeat
from kiosk.speech.narrator.restarts import Restarts
from kiosk.speech.narrator.say_commands import longest_silence, say_commands
from kiosk.speech.narrator.speech_events import SpeechEvents
from kiosk.speech.narrator.utterance_queue import UtteranceQueue
from kiosk.speech.narrator.voice_client import VoiceClient
from kiosk.speech.voice_config import VoiceConfig
from kiosk.visit.session.settings import RATES_WPM, START_RATE
from kiosk.visit.speech_text.utterance import Priority, Utterance
from kiosk.visit.terms.cue import Cue

STUCK_S = 2.5
"""Seconds without any report, although something should sound, after which the voice is replaced."""

_log = logging.getLogger(__name__)


class Narrator:
    """One queue of utterances and one voice process at a time."""

    def __init__(
        self,
        events: SpeechEvents,
        call: Callable[..., object],
        rules: Sequence[WordRule] = (),
        voice: VoiceConfig | None = None,
        client: Callable[..., VoiceClient] = VoiceClient,
        clock: Callable[[], float] = time.monotonic,
        note_volume: Callable[[int], object] = lambda percent: None,
    ) -> None:
        """`call(function, *arguments)` runs a function in the narrator's own thread, from any thread.

        `rules`: how words are to be said; `voice`: None for eSpeak NG; `note_volume` takes the system volume, per cent.
        """
        self._events, self._call = events, call
        self._make_client, self._clock, self._note_volume = client, clock, note_volume
        self._voice, self._rules = voice or VoiceConfig(), tuple(rules)
        self._client: VoiceClient | None = None
        self._queue = UtteranceQueue()
        self._rate: int = RATES_WPM[START_RATE]
        self._sayings = partial(say_commands, rate_wpm=self._rate, page_of=self._queue.page_of)
        self._gain, self._awake = 0.0, False
        self._works: bool | None = None
        self._ready = self._mute = False
        """Whether it takes commands; and whether the process has no voice; another one would have none either."""
        self._plugged: bool | None = None
        """Whether headphones are plugged in; None until that is known."""
        self._heartbeat, self._restarts = Heartbeat(), Restarts()
        self._heard_at = self._started_at = 0.0
        self._restart_at: float | None = None

    @property
    def sounding(self) -> bool:
        """Whether something is being said, or about to be."""
        return bool(self._queue) and bool(self._works)

    @property
    def answers(self) -> bool:
        """Whether the voice answers, or has a good reason not to: it is mute, or is being replaced."""
        return self._mute or self._heartbeat.good(self._clock())

    def start(self) -> None:
        """Start the voice process."""
        self._restart_at = None
        self._started_at = self._heard_at = self._clock()
        self._ready = self._mute = False
        self._heartbeat.begins(self._started_at)
        plugged = ["--headphones"] * bool(self._plugged)
        on_report, on_end = partial(self._call, self._report), partial(self._call, self._ended)
        try:
            self._client = self._make_client(on_report, on_end, (*self._voice.as_options(), *plugged))
        except OSError as error:
            _log.error("the voice process cannot be started: %s", error)
            self._plan_restart()
            return
        self._send(*self._state(), *self._sayings(self._queue.all))

    def close(self) -> None:
        """End the voice process."""
        self._restart_at = None
        client, self._client = self._client, None
        if client:
            client.close()

    def speak(self, utterances: Sequence[Utterance], hush: bool, cue: Cue | None = None) -> None:
        """Say `utterances` after what waits, or with `hush` in place of it. A `cue` sounds before them.

        Those of priority NOW interrupt what sounds, which is said again after them; those of priority NEXT go before
        all that has not begun. An emergency sentence that sounds goes to its end first.
        """
        if not self._queue:
            self._heard_at = self._clock()
        commands: list[Command] = [PlayCue(cue.value)] if cue else []
        if hush or any(utterance.priority is Priority.NOW for utterance in utterances):
            commands.insert(0, Hush())
            said = self._queue.interrupt(utterances, resume=not hush)
            commands += self._sayings(said, at_once=self._queue.first is next(iter(said.values()), None))
        else:
            commands += self._sayings(self._queue.add(utterances), overtaking=True)
        self._awake = self._awake or bool(self._queue)
        self._send(*commands)

    def set_voice(self, rate_wpm: int, gain_db: float, classic: bool = False) -> None:
        """Set rate (words a minute) and voice of what is said from now on, and the volume at once (dB, at most 0)."""
        self._rate = rate_wpm
        self._sayings = partial(say_commands, rate_wpm=rate_wpm, page_of=self._queue.page_of, classic=classic)
        if gain_db != self._gain:
            self._gain = gain_db
            self._send(Gain(gain_db))

    def set_words(self, rules: Sequence[WordRule]) -> None:
        """Say words as the clinic wants them said from now on."""
        self._rules = tuple(rules)
        self._send(Words(self._rules))

    def wake(self) -> None:
        """Somebody is there: get ready to speak at once."""
        if not self._awake:
            self._awake = True
            self._heard_at = self._clock()
            self._send(Wake())

    def rest(self) -> None:
        """Nobody is there: give the sound device back."""
        if self._awake:
            self._queue.clear()
            self._awake = False
            self._send(Rest())

    def tick(self) -> None:
        """Restart a voice that has ended or is stuck; to be called about four times a second."""
        now = self._clock()
        if self._restart_at is not None and now >= self._restart_at:
            self.start()
        elif self._client is not None and self._stuck(now):
            _log.warning("the voice process is stuck and is replaced")
            self._replace()
        elif self._client is not None and self._heartbeat.ask(now):
            self._send(Ping())

    def _stuck(self, now: float) -> bool:
        silent_for = now - self._heard_at
        if self._mute:
            return False
        if not self._ready:
            return silent_for > 4 * STUCK_S
        if self._heartbeat.stuck(now):
            return True
        if not self._works:  # it looks for a device, and reports each time that it finds none
            return self._awake and silent_for > 4 * STUCK_S
        first = self._queue.first
        return first is not None and silent_for > STUCK_S + longest_silence(first, self._rate)

    def _state(self) -> list[Command]:
        """Return the commands that a new voice process needs first."""
        return [*([Words(self._rules)] if self._rules else ()), Gain(self._gain), *([Wake()] if self._awake else ())]

    def _resend(self) -> None:
        """Have the voice process forget what it was sent, and say what waits."""
        self._send(Hush(), *self._sayings(self._queue.all))

    def _send(self, *commands: Command) -> None:
        if self._client and commands and not self._client.send(b"".join(map(encode, commands))):
            self._replace()

    def _ended(self, client: VoiceClient) -> None:
        if client is self._client:
            _log.warning("the voice process has ended and is replaced")
            self._replace()

    def _replace(self) -> None:
        """Have another voice process take over, after a pause that grows from one failure to the next."""
        client, self._client = self._client, None
        if client:
            client.close()
        self._tell_sound(False)
        self._plan_restart()

    def _plan_restart(self) -> None:
        now = self._clock()
        self._heartbeat.ends(now)
        self._restart_at = now + self._restarts.wait(now - self._started_at)
        if self._restart_at == now:
            self._call(self.tick)

    def _tell_sound(self, works: bool, why: str = "") -> None:
        if works != self._works:
            _log.info("sound %s: %s", "works" if works else "does not work", why)
            self._works = works
            self._events.sound(works)

    def _report(self, client: VoiceClient, report: Report) -> None:
        """Act on a report of the voice process."""
        if client is not self._client:
            _log.debug("dropped %s: its voice process was replaced", report)
            return
        now = self._clock()
        if isinstance(report, Ready | Pong):
            self._heartbeat.answers(now)
        if isinstance(report, Pong):  # its other threads may be stuck all the same
            return
        self._heard_at = now
        match report:
            case Word() | Started() | Done() | Failed():
                self._follow(report)
            case Ready():
                self._ready = True
            case Mute():
                _log.error("there is no voice: %s", report.why)
                self._mute = True
                self._tell_sound(False)
            case Sound():
                self._tell_sound(report.works, report.why)
            case SystemVolume():
                self._note_volume(report.percent)
            case HeadphoneChange():
                self._have_headphones(report.plugged)
            case Lost():
                self._works = None
                # What was sent meanwhile waits there already, and is among what is sent now.
                self._resend()
            case _:
                assert_never(report)

    def _follow(self, report: Word | Started | Done | Failed) -> None:
        """Pass on what is heard of an utterance in the queue."""
        utterance = self._queue.get(report.id)
        if utterance is None:
            known = self._queue.has_numbered(report.id)
            _log.debug("dropped %s: that utterance %s", report, "waits no more" if known else "was never sent")
            return
        match report:
            case Word():
                self._events.word(utterance, report.start, report.start + report.length)
            case Started():
                self._queue.begin(report.id)
                self._events.started(utterance)
            case Done() | Failed():
                self._queue.finish(report.id)
                if isinstance(report, Failed):
                    self._events.failed(utterance, report.no_voice)
                if not self._queue:
                    self._events.silent()

    def _have_headphones(self, plugged: bool) -> None:
        """Headphones are there, or not; from now on the app knows, so the voice process may accept utterances."""
        before, self._plugged = self._plugged, plugged
        changed = before is not None and before != plugged
        if changed:
            self._queue.clear()
        # The voice process forgets what waited even for another pair of headphones.
        self._send(GoOn())
        if before is not None:
            self._resend()
        if changed:
            self._events.headphones(plugged)
