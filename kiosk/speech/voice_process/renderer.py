"""The `Renderer` makes the sound of texts ahead, in its own thread, with a voice that is too slow to wait for.

What it made is kept in memory, up to a limit, and forgotten when the kiosk rests. Nothing is written to the disk.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

from kiosk.speech.spoken.spoken_form import as_spoken
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.rendered import Rendered, Wanted
from kiosk.speech.voice_process.voice import Voice, VoiceError

KEPT_S = 180.0
"""Seconds of sound in memory: some eight megabytes."""
AHEAD = 12
"""Texts that wait to be rendered, at most; of more, the earliest are kept."""
LEARNT = 0.3
"""Weight of the latest text in what is known of the voice's pace."""


class Renderer:
    """One slow voice, loaded when it is first needed."""

    def __init__(
        self, load: Callable[[], Voice], pace: float | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`load` makes the voice; if it raises VoiceError, nothing is ever rendered.

        `pace`: seconds that it takes for a character, if that is known before it has said anything.
        """
        self._load = load
        self._clock = clock
        self._voice: Voice | None = None
        self._broken = False
        self._jobs: deque[Wanted] = deque()
        self._present: Wanted | None = None
        self._present_since = 0.0
        self._made: dict[Wanted, Rendered | None] = {}
        """None for what the voice cannot say."""
        self._pace = pace
        self._generation = 0
        """Rises with `forget`; what was begun under a lower one is thrown away."""
        self._change = threading.Condition()
        self._started = False

    @property
    def busy(self) -> bool:
        """Whether no more texts are taken for now."""
        return len(self._jobs) >= AHEAD

    def find(self, wanted: Wanted) -> Rendered | None:
        """Return the sound of `wanted` if it has been made."""
        with self._change:
            return self._made.get(wanted)

    def prepare(self, wanted: Wanted) -> None:
        """Make `wanted` once everything before it is made."""
        with self._change:
            if not self._broken and not self._is_known(wanted):
                self._jobs.append(wanted)
                self._work()

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
        """Throw away what was made and what waits."""
        with self._change:
            self._generation += 1
            self._jobs.clear()
            self._made.clear()
            self._change.notify_all()

    def _is_known(self, wanted: Wanted) -> bool:
        return wanted in self._made or wanted in self._jobs or wanted == self._present

    def _seconds_for(self, wanted: Wanted) -> float:
        """Return how long `wanted` will take to make; infinite while the pace is not known."""
        if self._pace is None:
            return float("inf")
        own = self._pace * len(wanted.text)
        if self._present is None:
            return own
        left = max(0.0, self._pace * len(self._present.text) - (self._clock() - self._present_since))
        return left if wanted == self._present else left + own

    def _work(self) -> None:
        if not self._started:
            self._started = True
            threading.Thread(target=self._run, name="renderer", daemon=True).start()
        self._change.notify_all()

    def _run(self) -> None:
        try:
            self._voice = self._load()
        except VoiceError:
            with self._change:
                self._broken = True
                self._jobs.clear()
                self._change.notify_all()
            return
        while True:
            with self._change:
                while not self._jobs:
                    self._change.wait()
                wanted = self._present = self._jobs.popleft()
                begun = self._present_since = self._clock()
                generation = self._generation
            rendered = render(self._voice, wanted)
            with self._change:
                self._present = None
                if rendered is not None:
                    pace = (self._clock() - begun) / len(wanted.text)
                    self._pace = pace if self._pace is None else self._pace + LEARNT * (pace - self._pace)
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
