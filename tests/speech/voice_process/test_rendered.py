"""A rendered text comes back from its bytes as it was, and anything else does not come back at all."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.voice_process.rendered import Rendered, from_bytes

RENDERED = Rendered(array("h", [1, -2, 30_000, -32_768, 5]), 22_050, ((0, 3, 0), (4, 2, 3)))


def test_it_comes_back_as_it_was():
    assert from_bytes(RENDERED.as_bytes()) == RENDERED


def test_silence_and_no_words_come_back_too():
    nothing = Rendered(array("h"), 16_000)
    assert from_bytes(nothing.as_bytes()) == nothing


def test_a_file_that_was_cut_short_anywhere_is_nothing():
    content = RENDERED.as_bytes()
    assert all(from_bytes(content[:length]) is None for length in range(len(content)))


def test_a_file_with_any_byte_changed_is_nothing_or_another_one():
    content = RENDERED.as_bytes()
    for at in range(len(content)):
        changed = bytearray(content)
        changed[at] ^= 0x40
        found = from_bytes(bytes(changed))
        assert found is None or found.samples == RENDERED.samples


@given(st.binary(max_size=200))
def test_any_bytes_are_nothing(content: bytes):
    assert from_bytes(content) is None
    assert from_bytes(b"kiosk-speech-1\n" + content) is None or b"}" in content
