"""The model Kokoro-82M (int8) and its Spanish voice, in memory.

The model comes in four packages, each with a part of the file. They also belong to a program that writes the whole file
into the home folder and trusts what it finds there. So only the parts are installed: they are joined here, and compared
with the hash of the file that was reviewed. Nothing is written.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.speech.drivers.durations import with_durations
from kiosk.speech.drivers.model_faults import model_faults
from kiosk.speech.engines import ENGINES

PARTS = tuple(module for module in ENGINES["natural"].modules if module.startswith("kokoro"))
"""The modules of the packages, in the order of the file."""
SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""Of the joined parts, `kokoro-v1.0.int8.onnx`."""
VOICE = Path(__file__).parent / "data" / "ef_dora.bin"
"""510 rows of 256 numbers: the style of the voice for texts of 1 to 510 phonemes."""
STYLE = 256
LENGTHS = b"Clip"
"""The kind of the node by which the model computes how long each phoneme sounds."""


class KokoroModel(NamedTuple):
    """What is needed to speak."""

    session: Any
    """onnxruntime's; its outputs are the sound and the lengths of phonemes."""
    styles: Any
    """A numpy array of 510 rows."""


def load() -> KokoroModel:
    """Return the model; raises ImportError where a part is missing or damaged.

    It uses one thread, the caller's, so the caller's priority is the model's.
    """
    numpy: Any = importlib.import_module("numpy")
    onnx: Any = importlib.import_module("onnxruntime")
    options = onnx.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        model = with_durations(_joined(), LENGTHS)
        session = onnx.InferenceSession(model, sess_options=options, providers=["CPUExecutionProvider"])
        styles = numpy.fromfile(VOICE, "<f4").reshape(-1, STYLE)
    except model_faults() as error:
        raise ImportError(f"the voice Kokoro is damaged: {error}") from error
    return KokoroModel(session, styles)


def _joined() -> bytes:
    """Return the model file. Raises ImportError where a part is missing, ValueError if it is not the one reviewed."""
    model = bytearray()
    for part in PARTS:
        spec = importlib.util.find_spec(part)
        if spec is None or spec.origin is None:
            raise ImportError(f"the package {part.replace('_', '-')} is not installed")
        model += (Path(spec.origin).parent / "part.bin").read_bytes()
    if hashlib.sha256(model).hexdigest() != SHA256:
        raise ValueError("the joined parts are not the model that was reviewed")
    return bytes(model)
