"""A neural model that computes how long each phoneme sounds is made to tell it."""

from __future__ import annotations

import pytest

from kiosk.speech.drivers.durations import with_durations


def field(number: int, content: bytes) -> bytes:
    assert len(content) < 128
    return bytes([number << 3 | 2, len(content)]) + content


def node(kind: bytes, output: bytes) -> bytes:
    return field(1, field(2, output) + field(4, kind))


def graph(*parts: bytes) -> bytes:
    return b"\x08\x07" + field(7, b"".join(parts))


@pytest.mark.parametrize("kind", [b"Ceil", b"Clip"])
def test_a_model_gets_its_durations_as_an_output(kind: bytes):
    model = graph(node(b"Conv", b"a"), node(kind, b"lengths"), field(12, field(1, b"output")))
    assert with_durations(model, kind) == model + field(7, field(12, field(1, b"lengths")))


@pytest.mark.parametrize(
    "model",
    [
        b"",
        b"no model at all \xff\xff",
        graph(node(b"Conv", b"a")),
        graph(node(b"Ceil", b"a"), node(b"Ceil", b"b")),
        graph(node(b"Ceil", b"lengths"), field(12, field(1, b"lengths"))),
    ],
)
def test_a_model_whose_durations_are_not_known_stays_as_it_is(model: bytes):
    assert with_durations(model, b"Ceil") == model
