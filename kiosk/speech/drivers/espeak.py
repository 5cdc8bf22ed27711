"""The pyttsx3 driver for eSpeak NG: hands over samples and word times as they are made, and can be stopped.

The stock driver plays through a shell command and cannot be stopped; of pyttsx3 this one keeps the interface.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import Any

from kiosk.speech.drivers.espeak_library import RATE, VOLUME, WORD_GAP, EspeakError, Word, espeak_library
from kiosk.speech.drivers.sample_driver import SampleDriver
from kiosk.speech.engines import ENGINES

VOICES = ENGINES["espeak"].voices
"""language → eSpeak voice; another language is asked for by its own code."""
FULL_VOLUME = 100
"""eSpeak's own scale; more clips."""
_ENGLISH = (
    (55, 80, 16),
    (65, 80, 10),
    (71, 80, 7),
    (79, 80, 4),
    (88, 84, 1),
    (94, 90, 1),
    (105, 90, 0),
    (126, 108, 0),
    (159, 136, 0),
    (188, 162, 0),
    (220, 188, 0),
    (251, 214, 0),
    (281, 240, 0),
)
"""(words a minute, eSpeak's rate, word gap in steps of 10 ms), measured as `tests/speech/drivers/test_rates.py` does.

The sentences of the shipped topics come out 1 % faster than it says; all that is spoken, titles and key hints
included, is some 4 % slower than those. eSpeak takes any rate below 80 for 80, so slower speech needs gaps.
"""
_SPANISH = (
    (49, 80, 16),
    (56, 80, 10),
    (61, 80, 7),
    (67, 80, 4),
    (71, 80, 2),
    (73, 80, 1),
    (79, 80, 0),
    (84, 90, 0),
    (94, 100, 0),
    (113, 120, 0),
    (129, 136, 0),
    (153, 162, 0),
    (179, 188, 0),
    (204, 214, 0),
    (228, 240, 0),
    (254, 270, 0),
    (278, 300, 0),
)
"""The same over every third sentence of the topics in Spanish: its words are longer, so eSpeak must go faster."""
_CALIBRATIONS = {"en": _ENGLISH, "es": _SPANISH}
"""By the first letters of eSpeak's voice; a language that was not measured is taken for English."""


class EspeakDriver(SampleDriver):
    """eSpeak NG as pyttsx3 knows a voice."""

    def __init__(self, proxy: Any) -> None:
        """Raises EspeakError when the library cannot be used."""
        self._library = espeak_library()
        super().__init__(proxy, self._library.sample_rate, VOICES)
        self._library.set_parameter(VOLUME, FULL_VOLUME)
        self.setProperty("voice", VOICES["en"])
        self.setProperty("rate", 122)

    def synthesise(self, text: str) -> None:
        """Notify the samples and words as eSpeak makes them."""
        self._library.synthesise(text, self._take)

    def _take(self, samples: array[int], words: list[Word]) -> bool:
        for word in words:
            self.proxy.notify("word", location=word.start, length=word.length, at_sample=word.at_sample)
        if samples:
            self.proxy.notify("samples", data=samples)
        return not self.stopped

    def set_rate(self, wpm: float) -> None:
        """Set eSpeak's rate and word gap for words a minute."""
        rate, gap = espeak_rate(wpm, self._voice)
        self._library.set_parameter(RATE, rate)
        self._library.set_parameter(WORD_GAP, gap)

    def set_voice(self, voice: str) -> None:
        """Speak with eSpeak's voice of this name; raises EspeakError if there is none."""
        self._library.set_voice(voice)


def espeak_rate(wpm: float, voice: str = VOICES["en"]) -> tuple[int, int]:
    """The rate and word gap of eSpeak for words a minute of `voice`, between the measured points."""
    points = _CALIBRATIONS.get(voice[:2], _ENGLISH)
    at = bisect_left([point[0] for point in points], wpm)
    if at == 0:
        return points[0][1], points[0][2]
    if at == len(points):
        return points[-1][1], points[-1][2]
    (low, low_rate, low_gap), (high, high_rate, high_gap) = points[at - 1], points[at]
    part = (wpm - low) / (high - low)
    return round(low_rate + part * (high_rate - low_rate)), round(low_gap + part * (high_gap - low_gap))


def buildDriver(proxy: Any) -> EspeakDriver:  # noqa: N802 - pyttsx3's name
    """Return the driver, as pyttsx3 asks for it."""
    return EspeakDriver(proxy)


__all__ = ["EspeakDriver", "EspeakError", "buildDriver", "espeak_rate"]
