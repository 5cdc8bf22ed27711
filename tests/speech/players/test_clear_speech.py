"""Clear speech: high sounds are lifted and quiet ones brought up; loudness, length and times stay as they were."""

from __future__ import annotations

from array import array
from itertools import accumulate, pairwise
from math import hypot, log10, pi, sin, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.speech.players.clear_speech import ClearSpeech, cleared
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice

RATE = 22_050
SHORT_S = 0.02
SENTENCES = (
    "Tell a member of staff now.",
    "Very bad headaches, or trouble with your sight.",
    "Cancer that has spread can be treated, and you are not alone.",
)
samples = st.lists(st.integers(-32_768, 32_767), max_size=2_000).map(lambda numbers: array("h", numbers))


def in_pieces(sound: array[int], cuts: list[int]) -> array[int]:
    """`sound` made clearer, given in pieces that end at `cuts`."""
    clear = ClearSpeech(RATE)
    found: array[int] = array("h")
    for start, end in pairwise([0, *cuts, len(sound)]):
        for piece in clear.through(sound[start:end]):
            found.extend(piece)
    return found + clear.rest()


def tone(hertz: float, seconds: float, level: float) -> array[int]:
    return array("h", [round(level * sin(2 * pi * hertz * at / RATE)) for at in range(int(seconds * RATE))])


def mixed(*sounds: array[int]) -> array[int]:
    return array("h", map(sum, zip(*sounds, strict=True)))


def strength(sound: array[int], hertz: float) -> float:
    """How much of a tone is in `sound`."""
    angles = [2 * pi * hertz * at / RATE for at in range(len(sound))]
    return hypot(
        sum(sample * sin(angle) for sample, angle in zip(sound, angles, strict=True)),
        sum(sample * sin(angle + pi / 2) for sample, angle in zip(sound, angles, strict=True)),
    )


def loudness_db(sound: array[int]) -> float:
    return 20 * log10(hypot(*sound) / sqrt(len(sound)))


@given(samples)
def test_as_many_samples_come_out_and_none_is_beyond_full_scale(sound: array[int]):
    found = cleared(sound, RATE)  # an array of 16 bit raises an error for a sample that does not fit
    assert len(found) == len(sound)


@given(samples, st.lists(st.integers(0, 400), max_size=12))
def test_the_pieces_in_which_it_comes_change_nothing(sound: array[int], lengths: list[int]):
    cuts = [cut for cut in accumulate(lengths) if cut <= len(sound)]
    assert in_pieces(sound, cuts) == cleared(sound, RATE)


@given(st.integers(0, 3_000))
def test_silence_stays_silence(count: int):
    assert not any(cleared(array("h", bytes(2 * count)), RATE))


@settings(max_examples=20)
@given(st.integers(1, 32_767))
def test_the_loudest_square_wave_is_not_clipped(level: int):
    wave = array("h", [level if at // 50 % 2 else -level for at in range(3_000)])
    assert max(map(abs, cleared(wave, RATE))) <= 32_767


def test_a_high_tone_gains_over_a_low_one():
    low, high = tone(200, 0.5, 6_000), tone(3_000, 0.5, 1_000)
    sound = mixed(low, high)
    found = cleared(sound, RATE)
    before, after = (strength(each, 3_000) / strength(each, 200) for each in (sound, found))
    assert after > 4 * before


def test_a_quiet_sound_gains_over_a_loud_one():
    sound = tone(1_000, 0.3, 10_000) + tone(1_000, 0.3, 1_000)
    found = cleared(sound, RATE)
    half = len(sound) // 2
    assert loudness_db(found[:half]) - loudness_db(found[half:]) < 12


def test_a_sound_stays_at_its_place():
    click = array("h", bytes(2 * 1_000)) + array("h", [20_000]) + array("h", bytes(2 * 1_000))
    found = cleared(click, RATE)
    assert max(range(len(found)), key=lambda at: abs(found[at])) == 1_000
    assert not any(found[:1_000])


def test_the_first_sound_waits_for_no_more_than_two_blocks():
    sound = tone(1_000, SHORT_S, 8_000)
    assert len(next(iter(ClearSpeech(RATE).through(sound)))) >= len(sound) // 2


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("wpm", [65, 122, 245])
def test_a_sentence_is_as_loud_as_before(text: str, wpm: int):
    voice, recording = Voice(), Recording()
    voice.speak(text, "en", wpm, recording)
    found = cleared(recording.heard, voice.sample_rate)
    assert abs(loudness_db(found) - loudness_db(recording.heard)) <= 0.5
