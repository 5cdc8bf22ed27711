"""Makes the voice that was chosen: as it is where it is quick, rendered ahead where it is slow."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.content.model.library import WordRule
from kiosk.speech.engines import ENGINES, FALLBACK, Engine
from kiosk.speech.voice_choice import VoiceChoice
from kiosk.speech.voice_process.listener import Listener
from kiosk.speech.voice_process.voice import Voice, VoiceError

if TYPE_CHECKING:
    from kiosk.speech.drivers.piper_file import VoiceFile


class Speaking(Protocol):
    """What the speaker needs of a voice; `Voice` and `SlowVoice` are both."""

    sample_rate: int

    def speak(self, text: str, language: str, rate_wpm: float, listener: Listener) -> None:
        """Hands the sound of `text` to `listener`; raises VoiceError where it cannot."""

    def set_words(self, rules: Sequence[WordRule]) -> None:
        """How the clinic wants words to be said from now on; from any thread."""

    def prepare(self, text: str, language: str, rate_wpm: float) -> None:
        """`text` will be said soon."""

    def stop(self) -> None:
        """Ends the present `speak`; from any thread."""

    def rest(self) -> None:
        """Ends it and forgets what was said."""


def make_voice(rules: Sequence[WordRule], choice: VoiceChoice) -> Speaking:
    """Return the chosen voice, or eSpeak NG if it cannot be loaded; raises VoiceError if neither can."""
    quick = Voice(rules, FALLBACK)
    if choice.engine == FALLBACK:
        return quick
    try:
        return _chosen(rules, choice, quick)
    except VoiceError:
        return quick


def _chosen(rules: Sequence[WordRule], choice: VoiceChoice, quick: Voice) -> Speaking:
    engine = engine_of(choice)
    if not engine.rendered_ahead:
        return Voice(rules, choice.engine, choice.file)
    # Only here: the quick voice is to be there as soon as it can.
    from kiosk.speech.voice_process.render_cache import RenderCache
    from kiosk.speech.voice_process.slow_voice import SlowVoice

    cache = RenderCache(choice.cache, name_of(choice)) if choice.cache else None
    if engine.from_file:
        sample_rate = _file(choice.file).sample_rate
    else:
        driver: Any = importlib.import_module(engine.module)
        sample_rate = driver.SAMPLE_RATE

    def load() -> Voice:
        return Voice(rules, choice.engine, choice.file)

    return SlowVoice(sample_rate, load, languages_of(choice), quick, cache)


def engine_of(choice: VoiceChoice) -> Engine:
    """Return the row of the chosen engine. Raises VoiceError if there is none."""
    if choice.engine not in ENGINES:
        raise VoiceError(f"there is no voice “{choice.engine}”")
    return ENGINES[choice.engine]


def name_of(choice: VoiceChoice) -> str:
    """Return what tells this very voice from every other, for the render cache. Raises VoiceError."""
    engine = engine_of(choice)
    name = f"{engine.name} {' '.join(engine.packages)} {engine.revision}"
    return f"{name} {_file(choice.file).fingerprint}" if engine.from_file else name


def languages_of(choice: VoiceChoice) -> frozenset[str]:
    """Return the languages that the chosen voice speaks, by their codes. Raises VoiceError."""
    engine = engine_of(choice)
    return frozenset({_file(choice.file).language} if engine.from_file else engine.voices)


def _file(path: Path | None) -> VoiceFile:
    from kiosk.speech.drivers.piper_file import VoiceFileError, read_voice_file

    try:
        return read_voice_file(path)
    except VoiceFileError as error:
        raise VoiceError(str(error)) from error
