"""Makes a neural voice report how long each phoneme sounds.

Its model (`name.onnx`) computes that on its way to the sound; here it is made one of the things that come out.
"""

from __future__ import annotations

from collections.abc import Iterator

_BYTES = 2
"""The wire type of a protobuf field that has a length (https://protobuf.dev/programming-guides/encoding/)."""
_MODEL_GRAPH, _GRAPH_NODE, _GRAPH_OUTPUT, _VALUE_NAME, _NODE_OUTPUT, _NODE_KIND = 7, 1, 12, 1, 2, 4
"""Numbers of fields in `onnx.proto`."""


def with_durations(model: bytes, kind: bytes) -> bytes:
    """The model with one more output: what its only node of the kind `kind` computes.

    A protobuf message grows by what is appended to it, so a second piece of graph that names the output is all that
    is needed. A model without exactly one such node, or one that has the output already, comes back as it is.
    """
    name = _durations(model, kind)
    if name is None:
        return model
    return model + _field(_MODEL_GRAPH, _field(_GRAPH_OUTPUT, _field(_VALUE_NAME, name)))


def _durations(model: bytes, wanted: bytes) -> bytes | None:
    found: set[bytes] = set()
    outputs: set[bytes] = set()
    try:
        for graph in _parts(model, 0, len(model), _MODEL_GRAPH):
            for node in _parts(model, *graph, _GRAPH_NODE):
                if [model[slice(*kind)] for kind in _parts(model, *node, _NODE_KIND)] == [wanted]:
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
