"""A `Narrator` that has sound made ahead while nobody is there."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.narrator.narrator import Narrator
from kiosk.speech.narrator.speech_events import SpeechEvents
from kiosk.speech.ready.rest_work import RestWork
from kiosk.speech.voice_config import VoiceConfig
from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.cue import Cue


class NarratorAtRest(Narrator):
    """Stops the work before it does anything for somebody who comes."""

    def __init__(
        self,
        work: RestWork,
        events: SpeechEvents,
        call: Callable[..., object],
        rules: Sequence[WordRule],
        voice: VoiceConfig,
        note_volume: Callable[[int], object] = lambda percent: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`work` is done at rest; for the others see `Narrator`."""
        super().__init__(events, call, rules, voice, clock=clock, note_volume=note_volume)
        self._rest_work = work

    def wake(self) -> None:
        """Somebody is there: stop working, then get ready to speak."""
        self._rest_work.somebody_comes()
        super().wake()

    def speak(self, utterances: Sequence[Utterance], hush: bool, cue: Cue | None = None) -> None:
        """Stop working, then speak."""
        if utterances:
            self._rest_work.somebody_comes()
        super().speak(utterances, hush, cue)

    def rest(self) -> None:
        """Nobody is there: give the sound device back, and work."""
        super().rest()
        self._rest_work.rests(self._clock())

    def set_words(self, rules: Sequence[WordRule]) -> None:
        """Take the words of changed content, all of which may have to be made."""
        super().set_words(rules)
        self._rest_work.renew()

    def close(self) -> None:
        """End the work and the voice process."""
        self._rest_work.somebody_comes()
        super().close()
