"""Inside the voice process: says one utterance after the other, and looks after the device.

Three threads and their work: the main one opens the device and synthesises (`run`), one takes commands (`say`,
`hush`, … come from it), one reports marks when they are heard (`Playback.report_marks`). None waits for the device or
writes a report while it holds the lock, so a hush is never kept waiting.

An utterance is handed to the player only when the one before it is all but over. So what waits can still be
overtaken, and an emergency sentence can end undisturbed while everything after it is forgotten.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.messages import Failed, Lost, PlayCue, Report, Say, Sound
from kiosk.speech.players import Player, SoundError, open_player
from kiosk.speech.players.clear_speech import ClearSpeech
from kiosk.speech.voice_process.cue_sounds import cue_sound
from kiosk.speech.voice_process.playback import LOOK_S, Playback
from kiosk.speech.voice_process.speech_queue import SpeechQueue
from kiosk.speech.voice_process.track import Track
from kiosk.speech.voice_process.voice import NoVoiceError, VoiceError
from kiosk.speech.voice_process.voice_factory import VoiceBackend

RETRY_S = 0.5
"""Seconds between attempts to open a device that is not there."""
RESTING_RETRY_S = 20.0
"""The same while nobody is there."""
RESTING_LOOK_S = 1.0
"""Seconds between looks at the device while nobody is there."""


class Speaker:
    """The queue of utterances, the voice and the device."""

    def __init__(
        self,
        voice: VoiceBackend,
        playback: Playback,
        report: Callable[[Report], None],
        opener: Callable[[int], Player] = open_player,
        clock: Callable[[], float] = time.monotonic,
        clears: Callable[[], bool] = lambda: False,
        classic: VoiceBackend | None = None,
    ) -> None:
        """`clears` says, before each utterance, whether it is to be made clearer for a noisy room.

        `classic`: the classic voice, with the sample rate of `voice`; None where `voice` is that one.
        """
        self._voice = voice
        self._classic = classic or voice
        self._playback = playback
        self._report = report
        self._opener = opener
        self._clock = clock
        self._clears = clears
        self._sound: bool | None = None
        self._awake = False
        self._dozes = False
        """Whether the open device was told that nobody is there."""
        self._retry_at = 0.0
        self._moves = False
        """Whether sound is to leave by another way than the open device."""
        self._refuses = False
        """Whether what is to be said was commanded before it was known where it would sound now."""
        self._queue = SpeechQueue()
        self._batch: list[Say] = []
        """What was commanded while more of it follows at once; only for the thread that takes commands."""
        self._change = playback.change

    # Commands, from the thread that reads them

    def say(self, utterance: Say | PlayCue) -> None:
        """Say or sound `utterance` after those before it; one with `next`, before all that have not begun.

        What is commanded at once waits until all of it is here, because one voice is chosen for a page.
        """
        with self._change:
            if self._refuses:
                self._batch = []
                return
        if isinstance(utterance, Say):
            self._batch.append(utterance)
            if utterance.more:
                return
            batch, self._batch = self._batch, []
            self._voice.begin([each for each in batch if each.text and not each.classic])
        with self._change:
            if self._refuses:
                return
            self._get_up()
            for each in batch if isinstance(utterance, Say) else [utterance]:
                self._queue.add(each)
            self._change.notify_all()

    def hush(self) -> None:
        """Silence at once, or after the emergency sentence that sounds; everything that waits is forgotten."""
        self._batch = []
        with self._change:
            self._queue.clear()
            if self._playback.emergency_sounds:
                return
            self._playback.flush()
        self._voice.stop()

    def set_words(self, rules: Sequence[WordRule]) -> None:
        """Say words as the clinic wants them said, from the next utterance on."""
        self._voice.set_words(rules)

    def move(self) -> None:
        """Headphones have come or gone: silence at once, whatever sounds, and nothing new until `go_on`."""
        with self._change:
            self._moves = self._refuses = True
            self._retry_at = 0.0
            self._queue.clear()
            self._playback.flush()
        self._voice.stop()

    def go_on(self) -> None:
        """Accept utterances again: whoever commands knows where they will sound."""
        with self._change:
            self._refuses = False

    def wake(self) -> None:
        """Make the device quick, so that the next utterance starts at once."""
        with self._change:
            self._get_up()
            self._change.notify_all()
        self._voice.wake()

    def _get_up(self) -> None:
        if not self._awake:
            self._awake, self._retry_at = True, 0.0

    def rest(self) -> None:
        """Silence, whatever sounds. The device stays awake, so that nothing of the next utterance is lost."""
        with self._change:
            self._awake = False
            self._queue.clear()
            self._playback.flush()
            self._change.notify_all()
        self._voice.rest()

    # The main thread

    def run(self) -> None:
        """Do what is due, for ever."""
        while True:
            with self._change:
                while not (self._device_due() or self._may_speak()):
                    self._change.wait(self._patience())
            self.turn()

    def turn(self) -> bool:
        """Open, reopen, rouse or ease the device, or make one utterance; return False when nothing is due."""
        with self._change:
            if self._device_due():
                utterance, generation = None, 0
            elif self._may_speak():
                utterance, generation = self._queue.take(), self._playback.begin()
            else:
                return False
        if utterance is None:
            self._tend_device()
        else:
            self._speak(utterance, generation)
        return True

    def _device_due(self) -> bool:
        if not self._playback.is_open:
            return self._clock() >= self._retry_at
        return self._dozes == self._awake or self._moves or self._playback.stalled

    def _may_speak(self) -> bool:
        """Whether an utterance waits, a device is open, and what it plays is all but over."""
        return bool(self._queue) and self._playback.is_open and self._playback.seconds_left <= 0

    def _patience(self) -> float | None:
        """Seconds until something may be due without a command."""
        if not self._playback.is_open:
            return max(0.0, self._retry_at - self._clock())
        if self._queue:
            return min(LOOK_S, max(0.001, self._playback.seconds_left))
        return LOOK_S if self._awake else RESTING_LOOK_S

    def _tend_device(self) -> None:
        with self._change:
            lost = self._playback.stalled and not self._moves
            if self._playback.is_open and not lost and not self._moves:
                self._dozes = not self._awake
                self._playback.doze(self._dozes)
                return
            old = self._playback.detach()
            self._moves = False
            if lost:  # what was under way is not heard any more
                self._queue.clear()
                self._playback.flush()
        if lost:
            self._sound = None  # whether it works is told again
            self._report(Lost())
        if old is not None and old.hung:  # another one may have to wait for the same server, so it is told now
            self._no_sound(f"{old.name} does not answer")
        if old:
            old.close()
        try:
            player = self._opener(self._voice.sample_rate)
        except SoundError as error:
            self._retry_at = self._clock() + (RETRY_S if self._awake else RESTING_RETRY_S)
            self._no_sound(str(error))
            return
        self._dozes = False
        self._playback.attach(player)
        if not self._sound:
            self._sound = True
            self._report(Sound(True, player.name))

    def _no_sound(self, why: str) -> None:
        self._sound = False
        self._report(Sound(False, why))

    def _speak(self, utterance: Say | PlayCue, generation: int) -> None:
        if isinstance(utterance, PlayCue):
            self._playback.put(generation, cue_sound(utterance.name, self._voice.sample_rate))
            return
        clear = ClearSpeech(self._voice.sample_rate) if self._clears() else None
        track = Track(self._playback, generation, utterance, self._voice.stop, clear)
        try:
            track.pause(utterance.pause)
            voice = self._classic if utterance.classic else self._voice
            voice.speak(utterance.text, utterance.language, utterance.rate, track, utterance.numbers, utterance.page)
        except VoiceError as error:
            self._report(Failed(utterance.id, str(error), isinstance(error, NoVoiceError)))
        else:
            track.end()
