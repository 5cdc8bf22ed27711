"""The natural voice as sound files, in the smallest form that this machine can write."""

from __future__ import annotations

import subprocess
from array import array
from collections.abc import Callable
from shutil import which

from kiosk.export.web_site import Said
from kiosk.speech.voice_process.recording import Recording, wav_of
from kiosk.speech.voice_process.voice import Voice, VoiceError

BETWEEN_S = 0.5
"""Seconds of silence between two paragraphs."""
_ENCODERS = (
    (".ogg", ("ffmpeg", "-loglevel", "error", "-i", "-", "-f", "ogg", "-")),
    (".ogg", ("oggenc", "--quiet", "-")),
    (".flac", ("flac", "--silent", "--stdout", "-")),
)
"""The ending, and a program that reads a WAV file and writes another form; the first one that is there is used."""


class SoundFiles:
    """Makes sound files with the voice of each language."""

    def __init__(self, voice_in: Callable[[str], Voice | None], rate_wpm: int) -> None:
        """`voice_in` returns the voice of a language, None for none; `rate_wpm`: words a minute."""
        self._voice_in = voice_in
        self._rate_wpm = rate_wpm
        self._voices: dict[str, Voice | None] = {}
        self._encoder = next((each for each in _ENCODERS if which(each[1][0])), None)

    @property
    def ending(self) -> str:
        """The ending of the files' names, such as `.ogg`."""
        return self._encoder[0] if self._encoder else ".wav"

    def made(self, texts: list[Said]) -> bytes:
        """Return the texts, one after the other, as a sound file; empty if the voice cannot say them.

        Raises OSError or subprocess.CalledProcessError if a program that writes another form does not work.
        """
        heard: array[int] = array("h")
        rate = 0
        try:
            for text, language, numbers in texts:
                voice = self._voice(language)
                if voice is None or (rate and voice.sample_rate != rate):
                    return b""  # half a text would be worse than none
                rate = voice.sample_rate
                recording = Recording()
                voice.speak(text, language, self._rate_wpm, recording, numbers)
                heard.extend(recording.heard)
                heard.extend([0] * int(BETWEEN_S * rate))
        except VoiceError:
            return b""
        if not rate:
            return b""
        raw = wav_of(heard, rate)
        if self._encoder is None:
            return raw
        return subprocess.run(self._encoder[1], input=raw, capture_output=True, check=True).stdout

    def _voice(self, language: str) -> Voice | None:
        if language not in self._voices:
            self._voices[language] = self._voice_in(language)
        return self._voices[language]
