"""The pyttsx3 driver for eSpeak NG: hands over samples and word times as they are made, and can be stopped.

The stock driver plays through a shell command and cannot be stopped; of pyttsx3 this one keeps the interface.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from typing import Any

from kiosk.speech.drivers.espeak_library import RATE, VOLUME, WORD_GAP, EspeakError, EspeakLibrary, Word
from kiosk.speech.drivers.sample_driver import SampleDriver

NAME = "kiosk_espeak"
VOICES = {"en": "en-us", "es": "es-419"}
"""language → eSpeak voice; another language is asked for by its own code."""
FULL_VOLUME = 100
"""eSpeak's own scale; more clips."""
_CALIBRATION = (
    (55, 80, 16),
    (64, 80, 10),
    (70, 80, 7),
    (77, 80, 4),
    (86, 84, 1),
    (92, 90, 1),
    (102, 90, 0),
    (122, 108, 0),
    (155, 136, 0),
    (184, 162, 0),
    (215, 188, 0),
    (245, 214, 0),
    (274, 240, 0),
)
"""(words a minute, eSpeak's rate, word gap in steps of 10 ms), as measured by `tests/speech/test_rates.py`'s way.

Each is the middle between the sentences of the shipped topics (which come out 2 % faster) and all that is spoken,
titles and key hints included (2 % slower). eSpeak takes any rate below 80 for 80, so slower speech needs gaps.
"""


class EspeakDriver(SampleDriver):
    """eSpeak NG as pyttsx3 knows a voice."""

    def __init__(self, proxy: Any) -> None:
        """Raises EspeakError when the library cannot be used."""
        self._library = EspeakLibrary()
        super().__init__(proxy, self._library.sample_rate, VOICES)
        self._library.set_parameter(VOLUME, FULL_VOLUME)
        self.setProperty("voice", VOICES["en"])
        self.setProperty("rate", 122)

    def synthesise(self, text: str) -> None:
        """See `SampleDriver`."""
        self._library.synthesise(text, self._take)

    def _take(self, samples: array[int], words: list[Word]) -> bool:
        for word in words:
            self.proxy.notify("word", location=word.start, length=word.length, at_sample=word.at_sample)
        if samples:
            self.proxy.notify("samples", data=samples)
        return not self.stopped

    def set_rate(self, wpm: float) -> None:
        """See `SampleDriver`."""
        rate, gap = espeak_rate(wpm)
        self._library.set_parameter(RATE, rate)
        self._library.set_parameter(WORD_GAP, gap)

    def set_voice(self, voice: str) -> None:
        """See `SampleDriver`; raises EspeakError for a voice that is not there."""
        self._library.set_voice(voice)


def espeak_rate(wpm: float) -> tuple[int, int]:
    """The rate and word gap of eSpeak for words a minute, between the measured points."""
    at = bisect_left([point[0] for point in _CALIBRATION], wpm)
    if at == 0:
        return _CALIBRATION[0][1], _CALIBRATION[0][2]
    if at == len(_CALIBRATION):
        return _CALIBRATION[-1][1], _CALIBRATION[-1][2]
    (low, low_rate, low_gap), (high, high_rate, high_gap) = _CALIBRATION[at - 1], _CALIBRATION[at]
    part = (wpm - low) / (high - low)
    return round(low_rate + part * (high_rate - low_rate)), round(low_gap + part * (high_gap - low_gap))


def buildDriver(proxy: Any) -> EspeakDriver:  # noqa: N802 - pyttsx3's name
    """What pyttsx3 calls to make the driver."""
    return EspeakDriver(proxy)


def register() -> str:
    """Makes the driver known to pyttsx3, which looks for drivers in its own package only; returns its name."""
    sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]
    return NAME


__all__ = ["EspeakDriver", "EspeakError", "buildDriver", "espeak_rate", "register"]
