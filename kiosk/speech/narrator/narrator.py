"""The `Narrator` has utterances said, and tells what is heard. It keeps the voice process alive.

1. `say` numbers utterances, remembers them as waiting, and sends them to the voice process.
2. The voice process reports when one starts, which word sounds, and when it is done; reports of an utterance that
   is no longer waiting are late, and dropped.
3. A hush forgets what waits and silences the voice; only an emergency sentence that sounds is said to its end.
4. When the voice process ends, is stuck, or loses its device, what still waits is sent again to the next one.

All methods and reports belong to one thread: the reports of the process come through `call`.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict

from kiosk.content.model.library import WordRule
from kiosk.speech.messages import Message, encode
from kiosk.speech.narrator.hearer import Hearer
from kiosk.speech.narrator.restarts import Restarts
from kiosk.speech.narrator.sayings import cue_command, longest_silence, say_commands
from kiosk.speech.narrator.vital_signs import VitalSigns
from kiosk.speech.narrator.voice_link import VoiceLink
from kiosk.speech.voice_choice import VoiceChoice
from kiosk.visit.session.settings import RATES_WPM, START_RATE
from kiosk.visit.speech_text.utterance import Priority, Utterance
from kiosk.visit.terms.cue import Cue

STUCK_S = 2.5
"""Seconds without any report, although something should sound, after which the voice is replaced."""
HUSH: Message = {"do": "hush"}
PING: Message = {"do": "ping", "n": 0}

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
        self._rules = [asdict(rule) for rule in rules]
        self._link: VoiceLink | None = None
        self._waiting: dict[int, Utterance] = {}
        self._begun = 0
        """The number of the utterance that began last."""
        self._next_id = 1
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
        return bool(self._waiting) and bool(self._works)

    @property
    def answers(self) -> bool:
        """Whether the voice answers, or there is a good reason why not: it is mute, or being replaced."""
        return self._mute or self._signs.good(self._clock())

    @property
    def voice_pid(self) -> int | None:
        """The voice process, where there is one."""
        return self._link.pid if self._link else None

    def start(self) -> None:
        """Starts the voice process."""
        self._restart_at = None
        self._started_at = self._heard_at = self._clock()
        self._ready = self._mute = False
        self._signs.begins(self._started_at)
        plugged = ["--headphones"] * bool(self._plugged)
        options = (*self._voice.as_options(), *plugged, "--rules", json.dumps(self._rules))
        try:
            self._link = self._make_link(self._from_link, self._link_ended, options)
        except OSError as error:
            _log.error("the voice process cannot be started: %s", error)
            self._plan_restart()
            return
        self._send(*self._state(), *say_commands(self._waiting, self._rate))

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
        if not self._waiting:
            self._heard_at = self._clock()
        before = [cue_command(cue, self._rate)] if cue else []
        in_order = sorted(utterances, key=lambda utterance: -utterance.priority)
        if hush or any(utterance.priority is Priority.NOW for utterance in utterances):
            kept = {n: u for n, u in self._waiting.items() if n == self._begun and u.emergency}
            again = () if hush else tuple(u for n, u in self._waiting.items() if n not in kept)
            self._waiting = kept
            early = [u for u in in_order if u.priority is not Priority.NORMAL]
            late = [u for u in in_order if u.priority is Priority.NORMAL]
            commands = [HUSH, *before, *say_commands(self._number([*early, *again, *late]), self._rate)]
        else:
            commands = [*before, *say_commands(self._number(in_order), self._rate, overtaking=True)]
            self._waiting = dict(sorted(self._waiting.items(), key=self._place))
        self._awake = self._awake or bool(self._waiting)
        self._send(*commands)

    def _place(self, waiting: tuple[int, Utterance]) -> int:
        """Where a waiting utterance stands: first what sounds, then what goes next."""
        number, utterance = waiting
        return 0 if number == self._begun else 1 if utterance.priority is Priority.NEXT else 2

    def set_voice(self, rate_wpm: int, gain_db: float) -> None:
        """Rate of what is said from now on, in words a minute; volume at once, in dB (at most 0)."""
        self._rate = rate_wpm
        if gain_db != self._gain:
            self._gain = gain_db
            self._send({"do": "gain", "db": gain_db})

    def set_words(self, rules: Sequence[WordRule]) -> None:
        """How the clinic wants words to be said from now on."""
        self._rules = [asdict(rule) for rule in rules]
        self._send({"do": "words", "rules": self._rules})

    def wake(self) -> None:
        """Somebody is there: makes ready to speak at once."""
        if not self._awake:
            self._awake = True
            self._heard_at = self._clock()
            self._send({"do": "wake"})

    def rest(self) -> None:
        """Nobody is there: gives the sound device back."""
        if self._awake:
            self._waiting.clear()
            self._awake = False
            self._send({"do": "rest"})

    def tick(self) -> None:
        """To be called some four times a second: restarts a voice that ended or is stuck."""
        now = self._clock()
        if self._restart_at is not None and now >= self._restart_at:
            self.start()
        elif self._link is not None and self._stuck(now):
            _log.warning("the voice process is stuck and is replaced")
            self._replace()
        elif self._link is not None and self._signs.ask(now):
            self._send(PING)

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
        first = next(iter(self._waiting.values()), None)
        return first is not None and silent_for > STUCK_S + longest_silence(first, self._rate)

    def _number(self, utterances: Sequence[Utterance]) -> dict[int, Utterance]:
        """Gives each utterance its number and puts it to those that wait."""
        numbered = {}
        for utterance in utterances:
            if utterance.text.strip():
                numbered[self._next_id] = utterance
                self._next_id += 1
        self._waiting.update(numbered)
        return numbered

    def _state(self) -> list[Message]:
        """What a new voice process must know."""
        gain: Message = {"do": "gain", "db": self._gain}
        return [gain, {"do": "wake"}] if self._awake else [gain]

    def _send(self, *messages: Message) -> None:
        if self._link and messages and not self._link.send(b"".join(encode(message) for message in messages)):
            self._replace()

    def _from_link(self, link: VoiceLink, message: Message) -> None:
        self._call(self._report, link, message)

    def _link_ended(self, link: VoiceLink) -> None:
        self._call(self._ended, link)

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

    def _tell_sound(self, works: bool, why: object = "") -> None:
        if works != self._works:
            _log.info("sound %s: %s", "works" if works else "does not work", why)
            self._works = works
            self._hearer.sound(works)

    def _report(self, link: VoiceLink, message: Message) -> None:
        """Something the voice process tells."""
        if link is not self._link:
            return
        now, kind = self._clock(), message.get("is")
        if kind in ("ready", "pong"):
            self._signs.answers(now)
        if kind == "pong":  # its other threads may be stuck all the same
            return
        self._heard_at = now
        utterance = self._waiting.get(message.get("id", 0))
        if kind == "ready":
            self._ready = True
        elif kind == "mute":
            _log.error("there is no voice: %s", message.get("why"))
            self._mute = True
            self._tell_sound(False)
        elif kind == "sound":
            self._tell_sound(bool(message.get("works")), message.get("why"))
        elif kind == "headphones":
            self._have_headphones(bool(message.get("plugged")))
        elif kind == "lost":
            self._works = None
            # What was sent meanwhile waits there already, and is among what is sent now.
            self._send(HUSH, *say_commands(self._waiting, self._rate))
        elif utterance is not None:
            self._heard(kind, message, utterance)

    def _have_headphones(self, plugged: bool) -> None:
        """Headphones are there, or are not; what is said from now on is said by whoever knows of it."""
        before, self._plugged = self._plugged, plugged
        changed = before is not None and before != plugged
        if changed:
            self._waiting.clear()
        # Where it is only another pair, what waited was forgotten too.
        again = () if before is None else (HUSH, *say_commands(self._waiting, self._rate))
        self._send({"do": "go-on"}, *again)
        if changed:
            self._hearer.headphones(plugged)

    def _heard(self, kind: object, message: Message, utterance: Utterance) -> None:
        if kind == "started":
            self._begun = message["id"]
            self._tell_sound(True)
            self._hearer.started(utterance)
        elif kind == "word":
            start = int(message["start"])
            self._hearer.word(utterance, start, start + int(message["length"]))
        elif kind in ("done", "failed"):
            del self._waiting[message["id"]]
            if not self._waiting:
                self._hearer.silent()
