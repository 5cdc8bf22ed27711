"""Makes the voice that was chosen: a plain one for a quick engine, one that renders ahead for a slow one."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.content.model.word_rules import WordRule
from kiosk.speech.engines import ENGINES, FALLBACK, Engine
from kiosk.speech.messages import Say
from kiosk.speech.spoken.spoken_form import Spans
from kiosk.speech.voice_config import VoiceConfig
from kiosk.speech.voice_process.sample_sink import SampleSink
from kiosk.speech.voice_process.voice import Voice, VoiceError

if TYPE_CHECKING:
    from kiosk.speech.drivers.piper_file import VoiceFile


class VoiceBackend(Protocol):
    """What the speaker needs of a voice: a `Voice` or a `RenderedVoice`."""

    sample_rate: int

    def speak(
        self, text: str, language: str, rate_wpm: float, sink: SampleSink, numbers: Spans = (), page: int = 0
    ) -> None:
        """Hand the sound of `text` to `sink`; raises VoiceError if that is not possible.

        `numbers`: the telephone numbers in it, see `spoken_form`; `page`: what it belongs to.
        """

    def set_words(self, rules: Sequence[WordRule]) -> None:
        """Say words as the clinic wants them said from now on; from any thread."""

    def begin(self, says: Sequence[Say]) -> None:
        """Get ready for what will be said soon, each page in one voice."""

    def wake(self) -> None:
        """Get ready for somebody who has come."""

    def stop(self) -> None:
        """End the present `speak`; from any thread."""

    def rest(self) -> None:
        """End the present `speak`, and forget what was made for this visitor."""


def make_voice(config: VoiceConfig) -> VoiceBackend:
    """Return the chosen voice, or eSpeak NG if it cannot be loaded; raises VoiceError if neither can."""
    quick = Voice()
    if config.engine == FALLBACK:
        return quick
    try:
        return _chosen(config, quick)
    except VoiceError:
        return quick


def _chosen(config: VoiceConfig, quick: Voice) -> VoiceBackend:
    engine = engine_of(config)
    if not engine.rendered_ahead:
        return Voice(engine=config.engine, file=config.file)
    # Imported only here, so that the quick voice starts sooner.
    from kiosk.speech.ready.render_cache import RenderCache
    from kiosk.speech.voice_process.render_process import RenderProcess
    from kiosk.speech.voice_process.rendered_voice import RenderedVoice

    cache = RenderCache(config.cache, name_of(config)) if config.cache else None
    if engine.from_file:
        sample_rate = _file(config.file).sample_rate
    else:
        driver: Any = importlib.import_module(engine.module)
        sample_rate = driver.SAMPLE_RATE

    return RenderedVoice(sample_rate, lambda: RenderProcess(config), languages_of(config), quick, cache)


def engine_of(config: VoiceConfig) -> Engine:
    """Return the row of the chosen engine. Raises VoiceError if there is none."""
    if config.engine not in ENGINES:
        raise VoiceError(f"there is no voice “{config.engine}”")
    return ENGINES[config.engine]


def name_of(config: VoiceConfig) -> str:
    """Return a name for this very voice, under which the render cache keeps its speech. Raises VoiceError."""
    engine = engine_of(config)
    name = f"{engine.name} {' '.join(engine.packages)} {engine.revision}"
    return f"{name} {_file(config.file).fingerprint}" if engine.from_file else name


def languages_of(config: VoiceConfig) -> frozenset[str]:
    """Return the languages that the chosen voice speaks, by their codes. Raises VoiceError."""
    engine = engine_of(config)
    return frozenset({_file(config.file).language} if engine.from_file else engine.voices)


def _file(path: Path | None) -> VoiceFile:
    from kiosk.speech.drivers.piper_file import VoiceFileError, read_voice_file

    try:
        return read_voice_file(path)
    except VoiceFileError as error:
        raise VoiceError(str(error)) from error
