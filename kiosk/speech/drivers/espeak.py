"""The pyttsx3 driver for eSpeak NG: hands over samples and word times as they are made, and can be stopped.

The stock driver plays through a shell command and cannot be stopped; of pyttsx3 this one keeps the interface.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from pyttsx3.voice import Voice

from kiosk.speech.drivers.espeak_library import RATE, VOLUME, WORD_GAP, EspeakError, EspeakLibrary, Word

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


class EspeakDriver:
    """One voice. `say` returns when all samples have been notified, or after `stop` from another thread."""

    def __init__(self, proxy: Any) -> None:
        """Raises EspeakError when the library cannot be used."""
        self._proxy = proxy
        self._library = EspeakLibrary()
        self._library.set_parameter(VOLUME, FULL_VOLUME)
        self._voice = ""
        self._rate = 0
        self._stopped = False
        self.setProperty("voice", VOICES["en"])
        self.setProperty("rate", 122)

    def destroy(self) -> None:
        """Nothing to free: the library stays for the life of the process."""

    def say(self, text: str) -> None:
        """Synthesises `text`, notifying `samples` and `word`."""
        self._stopped = False
        self._proxy.setBusy(True)
        self._proxy.notify("started-utterance")
        try:
            self._library.synthesise(text, self._take)
        finally:
            self._proxy.notify("finished-utterance", completed=not self._stopped)
            self._proxy.setBusy(False)

    def _take(self, samples: array[int], words: list[Word]) -> bool:
        for word in words:
            self._proxy.notify("word", location=word.start, length=word.length, at_sample=word.at_sample)
        if samples:
            self._proxy.notify("samples", data=samples)
        return not self._stopped

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
            "sample_rate": self._library.sample_rate,
        }
        return values[name]

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802 - pyttsx3's name
        """Sets `rate` in words a minute or `voice` by eSpeak's name; raises KeyError for another property."""
        if name == "rate":
            if value != self._rate:
                rate, gap = espeak_rate(value)
                self._library.set_parameter(RATE, rate)
                self._library.set_parameter(WORD_GAP, gap)
                self._rate = value
        elif name == "voice":
            if value != self._voice:
                self._library.set_voice(value)
                self._voice = value
                self._rate = 0
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
