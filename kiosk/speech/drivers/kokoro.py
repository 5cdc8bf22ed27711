"""The pyttsx3 driver for Kokoro-82M: a neural voice in Latin American Spanish, 24,000 samples a second.

It needs about half the time that its speech lasts, and a second to load. eSpeak NG turns the text into phonemes; the
model tells how long each sounds, from which the words get their times.
"""

from __future__ import annotations

import importlib
import re
from array import array
from functools import lru_cache
from typing import Any

from kiosk.speech.drivers import kokoro_model
from kiosk.speech.drivers.calibration import Setting, setting_for
from kiosk.speech.drivers.pitch import lowered
from kiosk.speech.drivers.sample_driver import SampleDriver
from kiosk.speech.drivers.spanish_phonemes import IDS, NotSpanishError, spanish_phonemes
from kiosk.speech.drivers.word_starts import Leads, word_starts
from kiosk.speech.engines import ENGINES

VOICES = {"es": ENGINES["natural"].voices["es"]}
"""language → Kokoro's name for the voice."""
SAMPLE_RATE = 24_000
UNIT = 600
"""Samples of one unit of the model's lengths: 25 ms."""
BREATH = 2 * UNIT
"""Samples before the first phoneme that belong to it."""
LOUDNESS = 32_767
"""The sample for Kokoro's 1.0."""
QUIET = 0.004
"""Anything quieter counts as the silence around a sentence."""
BETWEEN_S = 0.3
"""Seconds of silence between two sentences."""
WITHIN_S = 0.15
"""Seconds of silence between two pieces of a sentence."""
PIECE_UNITS = 200
"""Phonemes of a piece at the model's own speed: 7 s of sound, for which it needs 200 MB beside its own 250."""
WORDS_KEPT = 5_000
"""Words whose phonemes are remembered."""
LEADS = Leads(running=900, after_pause=2_160)
"""37 and 90 ms."""
CALIBRATION = tuple(
    Setting(*each)
    for each in (
        (54.3, 3.4, 0.96),
        (62.0, 3.0, 0.967),
        (64.4, 2.84, 0.968),
        (72.0, 2.6, 0.97),
        (86.9, 2.2, 0.976),
        (90.5, 2.1, 0.978),
        (99.7, 1.8, 0.984),
        (111.4, 1.7, 0.988),
        (115.0, 1.6, 0.994),
        (122.8, 1.475, 1.0),
        (128.5, 1.4, 1.0),
        (140.0, 1.26, 1.0),
        (145.2, 1.252, 1.0),
        (151.2, 1.248, 1.0),
        (154.9, 1.24, 1.0),
        (160.8, 1.2, 1.0),
        (175.1, 1.1, 0.999),
        (184.9, 1.0, 0.998),
        (196.3, 0.9, 0.997),
        (204.8, 0.85, 0.998),
        (215.8, 0.81, 0.999),
        (224.8, 0.77, 1.004),
        (231.2, 0.756, 1.01),
        (239.3, 0.752, 1.01),
        (245.7, 0.751, 1.01),
        (253.9, 0.75, 1.01),
        (264.2, 0.748, 1.01),
        (273.6, 0.74, 1.011),
    )
)
"""The words a minute by the model's lengths over half of the shipped sentences; the pitch over eight of them.

Kokoro rounds each length to whole units: at 1.25 and at 0.75 many change at once.
"""
_BETWEEN = re.compile(r"(?<=[.!?…])[\"”»)]*\s+(?=\S)")
"""Between two sentences."""
_CLAUSE = re.compile(r"(?<=[,;:—])\s+")
"""Between two parts of a sentence."""


class TooLongError(ValueError):
    """A sentence has more phonemes than the model can take."""


