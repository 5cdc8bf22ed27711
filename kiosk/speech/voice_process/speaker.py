"""Inside the voice process: says one utterance after the other, and reports what is heard.

Three threads and their work: the main one opens the device and synthesises (`run`), one takes commands (`say`,
`hush`, … come from it), one reports marks when they are heard (`report_marks`). None waits for the device or writes
a report while it holds the lock, so a hush is never kept waiting.

An utterance is handed to the player only when the one before it is all but over. So what waits can still be
overtaken, and an emergency sentence can end undisturbed while everything after it is forgotten.
"""

from __future__ import annotations

import threading
import time
from array import array
from collections.abc import Callable, Sequence

from kiosk.content.model.library import WordRule
from kiosk.speech.messages import Message, Say
from kiosk.speech.players import Player, SoundError, open_player
from kiosk.speech.voice_process.cue_sounds import cue_sound
from kiosk.speech.voice_process.say_queue import SayQueue
from kiosk.speech.voice_process.timeline import Timeline
from kiosk.speech.voice_process.track import Track
from kiosk.speech.voice_process.voice import VoiceError
from kiosk.speech.voice_process.voices import Speaking

HAND_OVER_S = 0.05
"""Seconds before the end of what sounds at which the next utterance is made. Late, it only makes a pause longer."""
HELD_S = 8.0
"""Seconds of sound that the player is given at most; of a longer utterance the rest is made later."""
RETRY_S = 0.5
"""Seconds between attempts to open a device that is not there."""
LOOK_S = 0.1
"""Seconds between looks at the device while it is open."""


