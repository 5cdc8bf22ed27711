"""The `Narrator` has utterances said, and tells what is heard. It keeps the voice process alive.

1. `say` numbers utterances, remembers them as waiting, and sends them to the voice process.
2. The voice process reports when one starts, which word sounds, and when it is done; reports of an utterance that
   is no longer waiting are late, and dropped.
3. A hush forgets what waits and silences the voice; only an emergency sentence that sounds is said to its end.
4. When the voice process ends, is stuck, or loses its device, what still waits is sent again to the next one.

All methods and reports belong to one thread: the reports of the process come through `call`.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import assert_never

from kiosk.content.model.library import WordRule
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
    Wake,
    Word,
    Words,
    encode,
)
from kiosk.speech.narrator.hearer import Hearer
from kiosk.speech.narrator.restarts import Restarts
from kiosk.speech.narrator.say_commands import longest_silence, say_commands
from kiosk.speech.narrator.utterance_queue import UtteranceQueue
from kiosk.speech.narrator.vital_signs import VitalSigns
from kiosk.speech.narrator.voice_link import VoiceLink
from kiosk.speech.voice_choice import VoiceChoice
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
        hearer: Hearer,
        call: Callable[..., object],
        rules: Sequence[WordRule] = (),
        voice: VoiceChoice | None = None,
        link: Callable[..., VoiceLink] = VoiceLink,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`call(function, *arguments)` runs a function in the narrator's own thread, from any thread.

        `rules`: how the clinic wants words to be said; `voice`: None for eSpeak NG.
        """
        self._hearer = hearer
        self._call = call
        self._make_link = link
        self._clock = clock
        self._voice = voice or VoiceChoice()
        self._rules = tuple(rules)
        self._link: VoiceLink | None = None
        self._queue = UtteranceQueue()
        self._rate: int = RATES_WPM[START_RATE]
        self._gain = 0.0
        self._awake = False
        self._works: bool | None = None
        self._ready = False
        self._mute = False
        """Whether the process has no voice: another one would have none either."""
        self._plugged: bool | None = None
        """Whether there are headphones; None until that is known."""
        self._signs = VitalSigns()
        self._heard_at = 0.0
        self._started_at = 0.0
        self._restarts = Restarts()
        self._restart_at: float | None = None

    @property
    def sounding(self) -> bool:
        """Whether something is being said, or about to be."""
        return bool(self._queue) and bool(self._works)

    @property
    def answers(self) -> bool:
        """Whether the voice answers, or there is a good reason why not: it is mute, or being replaced."""
        return self._mute or self._signs.good(self._clock())

    def start(self) -> None:
        """Starts the voice process."""
        self._restart_at = None
        self._started_at = self._heard_at = self._clock()
        self._ready = self._mute = False
        self._signs.begins(self._started_at)
        plugged = ["--headphones"] * bool(self._plugged)
        on_report, on_end = partial(self._call, self._report), partial(self._call, self._ended)
        try:
            self._link = self._make_link(on_report, on_end, (*self._voice.as_options(), *plugged))
        except OSError as error:
            _log.error("the voice process cannot be started: %s", error)
            self._plan_restart()
            return
        self._send(*self._state(), *say_commands(self._queue.all, self._rate))

    def close(self) -> None:
        """Ends the voice process."""
        self._restart_at = None
        link, self._link = self._link, None
        if link:
            link.close()

    def speak(self, utterances: Sequence[Utterance], hush: bool, cue: Cue | None = None) -> None:
        """Says `utterances` after what waits; with `hush`, in place of it. A `cue` sounds before them.

        Those of priority NOW interrupt what sounds, which is said again after them; those of priority NEXT go before
        all that has not begun. An emergency sentence that sounds goes to its end first.
        """
        if not self._queue:
            self._heard_at = self._clock()
        commands: list[Command] = [PlayCue(cue.value)] if cue else []
        if hush or any(utterance.priority is Priority.NOW for utterance in utterances):
            commands.insert(0, Hush())
            commands += say_commands(self._queue.interrupt(utterances, resume=not hush), self._rate)
        else:
            commands += say_commands(self._queue.add(utterances), self._rate, overtaking=True)
        self._awake = self._awake or bool(self._queue)
        self._send(*commands)

    def set_voice(self, rate_wpm: int, gain_db: float) -> None:
        """Rate of what is said from now on, in words a minute; volume at once, in dB (at most 0)."""
        self._rate = rate_wpm
        if gain_db != self._gain:
            self._gain = gain_db
            self._send(Gain(gain_db))

    def set_words(self, rules: Sequence[WordRule]) -> None:
        """How the clinic wants words to be said from now on."""
        self._rules = tuple(rules)
        self._send(Words(self._rules))

    def wake(self) -> None:
        """Somebody is there: makes ready to speak at once."""
        if not self._awake:
            self._awake = True
            self._heard_at = self._clock()
            self._send(Wake())

    def rest(self) -> None:
        """Nobody is there: gives the sound device back."""
        if self._awake:
            self._queue.clear()
            self._awake = False
            self._send(Rest())

    def tick(self) -> None:
        """To be called some four times a second: restarts a voice that ended or is stuck."""
        now = self._clock()
        if self._restart_at is not None and now >= self._restart_at:
            self.start()
        elif self._link is not None and self._stuck(now):
            _log.warning("the voice process is stuck and is replaced")
            self._replace()
        elif self._link is not None and self._signs.ask(now):
            self._send(Ping())

    def _stuck(self, now: float) -> bool:
        silent_for = now - self._heard_at
        if self._mute:
            return False
        if not self._ready:
            return silent_for > 4 * STUCK_S
        if self._signs.stuck(now):
            return True
        if not self._works:  # it looks for a device, and tells each time that it finds none
            return self._awake and silent_for > 4 * STUCK_S
        first = self._queue.first
        return first is not None and silent_for > STUCK_S + longest_silence(first, self._rate)

    def _state(self) -> list[Command]:
        """What a new voice process must know."""
        state: list[Command] = [Words(self._rules)] if self._rules else []
        return [*state, Gain(self._gain), Wake()] if self._awake else [*state, Gain(self._gain)]

    def _resend(self) -> None:
        """Have the voice process forget what it was sent, and say what waits."""
        self._send(Hush(), *say_commands(self._queue.all, self._rate))

    def _send(self, *commands: Command) -> None:
        if self._link and commands and not self._link.send(b"".join(map(encode, commands))):
            self._replace()

    def _ended(self, link: VoiceLink) -> None:
        if link is self._link:
            _log.warning("the voice process has ended and is replaced")
            self._replace()

    def _replace(self) -> None:
        """Another voice process takes over, after a pause that grows from one failure to the next."""
        link, self._link = self._link, None
        if link:
            link.close()
        self._tell_sound(False)
        self._plan_restart()

    def _plan_restart(self) -> None:
        now = self._clock()
        self._signs.ends(now)
        self._restart_at = now + self._restarts.wait(now - self._started_at)
        if self._restart_at == now:
            self._call(self.tick)

    def _tell_sound(self, works: bool, why: str = "") -> None:
        if works != self._works:
            _log.info("sound %s: %s", "works" if works else "does not work", why)
            self._works = works
            self._hearer.sound(works)

    def _report(self, link: VoiceLink, report: Report) -> None:
        """Take what the voice process reports."""
        if link is not self._link:
            _log.debug("dropped %s: its voice process was replaced", report)
            return
        now = self._clock()
        if isinstance(report, Ready | Pong):
            self._signs.answers(now)
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
            case HeadphoneChange():
                self._have_headphones(report.plugged)
            case Lost():
                self._works = None
                # What was sent meanwhile waits there already, and is among what is sent now.
                self._resend()
            case _:
                assert_never(report)

    def _follow(self, report: Word | Started | Done | Failed) -> None:
        """Tell what becomes of an utterance that waits."""
        utterance = self._queue.get(report.id)
        if utterance is None:
            known = self._queue.has_numbered(report.id)
            _log.debug("dropped %s: that utterance %s", report, "waits no more" if known else "was never sent")
            return
        match report:
            case Word():
                self._hearer.word(utterance, report.start, report.start + report.length)
            case Started():
                self._queue.begin(report.id)
                self._tell_sound(True)
                self._hearer.started(utterance)
            case Done() | Failed():
                self._queue.finish(report.id)
                if not self._queue:
                    self._hearer.silent()

    def _have_headphones(self, plugged: bool) -> None:
        """Headphones are there, or are not; what is said from now on is said by whoever knows of it."""
        before, self._plugged = self._plugged, plugged
        changed = before is not None and before != plugged
        if changed:
            self._queue.clear()
        # Where it is only another pair, what waited was forgotten too.
        self._send(GoOn())
        if before is not None:
            self._resend()
        if changed:
            self._hearer.headphones(plugged)
