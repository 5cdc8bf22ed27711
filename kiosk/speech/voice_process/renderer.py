"""The `Renderer` makes the sound of texts while somebody is there, with a voice that is too slow to wait for.

It has a thread of its own. What it made is kept in memory, up to a limit, and forgotten when the kiosk rests; the voice
is let go then too. Nothing is written to the disk.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

from kiosk.speech.ready.rendered import Rendered, Wanted
from kiosk.speech.spoken.spoken_form import as_spoken
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice, VoiceError

KEPT_S = 180.0
"""Seconds of sound in memory: some eight megabytes."""
AHEAD = 40
"""Texts that wait to be rendered, at most; of more, the earliest are kept."""
CRASHES = 3
"""How often a voice may crash in a row; then it counts as broken."""
LEARNT = 0.3
"""Weight of the latest text in what is known of the voice's pace."""


class SlowVoice(Protocol):
    """What makes the sound: a `RenderProcess`."""

    def make(self, wanted: Wanted) -> Rendered | None:
        """Return the sound of `wanted`; None if the voice cannot say it. Raises VoiceError if it has crashed."""

    def close(self) -> None:
        """Let it go, from any thread; a `make` that is under way fails."""


class Renderer:
    """One slow voice at a time, loaded when something has to be made."""

    def __init__(
        self, load: Callable[[], SlowVoice], pace: float | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`load` makes the voice; if it raises VoiceError, nothing is ever rendered.

        `pace`: seconds that it takes for a character in any language, if that is known before it has said anything.
        """
        self._load = load
        self._clock = clock
        self._voice: SlowVoice | None = None
        self._broken = False
        self._crashes = 0
        self._loads = False
        """Whether it is to be loaded although nothing waits."""
        self._jobs: deque[Wanted] = deque()
        self._present: Wanted | None = None
        self._present_since = 0.0
        self._made: dict[Wanted, Rendered | None] = {}
        """None for what the voice cannot say."""
        self._first_pace = pace
        self._paces: dict[str, float] = {}
        """Seconds for a character, by language: each may have a model of its own."""
        self._generation = 0
        """Rises with `forget`; what was begun under a lower one is thrown away."""
        self._change = threading.Condition()
        self._started = False

    def find(self, wanted: Wanted) -> Rendered | None:
        """Return the sound of `wanted` if it has been made."""
        with self._change:
            return self._made.get(wanted)

    def load_voice(self) -> None:
        """Have the voice loaded, because something will have to be made soon."""
        with self._change:
            if not self._broken:
                self._loads = True
                self._work()

    def prepare(self, wanted: Sequence[Wanted]) -> None:
        """Make `wanted`, in this order, once everything before it is made."""
        with self._change:
            new = [each for each in wanted if not self._is_known(each)]
            if new and not self._broken:
                self._jobs.extend(new[: max(0, AHEAD - len(self._jobs))])
                self._work()

    def seconds_for(self, wanted: Wanted) -> float:
        """Return how long `wanted` takes to make; 0 for what is made, infinite while the pace is not known."""
        with self._change:
            if self._broken or (wanted in self._made and self._made[wanted] is None):
                return float("inf")
            if wanted in self._made:
                return 0.0
            # A voice that is not loaded is some seconds away, however quick it is then.
            return float("inf") if self._voice is None else self._own_seconds(wanted)

    def obtain(self, wanted: Wanted, patience_s: float, given_up: Callable[[], bool]) -> Rendered | None:
        """Return `wanted`, made now if that takes no longer than `patience_s` seconds.

        Otherwise returns None, and makes it for the next time. Also returns None as soon as `given_up` says so;
        `nudge` makes it look.
        """
        with self._change:
            if self._broken or wanted in self._made:
                return self._made.get(wanted)
            in_time = self._seconds_for(wanted) <= patience_s
            if self._present != wanted:
                if wanted in self._jobs:
                    self._jobs.remove(wanted)
                self._jobs.appendleft(wanted)
            self._work()
            if not in_time:
                return None
            end = self._clock() + 2 * patience_s
            while wanted not in self._made and not given_up() and (left := end - self._clock()) > 0:
                self._change.wait(left)
            return self._made.get(wanted)

    def nudge(self) -> None:
        """Make `obtain` look whether it is still wanted, and drop what waits."""
        with self._change:
            self._jobs.clear()
            self._change.notify_all()

    def forget(self) -> None:
        """Throw away what was made and what waits, and let the voice go."""
        with self._change:
            self._generation += 1
            self._jobs.clear()
            self._made.clear()
            self._loads = False
            voice, self._voice = self._voice, None
            self._change.notify_all()
        if voice is not None:
            voice.close()

    def _is_known(self, wanted: Wanted) -> bool:
        return wanted in self._made or wanted in self._jobs or wanted == self._present

    def _seconds_for(self, wanted: Wanted) -> float:
        """Return how long `wanted` will take to make, after what is being made; infinite while a pace is not known."""
        own = self._own_seconds(wanted)
        if self._present is None:
            return own
        left = max(0.0, self._own_seconds(self._present) - (self._clock() - self._present_since))
        return left if wanted == self._present else left + own

    def _own_seconds(self, wanted: Wanted) -> float:
        pace = self._paces.get(wanted.language, self._first_pace)
        return float("inf") if pace is None else pace * len(wanted.text)

    def _work(self) -> None:
        if not self._started:
            self._started = True
            threading.Thread(target=self._run, name="renderer", daemon=True).start()
        self._change.notify_all()

    def _run(self) -> None:
        while not self._broken:
            with self._change:
                while not self._jobs and (self._voice is not None or not self._loads):
                    self._change.wait()
                generation, voice = self._generation, self._voice
            if voice is None:
                self._load_now(generation)
                continue
            with self._change:
                if generation != self._generation:
                    continue
                wanted = self._present = self._jobs.popleft()
                begun = self._present_since = self._clock()
            try:
                rendered = voice.make(wanted)
            except VoiceError:
                self._crashed(voice)
                continue
            self._keep(wanted, rendered, begun, generation)

    def _load_now(self, generation: int) -> None:
        """Load the voice, unless nobody is there any more when that is done."""
        try:
            voice = self._load()
        except VoiceError:
            with self._change:
                self._broken = True
                self._jobs.clear()
                self._change.notify_all()
            return
        with self._change:
            if generation == self._generation:
                self._voice = voice
                self._change.notify_all()
                return
        voice.close()

    def _crashed(self, voice: SlowVoice) -> None:
        """Have another voice loaded for the next text, unless this one was let go."""
        with self._change:
            self._present = None
            if self._voice is voice:
                self._voice = None
                self._crashes += 1
                self._broken = self._crashes >= CRASHES
            self._change.notify_all()

    def _keep(self, wanted: Wanted, rendered: Rendered | None, begun: float, generation: int) -> None:
        with self._change:
            self._present, self._crashes = None, 0
            if rendered is not None:
                pace = (self._clock() - begun) / len(wanted.text)
                known = self._paces.get(wanted.language, self._first_pace)
                self._paces[wanted.language] = pace if known is None else known + LEARNT * (pace - known)
            if generation == self._generation:
                self._made[wanted] = rendered
                self._drop_oldest()
            self._change.notify_all()

    def _drop_oldest(self) -> None:
        seconds = sum(len(each.samples) / each.sample_rate for each in self._made.values() if each)
        while seconds > KEPT_S and len(self._made) > 1:
            oldest = self._made.pop(next(iter(self._made)))
            seconds -= len(oldest.samples) / oldest.sample_rate if oldest else 0


def render(voice: Voice, wanted: Wanted) -> Rendered | None:
    """Return the sound of `wanted` with its words; None if the voice cannot say it."""
    recording = Recording()
    try:
        voice.say_form(as_spoken(wanted.text), wanted.language, wanted.rate, recording)
    except VoiceError:
        return None
    return Rendered(recording.heard, voice.sample_rate, tuple(recording.words))
