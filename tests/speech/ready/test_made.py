"""What the process that makes sound ahead tells the app comes back as it was, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.ready.made import Count, Progress, Stuck, decode, encode

HALF = Progress((Count("en", 412, 558, 900, 3_906), Count("es", 0, 560, 0, 3_920)))


@pytest.mark.parametrize("message", [HALF, Progress(()), Stuck("the disk is full")])
def test_a_message_comes_back(message: Progress | Stuck):
    assert decode(encode(message)) == message


def test_it_is_complete_when_nothing_is_missing_at_any_speed():
    assert not HALF.complete
    assert not Progress((Count("en", 558, 558, 900, 3_906),)).complete
    assert Progress((Count("en", 558, 558, 3_906, 3_906),)).complete


@pytest.mark.parametrize(
    "line", [b'{"type":"progress","counts":[["en","1",2,3,4]]}', b'{"type":"stuck"}', b'{"type":"other"}', b"[]", b"["]
)
def test_any_other_line_is_nothing(line: bytes):
    assert decode(line) is None


@given(st.binary())
def test_no_bytes_raise(line: bytes):
    decode(line)
