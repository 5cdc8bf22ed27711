"""The pyttsx3 driver for hibari (`hibari-tts`): one small neural voice, American English, 24,000 samples a second.

It needs a fiftieth of the time that its speech lasts, and a second to load. Its model tells how long each phoneme
sounds, from which the words get their times. The package could fetch other voices from the network; only the one that
it holds is ever asked for.
"""

from __future__ import annotations

import importlib
import importlib.util
from array import array
from functools import lru_cache
from pathlib import Path
from typing import Any

from kiosk.speech.drivers.calibration import Setting, setting_for
from kiosk.speech.drivers.durations import with_durations
from kiosk.speech.drivers.model_faults import model_faults
from kiosk.speech.drivers.sample_driver import SampleDriver
from kiosk.speech.drivers.word_starts import Leads, word_starts
from kiosk.speech.engines import ENGINES

VOICES = ENGINES["hibari"].voices
"""language → hibari's name for its voice."""
SAMPLE_RATE = 24_000
LENGTHS = b"Clip"
"""The kind of the node by which the model computes how long each phoneme sounds."""
UNIT = 600
"""Samples of one unit of these lengths: 25 ms."""
LOUDNESS = 50_000
"""The sample for hibari's 1.0. The loudest of the shipped sentences reaches 0.64."""
QUIET = 0.004
"""Anything quieter counts as the silence around a sentence."""
BETWEEN_S = 0.3
"""Seconds of silence between two sentences; hibari's own are 0.8 s."""
WARM_UP = "The signs."
"""Made once and thrown away, so that the first text is made as quickly as the next one."""
WORDS_KEPT = 5_000
"""Words whose phonemes are remembered."""
LEADS = Leads(running=900, after_pause=2_160)
"""37 and 90 ms."""
CALIBRATION = tuple(
    Setting(*each)
    for each in (
        (59.6, 3.8, 0.968),
        (65.5, 3.4, 0.971),
        (72.6, 3.0, 0.975),
        (86.8, 2.4, 0.988),
        (103.2, 2.0, 0.994),
        (111.2, 1.76, 0.998),
        (116.3, 1.75, 1.0),
        (122.0, 1.74, 1.002),
        (136.0, 1.5, 1.012),
        (146.5, 1.4, 1.018),
        (151.8, 1.3, 1.02),
        (154.8, 1.26, 1.026),
        (163.4, 1.251, 1.028),
        (170.2, 1.249, 1.03),
        (181.5, 1.24, 1.03),
        (185.2, 1.2, 1.032),
        (200.5, 1.1, 1.032),
        (208.1, 1.0, 1.031),
        (215.6, 0.9, 1.031),
        (224.6, 0.84, 1.033),
        (236.3, 0.81, 1.037),
        (239.7, 0.78, 1.037),
        (315.3, 0.745, 1.037),
    )
)
"""As measured over the shipped sentences.

hibari rounds each length to whole units: at 1.25 and at 1.75 many change at once. The speed at the start is met by 1.74
itself, so that point has to bear its name.
"""


class HibariDriver(SampleDriver):
    """hibari's own voice as pyttsx3 knows a voice."""

    def __init__(self, proxy: Any) -> None:
        """Raises ImportError when `hibari-tts` is not installed, or is damaged."""
        if importlib.util.find_spec("hibari") is None:
            raise ImportError("the package hibari-tts is not installed")
        self._numpy: Any = importlib.import_module("numpy")
        self._sound: Any = importlib.import_module("hibari.dsp")
        self._hibari = load()
        super().__init__(proxy, SAMPLE_RATE, VOICES)
        self._setting = CALIBRATION[0]
        self._word = lru_cache(WORDS_KEPT)(self._phonemes)
        self.setProperty("voice", VOICES["en"])
        self.setProperty("rate", 122)
        for phonemes in self._hibari.phonemize(WARM_UP):  # its dictionaries, and what the first run of a model costs
            self._speak(phonemes)

    def synthesise(self, text: str) -> None:
        """Notify the words and samples sentence by sentence."""
        # The spoken form has no brackets; here they would be taken for phonemes.
        plain = text.replace("[", " ").replace("]", " ")
        at = given = 0
        for sentence in self._hibari.split_sentences(plain):
            at = plain.index(sentence, at)
            if given:
                given += self.hand_on(self.silence(BETWEEN_S))
            sound: array[int] = array("h")
            lengths: list[tuple[str, int]] = []
            for phonemes in self._hibari.phonemize(sentence):
                if self.stopped:
                    return
                samples, own = self._speak(phonemes)
                sound.extend(samples)
                lengths += own
            for start, length, at_sample in word_starts(sentence, lengths, self._word, LEADS):
                self.proxy.notify("word", location=at + start, length=length, at_sample=given + at_sample)
            given += self.hand_on(sound)
            at += len(sentence)

    def _speak(self, phonemes: str) -> tuple[array[int], list[tuple[str, int]]]:
        """The sound without the silence around it, and the samples of each phoneme, which are as many in all."""
        numpy, known = self._numpy, [sign for sign in phonemes if sign in self._hibari.vocab]
        if not known:
            return array("h"), []
        ids = numpy.asarray([self._hibari.ids(known)], numpy.int64)
        speed = numpy.asarray([1 / self._setting.length], numpy.float32)
        *spectrum, units = self._hibari.sess.run(None, {"ids": ids, "speed": speed})
        *parts, pitch = (part[0] for part in spectrum)
        # The breath in the voice is noise: always the same, so that a text always sounds the same.
        sound = self._sound.synth(*parts, pitch / self._setting.pitch, numpy.random.default_rng(0))
        loud = numpy.flatnonzero(numpy.abs(sound) > QUIET)
        first, end = (int(loud[0]), int(loud[-1]) + 1) if len(loud) else (0, 0)
        samples: array[int] = array("h")
        samples.frombytes(numpy.clip(sound[first:end] * LOUDNESS, -32_767, 32_767).astype(numpy.int16).tobytes())
        lengths = [int(unit) * UNIT for unit in units.reshape(-1)]
        before, after = lengths[0] - first, end - sum(lengths[:-1])
        return samples, [("^", before), *zip(known, lengths[1:-1], strict=True), ("$", after)]

    def _phonemes(self, word: str) -> str:
        """The phonemes of a word that stands alone."""
        return "".join(self._hibari.phonemize(word))

    def set_rate(self, wpm: float) -> None:
        """Choose hibari's speed for words a minute."""
        self._setting = setting_for(wpm, CALIBRATION)

    def set_voice(self, voice: str) -> None:
        """Accept hibari's one voice; raises ValueError for any other."""
        if voice not in VOICES.values():
            raise ValueError(f"hibari has no voice “{voice}”")


def load() -> Any:
    """Return hibari's own object, whose model also gives the lengths of phonemes; raises ImportError if damaged."""
    try:
        package: Any = importlib.import_module("hibari")
        voices: Any = importlib.import_module("hibari.voices")
        model = Path(voices.voice_path(VOICES["en"], download_missing=False)).read_bytes()
        return package.Hibari(VOICES["en"], model=with_durations(model, LENGTHS))
    except model_faults() as error:
        raise ImportError(f"the package hibari-tts is damaged: {error}") from error


def buildDriver(proxy: Any) -> HibariDriver:  # noqa: N802 - pyttsx3's name
    """Return the driver, as pyttsx3 asks for it."""
    return HibariDriver(proxy)
