"""The pyttsx3 driver for SVOX Pico (`py-nanotts`): a small, clear voice in six languages, 16,000 samples a second.

Pico tells no word times, so the sentence is lit and not the word. It makes a sentence at once and lets no other thread
run meanwhile; a long text is therefore given to it in short parts.
"""

from __future__ import annotations

import importlib
import re
import sys
from array import array
from bisect import bisect_left
from typing import Any

from kiosk.speech.drivers.sample_driver import SampleDriver

NAME = "kiosk_pico"
VOICES = {"en": "en-US", "es": "es-ES", "de": "de-DE", "fr": "fr-FR", "it": "it-IT"}
"""language → Pico's name for its voice."""
SAMPLE_RATE = 16_000
VOLUME = 0.6
"""Pico's own factor; at 1.0 loud vowels reach the largest sample and clip."""
PART_CHARACTERS = 160
"""A part ends at the first stop, or from this many characters on at the next space."""
CHUNK = SAMPLE_RATE // 50
"""Samples notified at once: 20 ms, so that a stop is obeyed soon."""
_SENTENCES = re.compile(rf"[^.!?;:]{{1,{PART_CHARACTERS}}}(?:[.!?;:]+|\S*\s|\S*$)")
_CALIBRATION = (
    (48, 0.25),
    (67, 0.35),
    (95, 0.5),
    (123, 0.65),
    (150, 0.8),
    (187, 1.0),
    (231, 1.25),
    (275, 1.5),
)
"""(words a minute as measured over the shipped sentences, Pico's factor)."""


class PicoDriver(SampleDriver):
    """SVOX Pico as pyttsx3 knows a voice. It tells no words."""

    def __init__(self, proxy: Any) -> None:
        """Raises ImportError when `py-nanotts` is not installed."""
        self._pico: Any = importlib.import_module("py_nanotts").NanoTTS()
        super().__init__(proxy, SAMPLE_RATE, VOICES)
        self._speed = 1.0
        self._speaker = ""
        self.setProperty("voice", VOICES["en"])
        self.setProperty("rate", 122)

    def synthesise(self, text: str) -> None:
        """See `SampleDriver`."""
        for part in parts(text):
            self._notify_samples(part)

    def _notify_samples(self, text: str) -> None:
        if self.stopped:
            return
        samples = array("h")
        samples.frombytes(self._pico.speak(text, voice=self._speaker, speed=self._speed, volume=VOLUME))
        if sys.byteorder == "big":
            samples.byteswap()
        for at in range(0, len(samples), CHUNK):
            if self.stopped:
                return
            self.proxy.notify("samples", data=samples[at : at + CHUNK])

    def set_rate(self, wpm: float) -> None:
        """See `SampleDriver`."""
        self._speed = pico_speed(wpm)

    def set_voice(self, voice: str) -> None:
        """See `SampleDriver`; raises ValueError for a voice that is not there."""
        if voice not in VOICES.values():
            raise ValueError(f"Pico has no voice “{voice}”")
        self._speaker = voice


def parts(text: str) -> list[str]:
    """`text` in short parts, cut where a voice pauses anyway."""
    return [part.strip() for part in _SENTENCES.findall(text) if any(sign.isalnum() for sign in part)]


def pico_speed(wpm: float) -> float:
    """Pico's factor for words a minute, between the measured points."""
    points = [point[0] for point in _CALIBRATION]
    wpm = min(max(wpm, points[0]), points[-1])
    at = max(1, bisect_left(points, wpm))
    (low, low_speed), (high, high_speed) = _CALIBRATION[at - 1], _CALIBRATION[at]
    return low_speed + (wpm - low) / (high - low) * (high_speed - low_speed)


def buildDriver(proxy: Any) -> PicoDriver:  # noqa: N802 - pyttsx3's name
    """What pyttsx3 calls to make the driver."""
    return PicoDriver(proxy)


def register() -> str:
    """Makes the driver known to pyttsx3, which looks for drivers in its own package only; returns its name."""
    sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]
    return NAME
