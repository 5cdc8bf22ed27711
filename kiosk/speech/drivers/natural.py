"""The pyttsx3 driver for the natural voices: for each language the clearest one that comes with the kiosk.

Each has a driver of its own, which is loaded when its language is first spoken.
"""

from __future__ import annotations

from typing import Any

from kiosk.speech.drivers import hibari, kokoro
from kiosk.speech.drivers.sample_driver import SampleDriver
from kiosk.speech.engines import ENGINES, is_installed

VOICES = ENGINES["natural"].voices
"""language → the name of its voice."""
SAMPLE_RATE = 24_000
"""Of each of the voices."""
DRIVERS = {hibari.VOICES["en"]: hibari.buildDriver, kokoro.VOICES["es"]: kokoro.buildDriver}
"""voice → what makes its driver."""


class NaturalDriver(SampleDriver):
    """The natural voices as pyttsx3 knows one voice of several languages."""

    def __init__(self, proxy: Any) -> None:
        """Raises ImportError when a package is not installed; whether one is damaged shows when it first speaks."""
        if not is_installed("natural"):
            raise ImportError("the packages of the natural voices are not installed")
        super().__init__(proxy, SAMPLE_RATE, VOICES)
        self._drivers: dict[str, SampleDriver] = {}
        self._damaged: dict[str, ImportError] = {}

    def say(self, text: str) -> None:
        """Say `text` with the driver of the present voice."""
        self._drivers[self._voice].say(text)

    def stop(self) -> None:
        """End the present `say` at its next piece; from any thread."""
        for driver in list(self._drivers.values()):
            driver.stop()

    def set_rate(self, wpm: float) -> None:
        """Set the rate of the present voice."""
        self._drivers[self._voice].setProperty("rate", wpm)

    def set_voice(self, voice: str) -> None:
        """Speak with this voice from now on. Raises ValueError if there is none, ImportError if it is damaged."""
        if voice not in DRIVERS:
            raise ValueError(f"there is no natural voice “{voice}”")
        if voice in self._damaged:
            raise self._damaged[voice]
        if voice not in self._drivers:
            try:
                self._drivers[voice] = DRIVERS[voice](self.proxy)
            except ImportError as error:
                self._damaged[voice] = error  # to load it in vain takes a second each time
                raise


def buildDriver(proxy: Any) -> NaturalDriver:  # noqa: N802 - pyttsx3's name
    """Return the driver, as pyttsx3 asks for it."""
    return NaturalDriver(proxy)
