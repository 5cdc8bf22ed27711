"""The base of all drivers: pyttsx3's interface over an engine that hands over samples."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from typing import Any

from pyttsx3.voice import Voice

CHUNK_S = 0.02
"""Seconds of sound that `hand_on` notifies at once, so that a stop is obeyed soon."""


class SampleDriver:
    """One voice. `say` returns when all samples have been notified, or after `stop` from another thread.

    An engine fills in `synthesise`, `set_rate` and `set_voice`, and asks `stopped` between two pieces.
    """

    def __init__(self, proxy: Any, sample_rate: int, voices: Mapping[str, str]) -> None:
        """`voices`: language → the engine's name of its voice; `sample_rate`: samples a second."""
        self.proxy = proxy
        self.stopped = False
        self._sample_rate = sample_rate
        self._voices = voices
        self._rate: float | None = None
        self._voice = ""

    def synthesise(self, text: str) -> None:
        """Notify the `samples` of `text`, and each `word` if the engine knows it."""
        raise NotImplementedError

    def set_rate(self, wpm: float) -> None:
        """Speak at this many words a minute from now on."""
        raise NotImplementedError

    def set_voice(self, voice: str) -> None:
        """Speak with this voice from now on; raises the engine's own error if it has no such voice."""
        raise NotImplementedError

    def hand_on(self, sound: array[int]) -> int:
        """Notify `sound` piece by piece, until `stop`; return how many samples it has."""
        size = int(CHUNK_S * self._sample_rate)
        for first in range(0, len(sound), size):
            if self.stopped:
                break
            self.proxy.notify("samples", data=sound[first : first + size])
        return len(sound)

    def silence(self, seconds: float) -> array[int]:
        """Return so much silence."""
        return array("h", bytes(2 * int(seconds * self._sample_rate)))

    def destroy(self) -> None:
        """Nothing to free: a model goes with the last one who holds its driver."""

    def say(self, text: str) -> None:
        """Synthesises `text`."""
        self.stopped = False
        self.proxy.setBusy(True)
        self.proxy.notify("started-utterance")
        try:
            self.synthesise(text)
        finally:
            self.proxy.notify("finished-utterance", completed=not self.stopped)
            self.proxy.setBusy(False)

    def stop(self) -> None:
        """End the present `say` at its next piece; from any thread."""
        self.stopped = True

    def save_to_file(self, text: str, filename: str) -> None:
        """Not offered: `kiosk say --wav` writes what it hears."""
        raise NotImplementedError

    def getProperty(self, name: str) -> object:  # noqa: N802 - pyttsx3's name
        """`rate` (words a minute), `voice`, `voices`, `volume`, or `sample_rate` (samples a second)."""
        values = {
            "rate": self._rate,
            "voice": self._voice,
            "voices": [Voice(id=voice, name=voice, languages=[code]) for code, voice in self._voices.items()],
            "volume": 1.0,
            "sample_rate": self._sample_rate,
        }
        return values[name]

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802 - pyttsx3's name
        """Sets `rate` in words a minute or `voice`; raises KeyError for another property."""
        if name == "rate":
            if value != self._rate:
                self.set_rate(value)
                self._rate = value
        elif name == "voice":
            if value != self._voice:
                self.set_voice(value)
                self._voice = value
                self._rate = None  # to be set again: it may belong to the voice
        else:
            raise KeyError(name)

    def iterate(self) -> Iterator[None]:
        """For `startLoop(False)`: from then on every `say` is carried out at once."""
        self.proxy.setBusy(False)
        while True:
            yield

    def startLoop(self) -> None:  # noqa: N802 - pyttsx3's name
        """Not offered: the voice process has a loop of its own."""
        raise NotImplementedError

    def endLoop(self) -> None:  # noqa: N802 - pyttsx3's name
        """There is no loop to end."""
