"""Makes the voice that was chosen: a plain one for a quick engine, one that renders ahead for a slow one."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.content.model.library import WordRule
from kiosk.speech.engines import ENGINES, FALLBACK, Engine
from kiosk.speech.voice_config import VoiceConfig
from kiosk.speech.voice_process.sample_sink import SampleSink
from kiosk.speech.voice_process.voice import Voice, VoiceError

if TYPE_CHECKING:
    from kiosk.speech.drivers.piper_file import VoiceFile


class VoiceBackend(Protocol):
    """What the speaker needs of a voice: a `Voice` or a `RenderedVoice`."""

    sample_rate: int

    def speak(self, text: str, language: str, rate_wpm: float, sink: SampleSink) -> None:
        """Hand the sound of `text` to `sink`; raises VoiceError if that is not possible."""

    def set_words(self, rules: Sequence[WordRule]) -> None:
        """Say words as the clinic wants them said from now on; from any thread."""

    def prepare(self, text: str, language: str, rate_wpm: float) -> None:
        """Get ready for `text`, which will be said soon."""

    def stop(self) -> None:
        """End the present `speak`; from any thread."""

    def rest(self) -> None:
        """End the present `speak`, and forget what was made for this visitor."""


def make_voice(rules: Sequence[WordRule], choice: VoiceConfig) -> VoiceBackend:
    """Return the chosen voice, or eSpeak NG if it cannot be loaded; raises VoiceError if neither can."""
    quick = Voice(rules, FALLBACK)
    if choice.engine == FALLBACK:
        return quick
    try:
        return _chosen(rules, choice, quick)
    except VoiceError:
        return quick


def _chosen(rules: Sequence[WordRule], choice: VoiceConfig, quick: Voice) -> VoiceBackend:
    engine = engine_of(choice)
    if not engine.rendered_ahead:
        return Voice(rules, choice.engine, choice.file)
    # Only here: the quick voice is to be there as soon as it can.
    from kiosk.speech.voice_process.render_cache import RenderCache
    from kiosk.speech.voice_process.rendered_voice import RenderedVoice

    cache = RenderCache(choice.cache, name_of(choice)) if choice.cache else None
    if engine.from_file:
        sample_rate = _file(choice.file).sample_rate
    else:
        driver: Any = importlib.import_module(engine.module)
        sample_rate = driver.SAMPLE_RATE

    def load() -> Voice:
        return Voice(rules, choice.engine, choice.file)

    return RenderedVoice(sample_rate, load, languages_of(choice), quick, cache)


def engine_of(choice: VoiceConfig) -> Engine:
    """Return the row of the chosen engine. Raises VoiceError if there is none."""
    if choice.engine not in ENGINES:
        raise VoiceError(f"there is no voice “{choice.engine}”")
    return ENGINES[choice.engine]


def name_of(choice: VoiceConfig) -> str:
    """Return what tells this very voice from every other, for the render cache. Raises VoiceError."""
    engine = engine_of(choice)
    name = f"{engine.name} {' '.join(engine.packages)} {engine.revision}"
    return f"{name} {_file(choice.file).fingerprint}" if engine.from_file else name


def languages_of(choice: VoiceConfig) -> frozenset[str]:
    """Return the languages that the chosen voice speaks, by their codes. Raises VoiceError."""
    engine = engine_of(choice)
    return frozenset({_file(choice.file).language} if engine.from_file else engine.voices)


def _file(path: Path | None) -> VoiceFile:
    from kiosk.speech.drivers.piper_file import VoiceFileError, read_voice_file

    try:
        return read_voice_file(path)
    except VoiceFileError as error:
        raise VoiceError(str(error)) from error
