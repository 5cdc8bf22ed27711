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
from collections.abc import Iterator
from typing import Any

from pyttsx3.voice import Voice

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
    (46, 0.25),
    (64, 0.35),
    (91, 0.5),
    (118, 0.65),
    (144, 0.8),
    (179, 1.0),
    (219, 1.25),
    (261, 1.5),
)
"""(words a minute as measured over the shipped sentences, Pico's factor)."""


class PicoDriver:
    """One voice. `say` returns when all samples have been notified, or after `stop`."""

    def __init__(self, proxy: Any) -> None:
        """Raises ImportError when `py-nanotts` is not installed."""
        self._proxy = proxy
        self._pico: Any = importlib.import_module("py_nanotts").NanoTTS()
        self._voice = VOICES["en"]
        self._rate = 122.0
        self._stopped = False

    def destroy(self) -> None:
        """Nothing to free."""

    def say(self, text: str) -> None:
        """Synthesises `text`, notifying `samples`."""
        self._stopped = False
        self._proxy.setBusy(True)
        self._proxy.notify("started-utterance")
        try:
            for part in parts(text):
                self._notify_samples(part)
        finally:
            self._proxy.notify("finished-utterance", completed=not self._stopped)
            self._proxy.setBusy(False)

    def _notify_samples(self, text: str) -> None:
        if self._stopped:
            return
        samples = array("h")
        samples.frombytes(self._pico.speak(text, voice=self._voice, speed=pico_speed(self._rate), volume=VOLUME))
        if sys.byteorder == "big":
            samples.byteswap()
        for at in range(0, len(samples), CHUNK):
            if self._stopped:
                return
            self._proxy.notify("samples", data=samples[at : at + CHUNK])

    def stop(self) -> None:
        """Ends the present `say` at its next piece. May be called from any thread."""
        self._stopped = True

    def save_to_file(self, text: str, filename: str) -> None:
        """Not offered: `kiosk say --wav` writes what it hears."""
        raise NotImplementedError

    def getProperty(self, name: str) -> object:  # noqa: N802 - pyttsx3's name
        """`rate` (words a minute), `voice`, `voices`, `volume`, or `sample_rate` (samples a second)."""
        values = {
            "rate": self._rate,
            "voice": self._voice,
            "voices": [Voice(id=voice, name=voice, languages=[code]) for code, voice in VOICES.items()],
            "volume": 1.0,
            "sample_rate": SAMPLE_RATE,
        }
        return values[name]

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802 - pyttsx3's name
        """Sets `rate` in words a minute or `voice`; raises KeyError for another property, ValueError for a voice."""
        if name == "rate":
            self._rate = value
        elif name == "voice":
            if value not in VOICES.values():
                raise ValueError(f"Pico has no voice “{value}”")
            self._voice = value
        else:
            raise KeyError(name)

    def iterate(self) -> Iterator[None]:
        """For `startLoop(False)`: from then on every `say` is carried out at once."""
        self._proxy.setBusy(False)
        while True:
            yield

    def startLoop(self) -> None:  # noqa: N802 - pyttsx3's name
        """Not offered: the voice process has a loop of its own."""
        raise NotImplementedError

    def endLoop(self) -> None:  # noqa: N802 - pyttsx3's name
        """There is no loop to end."""


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
