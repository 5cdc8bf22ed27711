"""A rendered text comes back from its file, and anything else does not come back at all."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from math import pi, sin

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.speech.ready.rendered import FIRST_S, Rendered, Stored, from_bytes

TONE = array("h", [round(12_000 * sin(2 * pi * 330 * at / 24_000)) for at in range(24_000)])
RENDERED = Rendered(TONE, 24_000, ((0, 3, 0), (4, 2, 700)))


def back(rendered: Rendered) -> Stored:
    stored = from_bytes(rendered.as_bytes())
    assert stored is not None
    return stored


def all_of(pieces: Iterable[array[int]]) -> array[int]:
    return sum(pieces, array("h"))


def test_its_words_its_length_and_its_sound_come_back():
    stored = back(RENDERED)
    assert (stored.words, stored.sample_rate, stored.length) == (RENDERED.words, 24_000, 24_000)
    heard = all_of(stored.pieces())
    assert len(heard) == len(TONE), "each sample keeps its place, so the words do too"
    noise = sum((one - other) ** 2 for one, other in zip(heard, TONE, strict=True))
    assert noise < 0.01 * sum(sample**2 for sample in TONE)


def test_a_second_of_speech_takes_a_fifth_of_its_size_at_most():
    assert len(RENDERED.as_bytes()) < 2 * len(TONE) / 5


@given(st.integers(0, 20_000))
@settings(max_examples=30)
def test_any_length_comes_back_in_the_same_pieces_as_it_is_heard_from_memory(length: int):
    rendered = Rendered(TONE[:length], 24_000)
    assert [len(piece) for piece in back(rendered).pieces()] == [len(piece) for piece in rendered.pieces()]
    assert all_of(rendered.pieces()) == TONE[:length]


def test_the_first_piece_is_short_because_somebody_waits_for_it():
    first, *others = RENDERED.pieces()
    assert len(first) == FIRST_S * 24_000
    assert len(first) < max(len(piece) for piece in others)


def test_a_file_that_was_cut_short_anywhere_is_nothing():
    content = RENDERED.as_bytes()
    assert all(from_bytes(content[:length]) is None for length in (*range(300), *range(300, len(content), 7)))


def test_a_file_with_any_byte_changed_is_nothing_or_another_one():
    content = RENDERED.as_bytes()
    for at in (*range(300), *range(300, len(content), 7)):
        changed = bytearray(content)
        changed[at] ^= 0x40
        found = from_bytes(bytes(changed))
        assert found is None or found.sound == back(RENDERED).sound


@given(st.binary(max_size=200))
def test_any_bytes_are_nothing(content: bytes):
    assert from_bytes(content) is None
    assert from_bytes(b"kiosk-speech-2\n" + content) is None or b"}" in content
