"""The pyttsx3 driver for Piper (`piper-tts`): neural voices, one in each voice file.

Piper takes at least a tenth of the time that its speech lasts, and a second to load; `rendered_voice` therefore renders
it ahead. The model tells how long each phoneme sounds, from which the words get their times.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
from array import array
from pathlib import Path
from typing import Any

from kiosk.speech.drivers.calibration import Setting, setting_for
from kiosk.speech.drivers.durations import with_durations
from kiosk.speech.drivers.model_faults import model_faults
from kiosk.speech.drivers.piper_file import VoiceFile, VoiceFileError, read_voice_file
from kiosk.speech.drivers.pitch import lowered
from kiosk.speech.drivers.sample_driver import SampleDriver
from kiosk.speech.drivers.word_starts import Leads, word_starts

VOLUME = 0.7
"""Piper makes the loudest sample of each sentence the largest that there is."""
LIVELINESS, RHYTHM = 0.667, 0.0
"""Piper's noise in the voice, as it comes; none in the lengths of sounds, which would make a rate uncertain."""
LENGTHS = b"Ceil"
"""The kind of the node by which Piper's models compute how long each phoneme sounds."""
WORDS_KEPT = 5_000
"""Words whose phonemes are remembered."""
MEASURED = "34472762cc210107"
"""The voice of the wheel, whose pace and pitch were measured."""
LEADS_S = (0.005, 0.04)
"""See `Leads`, in seconds."""
CALIBRATION = tuple(
    Setting(*each)
    for each in (
        (64.9, 4.3, 0.961),
        (70.2, 3.95, 0.961),
        (96.0, 2.75, 0.977),
        (126.8, 1.96, 1.0),
        (157.2, 1.5, 1.017),
        (189.1, 1.22, 1.033),
        (210.5, 1.0, 1.033),
        (233.3, 0.81, 1.056),
        (270.8, 0.7, 1.066),
    )
)
"""As measured over the shipped sentences."""


class PiperDriver(SampleDriver):
    """One voice file as pyttsx3 knows a voice."""

    def __init__(self, proxy: Any) -> None:
        """Raises ImportError when `piper-tts` is not installed. Loads no voice until `file` is set."""
        if importlib.util.find_spec("piper") is None:
            raise ImportError("the package piper-tts is not installed")
        super().__init__(proxy, 0, {})
        self._voice_file: VoiceFile | None = None
        self._piper: Any = None
        self._setting = CALIBRATION[0]
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
        """Notify the words of `text`, then its samples."""
        setting = self._setting
        if self._voice_file is None or self._voice_file.fingerprint != MEASURED:
            # How the pitch of another voice changes is not known; it is as long as it would be with that put right.
            setting = Setting(setting.wpm, setting.length * setting.pitch, 1.0)
        config = importlib.import_module("piper.config").SynthesisConfig(
            length_scale=setting.length, noise_scale=LIVELINESS, noise_w_scale=RHYTHM, volume=VOLUME
        )
        # The spoken form has no brackets; here they would be taken for phonemes.
        plain = text.replace("[", " ").replace("]", " ")
        samples: array[int] = array("h")
        lengths: list[tuple[str, int]] = []
        for chunk in self._piper.synthesize(plain, config, include_alignments=True):
            if self.stopped:
                return
            alignments = chunk.phoneme_alignments or ()
            lengths += [(each.phoneme, round(each.num_samples * setting.pitch)) for each in alignments]
            samples.frombytes(lowered(chunk.audio_int16_array, setting.pitch).tobytes())
        leads = Leads(*(int(seconds * self._sample_rate) for seconds in LEADS_S))
        for start, length, at_sample in word_starts(plain, lengths, self._word, leads):
            self.proxy.notify("word", location=start, length=length, at_sample=at_sample)
        self.hand_on(samples)

    def _word(self, word: str) -> str:
        """The phonemes of a word that stands alone."""
        if word not in self._phonemes:
            if len(self._phonemes) >= WORDS_KEPT:
                self._phonemes.clear()
            self._phonemes[word] = "".join("".join(sentence) for sentence in self._piper.phonemize(word))
        return self._phonemes[word]

    def set_rate(self, wpm: float) -> None:
        """Choose Piper's length scale for words a minute."""
        self._setting = setting_for(wpm, CALIBRATION)

    def set_voice(self, voice: str) -> None:
        """Accept `voice` if it is the language of the voice file; raises ValueError if not."""
        if self._voice_file is None or voice != self._voice_file.language:
            raise ValueError(f"the voice file does not speak “{voice}”")


def load(file: VoiceFile) -> Any:
    """The model as Piper's own object, with lengths of phonemes. Raises VoiceFileError."""
    onnx: Any = importlib.import_module("onnxruntime")
    config: Any = importlib.import_module("piper.config")
    options = onnx.SessionOptions()
    options.log_severity_level = 4
    try:
        settings = json.loads(file.path.with_name(file.path.name + ".json").read_bytes())
        model = with_durations(file.path.read_bytes(), LENGTHS)
        session = onnx.InferenceSession(model, sess_options=options, providers=["CPUExecutionProvider"])
        piper = importlib.import_module("piper.voice").PiperVoice
        return piper(session=session, config=config.PiperConfig.from_dict(settings))
    except model_faults() as error:
        raise VoiceFileError(f"{file.path} cannot be used as a voice: {error}") from error


def buildDriver(proxy: Any) -> PiperDriver:  # noqa: N802 - pyttsx3's name
    """Return the driver, as pyttsx3 asks for it."""
    return PiperDriver(proxy)
