"""Inside the voice process: says one utterance after the other, and reports what is heard.

Three threads and their work: the main one synthesises (`run`), one takes commands (`say`, `hush`, … come from it), one
reports marks when they are heard (`report_marks`). The device calls the player from a fourth.
"""

from __future__ import annotations

import threading
from array import array
from collections import deque
from collections.abc import Callable

from kiosk.speech.messages import Message, Say
from kiosk.speech.players import Player, SoundError, open_player
from kiosk.speech.timeline import Timeline
from kiosk.speech.voice import Voice, VoiceError

AHEAD_S = 4.0
"""Seconds of sound that are made ahead of what is heard."""
RETRY_S = 0.5
"""Seconds between attempts to open a device that is not there."""


class Speaker:
    """The queue of utterances, the voice and the player."""

    def __init__(
        self,
        voice: Voice,
        report: Callable[[Message], None],
        opener: Callable[[int], Player] = open_player,
    ) -> None:
        self._voice = voice
        self._report = report
        self._opener = opener
        self._player: Player | None = None
        self._sound: bool | None = None
        self._gain_db = 0.0
        self._awake = False
        self._queue: deque[Say] = deque()
        self._generation = 0
        """Rises with every hush; what was begun under a lower one is thrown away."""
        self._timeline: Timeline[Message] = Timeline(voice.sample_rate)
        self._change = threading.Condition()

    # Commands, from the thread that reads them

    def say(self, utterance: Say) -> None:
        """Says `utterance` after those before it."""
        with self._change:
            self._awake = True
            self._queue.append(utterance)
            self._change.notify_all()

    def hush(self) -> None:
        """Silence at once; everything that waits is forgotten."""
        with self._change:
            self._generation += 1
            self._queue.clear()
            self._timeline.clear()
            if self._player:
                self._player.flush()
            self._change.notify_all()
        self._voice.stop()

    def set_gain(self, db: float) -> None:
        """Volume in dB, at most 0, from now on."""
        with self._change:
            self._gain_db = min(0.0, db)
            if self._player:
                self._player.gain = 10 ** (self._gain_db / 20)

    def wake(self) -> None:
        """Opens the device, so that the next utterance starts at once."""
        with self._change:
            self._awake = True
            self._change.notify_all()

    def rest(self) -> None:
        """Closes the device."""
        self.hush()
        with self._change:
            self._awake = False
            self._change.notify_all()

    # The main thread

    def run(self) -> None:
        """Synthesises for ever."""
        while True:
            with self._change:
                while not self._may_speak():
                    self._change.wait(self._tend_device())
                utterance, generation = self._queue.popleft(), self._generation
            self._speak(utterance, generation)

    def _may_speak(self) -> bool:
        """Whether an utterance waits, a device is open, and not too much has been made ahead."""
        if self._player is None or not self._queue or self._player.stalled:
            return False
        return self._player.written - self._player.played < AHEAD_S * self._voice.sample_rate

    def _tend_device(self) -> float | None:
        """Opens, reopens or closes the device as is needed; returns the seconds until the next look."""
        player = self._player
        if player and (player.stalled or not self._awake):
            stalled = player.stalled
            self._player = None
            player.close()
            if stalled:
                self._lose_place()
        if self._awake and self._player is None:
            try:
                self._player = self._opener(self._voice.sample_rate)
            except SoundError as error:
                self._tell_sound(False, str(error))
                return RETRY_S
            self._player.gain = 10 ** (self._gain_db / 20)
            self._tell_sound(True, self._player.name)
            return 0
        return 0.1 if self._player else None

    def _lose_place(self) -> None:
        """The device went while it played: what was under way is not heard any more."""
        self._generation += 1
        self._timeline.clear()
        self._queue.clear()
        self._report({"is": "lost"})

    def _tell_sound(self, works: bool, why: str) -> None:
        if works != self._sound:
            self._sound = works
            self._report({"is": "sound", "works": works, "why": why})

    def _speak(self, utterance: Say, generation: int) -> None:
        track = _Track(self, utterance, generation)
        try:
            track.pause(utterance["pause"])
            self._voice.speak(utterance["text"], utterance["language"], utterance["rate"], track)
        except VoiceError as error:
            self._report({"is": "failed", "id": utterance["id"], "why": str(error)})
        track.end()

    def put(self, generation: int, samples: array[int]) -> int | None:
        """Gives samples to the player; returns where they begin, or None when they are not wanted any more."""
        with self._change:
            if generation != self._generation or self._player is None:
                return None
            at = self._player.written
            self._player.write(samples)
            return at

    def mark(self, generation: int, at_sample: int, message: Message) -> None:
        """Reports `message` when `at_sample` is heard."""
        with self._change:
            if generation == self._generation:
                self._timeline.add(at_sample, message)
                self._change.notify_all()

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
            with self._change:
                played = self._player.played if self._player else 0
                due = self._timeline.due(played) if self._player else []
                if not due:
                    self._change.wait(self._timeline.seconds_to_next(played) if self._player else None)
                    continue
            for message in due:
                self._report(message)


class _Track:
    """One utterance on its way into the player."""

    def __init__(self, speaker: Speaker, utterance: Say, generation: int) -> None:
        self._speaker = speaker
        self._id = utterance["id"]
        self._generation = generation
        self._begin: int | None = None
        self._end = 0
        self._early: list[tuple[int, int, int]] = []
        """Words that were told before the first samples came."""

    def pause(self, ms: int) -> None:
        """Silence before the utterance."""
        if ms > 0:
            self._speaker.put(self._generation, array("h", bytes(2 * (ms * self._speaker.sample_rate // 1000))))

    def samples(self, data: array[int]) -> None:
        """See `voice.Listener`."""
        at = self._speaker.put(self._generation, data)
        if at is None:
            self._speaker.stop_voice()
            return
        self._end = at + len(data)
        if self._begin is None:
            self._begin = at
            self._speaker.mark(self._generation, at, {"is": "started", "id": self._id})
            for word in self._early:
                self.word(*word)

    def word(self, start: int, length: int, at_sample: int) -> None:
        """See `voice.Listener`."""
        if self._begin is None:
            self._early.append((start, length, at_sample))
            return
        message = {"is": "word", "id": self._id, "start": start, "length": length}
        self._speaker.mark(self._generation, self._begin + at_sample, message)

    def end(self) -> None:
        """The utterance is complete; it is done when its last sample is heard."""
        self._speaker.mark(self._generation, self._end, {"is": "done", "id": self._id})
