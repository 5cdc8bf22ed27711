"""The pyttsx3 driver for Piper (`piper-tts`): neural voices, one in each voice file.

Piper takes a tenth of the time that its speech lasts and more, and a second to load; `slow_voice` therefore renders it
ahead. The model tells how long each phoneme sounds, from which the words get their times.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
from array import array
from bisect import bisect_left
from pathlib import Path
from typing import Any

from kiosk.speech.drivers.piper_file import VoiceFile, VoiceFileError, read_voice_file, with_durations
from kiosk.speech.drivers.piper_words import word_starts
from kiosk.speech.drivers.sample_driver import SampleDriver

NAME = "kiosk_piper"
VOICES: dict[str, str] = {}
"""A voice file speaks one language and is asked for it by its code."""
CHUNK_S = 0.02
"""Seconds of sound notified at once, so that a stop is obeyed soon."""
VOLUME = 0.7
"""Piper makes the loudest sample of each sentence the largest that there is."""
LIVELINESS, RHYTHM = 0.667, 0.0
"""Piper's noise in the voice, as it comes; none in the lengths of sounds, which would make a rate uncertain."""
WORDS_KEPT = 5_000
"""Words whose phonemes are remembered."""
_CALIBRATION = ((64, 3.95), (90, 2.75), (121, 1.96), (152, 1.5), (187, 1.22), (209, 1.0), (236, 0.81), (265, 0.7))
"""(words a minute as measured over the shipped sentences, length of a sound) for the voice of the wheel."""


class PiperDriver(SampleDriver):
    """One voice file as pyttsx3 knows a voice."""

    def __init__(self, proxy: Any) -> None:
        """Raises ImportError when `piper-tts` is not installed. Loads no voice until `file` is set."""
        if importlib.util.find_spec("piper") is None:
            raise ImportError("the package piper-tts is not installed")
        super().__init__(proxy, 0, VOICES)
        self._voice_file: VoiceFile | None = None
        self._piper: Any = None
        self._length = 1.0
        self._phonemes: dict[str, str] = {}
        """Of words that were said."""

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802 - pyttsx3's name
        """Beside what every driver has, `file`: the path of a voice file, or "" for the installed voice.

        Raises VoiceFileError.
        """
        if name != "file":
            super().setProperty(name, value)
            return
        found = read_voice_file(Path(value) if value else None)
        if self._voice_file is None or found != self._voice_file:
            self._piper = load(found)
            self._phonemes.clear()
            self._voice_file = found
            self._sample_rate = found.sample_rate

    def synthesise(self, text: str) -> None:
        """See `SampleDriver`."""
        config = importlib.import_module("piper.config").SynthesisConfig(
            length_scale=self._length, noise_scale=LIVELINESS, noise_w_scale=RHYTHM, volume=VOLUME
        )
        # The spoken form has no brackets; here they would be taken for phonemes.
        plain = text.replace("[", " ").replace("]", " ")
        samples: array[int] = array("h")
        lengths: list[tuple[str, int]] = []
        for chunk in self._piper.synthesize(plain, config, include_alignments=True):
            if self.stopped:
                return
            lengths += [(each.phoneme, int(each.num_samples)) for each in chunk.phoneme_alignments or ()]
            samples.frombytes(chunk.audio_int16_array.tobytes())
        for start, length, at_sample in word_starts(plain, lengths, self._word):
            self.proxy.notify("word", location=start, length=length, at_sample=at_sample)
        size = int(CHUNK_S * self._sample_rate)
        for at in range(0, len(samples), size):
            if self.stopped:
                return
            self.proxy.notify("samples", data=samples[at : at + size])

    def _word(self, word: str) -> str:
        """The phonemes of a word that stands alone."""
        if word not in self._phonemes:
            if len(self._phonemes) >= WORDS_KEPT:
                self._phonemes.clear()
            self._phonemes[word] = "".join("".join(sentence) for sentence in self._piper.phonemize(word))
        return self._phonemes[word]

    def set_rate(self, wpm: float) -> None:
        """See `SampleDriver`."""
        self._length = length_of_sounds(wpm)

    def set_voice(self, voice: str) -> None:
        """See `SampleDriver`; `voice` is a language. Raises ValueError for one that the file does not speak."""
        if self._voice_file is None or voice != self._voice_file.language:
            raise ValueError(f"the voice file does not speak “{voice}”")


def load(file: VoiceFile) -> Any:
    """The model as Piper's own object, with lengths of phonemes. Raises VoiceFileError."""
    onnx: Any = importlib.import_module("onnxruntime")
    state: Any = importlib.import_module("onnxruntime.capi.onnxruntime_pybind11_state")
    config: Any = importlib.import_module("piper.config")
    options = onnx.SessionOptions()
    options.log_severity_level = 4
    try:
        settings = json.loads(file.path.with_name(file.path.name + ".json").read_bytes())
        model = with_durations(file.path.read_bytes())
        session = onnx.InferenceSession(model, sess_options=options, providers=["CPUExecutionProvider"])
        piper = importlib.import_module("piper.voice").PiperVoice
        return piper(session=session, config=config.PiperConfig.from_dict(settings))
    except _faults(state) as error:
        raise VoiceFileError(f"{file.path} cannot be used as a voice: {error}") from error


def _faults(state: object) -> tuple[type[Exception], ...]:
    """What a file that is no voice may raise; the exceptions of onnxruntime have no common class of their own."""
    own = (each for each in vars(state).values() if isinstance(each, type) and issubclass(each, Exception))
    return (*own, OSError, ValueError, KeyError, TypeError, RuntimeError)


def length_of_sounds(wpm: float) -> float:
    """Piper's factor for words a minute, between the measured points."""
    points = [point[0] for point in _CALIBRATION]
    wpm = min(max(wpm, points[0]), points[-1])
    at = max(1, bisect_left(points, wpm))
    (low, low_length), (high, high_length) = _CALIBRATION[at - 1], _CALIBRATION[at]
    part = (1 / wpm - 1 / low) / (1 / high - 1 / low)  # a length goes with the time for a word
    return low_length + part * (high_length - low_length)


def buildDriver(proxy: Any) -> PiperDriver:  # noqa: N802 - pyttsx3's name
    """What pyttsx3 calls to make the driver."""
    return PiperDriver(proxy)


def register() -> str:
    """Makes the driver known to pyttsx3, which looks for drivers in its own package only; returns its name."""
    sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]
    return NAME
