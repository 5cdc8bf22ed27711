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
    """The package to install for it; empty where it is always there."""


ENGINES = {
    "espeak": Engine("eSpeak NG", "kiosk.speech.drivers.espeak", "GPL-3.0-or-later"),
    "pico": Engine("SVOX Pico", "kiosk.speech.drivers.pico", "Apache-2.0", "py-nanotts==0.1.1"),
}
"""By the name that `voice:` in device.yaml has for it."""
