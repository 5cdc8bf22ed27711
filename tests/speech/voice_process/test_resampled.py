"""A sound at another sample rate is the same sound: as long, as high, with its words where they were."""

from __future__ import annotations

import math
from array import array

import pytest

from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.resampled import Resampled


def tone(rate: int, hertz: float = 200, seconds: float = 0.5) -> array[int]:
    return array("h", [int(10_000 * math.sin(2 * math.pi * hertz * at / rate)) for at in range(int(seconds * rate))])


@pytest.mark.parametrize("piece", [1, 7, 441, 100_000])
@pytest.mark.parametrize(("rate", "wanted"), [(22_050, 16_000), (16_000, 22_050), (22_050, 22_050)])
def test_a_tone_stays_the_tone_that_it_was(rate: int, wanted: int, piece: int):
    taken = Recording()
    resampled = Resampled(taken, rate, wanted)
    given = tone(rate)
    for at in range(0, len(given), piece):
        resampled.samples(given[at : at + piece])
    found, right = taken.heard, tone(wanted)
    assert abs(len(found) - len(right)) <= 2
    assert max(abs(a - b) for a, b in zip(found, right, strict=False)) < 200


def test_a_word_stays_at_its_moment():
    taken = Recording()
    Resampled(taken, 22_050, 16_000).word(3, 4, 22_050)
    assert taken.words == [(3, 4, 16_000)]