class KokoroDriver(SampleDriver):
    """Kokoro's Spanish voice as pyttsx3 knows a voice."""

    def __init__(self, proxy: Any) -> None:
        """Raises ImportError when the packages are not installed, or are damaged."""
        self._model = kokoro_model.load()
        self._numpy: Any = importlib.import_module("numpy")
        super().__init__(proxy, SAMPLE_RATE, VOICES)
        self._setting = CALIBRATION[0]
        self._word = lru_cache(WORDS_KEPT)(_phonemes)
        self.setProperty("voice", VOICES["es"])
        self.setProperty("rate", 122)

    def synthesise(self, text: str) -> None:
        """Notify the words and samples sentence by sentence.

        Raises NotSpanishError or TooLongError, before anything sounds.
        """
        sentences = []
        at = 0
        for sentence in filter(None, _BETWEEN.split(text)):
            at = text.index(sentence, at)
            phonemes = spanish_phonemes(sentence)
            if len(phonemes) >= len(self._model.styles):
                raise TooLongError(f"a sentence of {len(phonemes)} phonemes is too long for Kokoro")
            sentences.append((at, sentence, phonemes))
            at += len(sentence)
        given = 0
        for at, sentence, phonemes in sentences:
            if self.stopped:
                return
            if given:
                given += self.hand_on(self.silence(BETWEEN_S))
            sound, lengths = self._sentence(phonemes)
            for start, length, at_sample in word_starts(sentence, lengths, self._word, LEADS):
                self.proxy.notify("word", location=at + start, length=length, at_sample=given + at_sample)
            given += self.hand_on(sound)

    def _sentence(self, phonemes: str) -> tuple[array[int], list[tuple[str, int]]]:
        """The sound of a sentence, a long one in several pieces, and the samples of each phoneme and pause."""
        sound: array[int] = array("h")
        lengths: list[tuple[str, int]] = []
        for piece in pieces(phonemes, int(PIECE_UNITS / self._setting.length)):
            if self.stopped:
                break
            if sound:
                pause = self.silence(WITHIN_S)
                sound.extend(pause)
                lengths.append(("$", len(pause)))
            samples, own = self._speak(piece)
            sound.extend(samples)
            lengths += own
        return sound, lengths

    def _speak(self, phonemes: str) -> tuple[array[int], list[tuple[str, int]]]:
        """The sound without the silence around it, and the samples of each phoneme, which are as many in all."""
        if not any(sign.isalpha() for sign in phonemes):
            return array("h"), []
        numpy = self._numpy
        inputs = {
            "tokens": numpy.asarray([[0, *(IDS[sign] for sign in phonemes), 0]], numpy.int64),
            "style": self._model.styles[len(phonemes) - 1 : len(phonemes)],
            "speed": numpy.asarray([1 / self._setting.length], numpy.float32),
        }
        sound, units = (part.reshape(-1) for part in self._model.session.run(None, inputs))
        lengths = [int(unit) * UNIT for unit in units]
        # At a slow speed the silence in front is stretched too, and the model fills it with a vowel.
        start = max(0, lengths[0] - BREATH)
        loud = numpy.flatnonzero(numpy.abs(sound[start:]) > QUIET) + start
        first, end = (int(loud[0]), int(loud[-1]) + 1) if len(loud) else (start, start)
        lengths[0] -= first
        lengths[-1] = end - first - sum(lengths[:-1])
        sound = numpy.clip(sound[first:end] * LOUDNESS, -32_767, 32_767).astype(numpy.int16)
        pitch = self._setting.pitch
        samples = array("h", lowered(sound, pitch).tobytes())
        return samples, [(sign, round(each * pitch)) for sign, each in zip(f"^{phonemes}$", lengths, strict=True)]

    def set_rate(self, wpm: float) -> None:
        """Choose Kokoro's speed for words a minute."""
        self._setting = setting_for(wpm, CALIBRATION)

    def set_voice(self, voice: str) -> None:
        """Accept the one voice; raises ValueError for any other."""
        if voice not in VOICES.values():
            raise ValueError(f"Kokoro has no voice “{voice}” here")


def pieces(phonemes: str, most: int) -> list[str]:
    """Return the phonemes of a sentence in pieces of at most `most` where its commas allow it."""
    found: list[str] = []
    for clause in _CLAUSE.split(phonemes):
        if found and len(found[-1]) + 1 + len(clause) <= most:
            found[-1] += f" {clause}"
        else:
            found.append(clause)
    return found


def _phonemes(word: str) -> str:
    """The phonemes of a word that stands alone."""
    try:
        return spanish_phonemes(word)
    except NotSpanishError:
        return ""


def buildDriver(proxy: Any) -> KokoroDriver:  # noqa: N802 - pyttsx3's name
    """Return the driver, as pyttsx3 asks for it."""
    return KokoroDriver(proxy)