class Speaker:
    """The queue of utterances, the voice and the player."""

    def __init__(
        self,
        voice: Speaking,
        report: Callable[[Message], None],
        opener: Callable[[int], Player] = open_player,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._voice = voice
        self._report = report
        self._opener = opener
        self._clock = clock
        self._player: Player | None = None
        self._sound: bool | None = None
        self._gain_db = 0.0
        self._awake = False
        self._retry_at = 0.0
        self._moves = False
        """Whether sound is to leave by another way than the open device."""
        self._refuses = False
        """Whether what is to be said was commanded before it was known where it would sound now."""
        self._queue = SayQueue()
        self._generation = 0
        """Rises with every hush; what was begun under a lower one is thrown away."""
        self._emergency: tuple[int, int | None] | None = None
        """The samples at which the emergency sentence in the player begins and, once known, ends."""
        self._timeline: Timeline[Message] = Timeline(voice.sample_rate)
        self._change = threading.Condition()

    # Commands, from the thread that reads them

    def say(self, utterance: Say) -> None:
        """Says `utterance` after those before it; one with `next`, before all that have not begun."""
        with self._change:
            if self._refuses:
                return
            self._awake = True
            self._queue.add(utterance)
            self._change.notify_all()
        if utterance["text"]:
            self._voice.prepare(utterance["text"], utterance["language"], utterance["rate"])

    def hush(self) -> None:
        """Silence at once, or after the emergency sentence that sounds; everything that waits is forgotten."""
        with self._change:
            self._queue.clear()
            if self._emergency_sounds():
                return
            self._drop_all()
        self._voice.stop()

    def set_gain(self, db: float) -> None:
        """Volume in dB, at most 0, from now on."""
        with self._change:
            self._gain_db = min(0.0, db)
            if self._player:
                self._player.gain = 10 ** (self._gain_db / 20)

    def set_words(self, rules: Sequence[WordRule]) -> None:
        """How the clinic wants words to be said, from the next utterance on."""
        self._voice.set_words(rules)

    def move(self) -> None:
        """Headphones have come or gone: silence at once, whatever sounds, and nothing new until `go_on`."""
        with self._change:
            self._moves = self._refuses = True
            self._retry_at = 0.0
            self._queue.clear()
            self._drop_all()
        self._voice.stop()

    def go_on(self) -> None:
        """Whoever commands knows where it will sound from now on."""
        with self._change:
            self._refuses = False

    def wake(self) -> None:
        """Opens the device, so that the next utterance starts at once."""
        with self._change:
            self._awake = True
            self._change.notify_all()

    def rest(self) -> None:
        """Silence, whatever sounds, and closes the device."""
        with self._change:
            self._awake = False
            self._queue.clear()
            self._drop_all()
        self._voice.rest()

    def _drop_all(self) -> None:
        """Throws away what is in the player and on its way to it."""
        self._generation += 1
        self._emergency = None
        self._timeline.clear()
        if self._player:
            self._player.flush()
        self._change.notify_all()

    def _emergency_sounds(self) -> bool:
        if self._emergency is None or self._player is None:
            return False
        begin, end = self._emergency
        return begin <= self._player.played and (end is None or self._player.played < end)

    # The main thread

    def run(self) -> None:
        """Does what is due, for ever."""
        while True:
            with self._change:
                while not (self._device_due() or self._may_speak()):
                    self._change.wait(self._patience())
            self.turn()

    def turn(self) -> bool:
        """Opens, reopens or closes the device, or makes one utterance; False where nothing is due."""
        with self._change:
            if self._device_due():
                utterance, generation = None, 0
            elif self._may_speak():
                utterance = self._queue.take()
                self._emergency = None
                generation = self._generation
            else:
                return False
        if utterance is None:
            self._tend_device()
        else:
            self._speak(utterance, generation)
        return True

    def _device_due(self) -> bool:
        if self._player is None:
            return self._awake and self._clock() >= self._retry_at
        return not self._awake or self._moves or self._player.stalled

    def _may_speak(self) -> bool:
        """Whether an utterance waits, a device is open, and what it plays is all but over."""
        return bool(self._player and self._queue) and self._seconds_left() <= 0

    def _seconds_left(self) -> float:
        """Seconds until the next utterance may be handed over."""
        assert self._player is not None
        # After an emergency sentence nothing is handed over early: it could not be taken back.
        early = 0.0 if self._emergency else HAND_OVER_S
        return (self._player.written - self._player.played) / self._voice.sample_rate - early

    def _patience(self) -> float | None:
        """Seconds until something may be due without a command."""
        if self._player is None:
            return max(0.0, self._retry_at - self._clock()) if self._awake else None
        if self._queue:
            return min(LOOK_S, max(0.001, self._seconds_left()))
        return LOOK_S

    def _tend_device(self) -> None:
        with self._change:
            old, self._player = self._player, None
            lost = old is not None and old.stalled and not self._moves
            self._moves = False
            if lost:  # what was under way is not heard any more
                self._queue.clear()
                self._generation += 1
                self._emergency = None
                self._timeline.clear()
        if lost:
            self._report({"is": "lost"})
        if old is not None and old.hung:  # another one may have to wait for the same server, so it is told now
            self._sound = False
            self._report({"is": "sound", "works": False, "why": f"{old.name} does not answer"})
        if old:
            old.close()
        if not self._awake:
            return
        try:
            player = self._opener(self._voice.sample_rate)
        except SoundError as error:
            self._retry_at = self._clock() + RETRY_S
            self._sound = False
            self._report({"is": "sound", "works": False, "why": str(error)})
            return
        with self._change:
            player.gain = 10 ** (self._gain_db / 20)
            self._player = player
            self._change.notify_all()
        if not self._sound:
            self._sound = True
            self._report({"is": "sound", "works": True, "why": player.name})

    def _speak(self, utterance: Say, generation: int) -> None:
        if cue := utterance.get("cue"):
            self.put(generation, cue_sound(cue, self._voice.sample_rate))
            return
        track = Track(self, utterance, generation)
        try:
            track.pause(utterance["pause"])
            self._voice.speak(utterance["text"], utterance["language"], utterance["rate"], track)
        except VoiceError as error:
            self._report({"is": "failed", "id": utterance["id"], "why": str(error)})
        else:
            track.end()

    # What the utterance that is being made asks for

    def put(self, generation: int, samples: array[int]) -> int | None:
        """Gives samples to the player, once it has room; returns where they begin, or None when they are unwanted."""
        with self._change:
            while True:
                player = self._player
                if generation != self._generation or player is None or player.stalled:
                    return None
                if player.written - player.played < HELD_S * self._voice.sample_rate:
                    at = player.written
                    player.write(samples)
                    return at
                self._change.wait(LOOK_S)

    def mark(self, generation: int, at_sample: int, message: Message) -> None:
        """Reports `message` when `at_sample` is heard."""
        with self._change:
            if generation == self._generation:
                self._timeline.add(at_sample, message)
                self._change.notify_all()

    def protect(self, generation: int, begin: int, end: int | None) -> None:
        """From sample `begin` to `end` an emergency sentence sounds, which a hush does not end."""
        with self._change:
            if generation == self._generation:
                self._emergency = (begin, end)

    @property
    def sample_rate(self) -> int:
        """Samples a second."""
        return self._voice.sample_rate

    def stop_voice(self) -> None:
        """Ends the utterance that is being synthesised."""
        self._voice.stop()

    # The reporting thread

    def report_marks(self) -> None:
        """Reports marks as they are heard, for ever."""
        while True:
            if not self.report_due():
                with self._change:
                    player = self._player
                    self._change.wait(self._timeline.seconds_to_next(player.played) if player else None)

    def report_due(self) -> bool:
        """Reports the marks that have been heard; False where there were none."""
        with self._change:
            generation = self._generation
            due = self._timeline.due(self._player.played) if self._player else []
        for message in due:
            if generation == self._generation:  # a hush in between makes the rest late
                self._report(message)
        return bool(due)
