"""A rate is what it says, in words a minute, and changes nothing but the rate."""

from statistics import median

import pytest

from kiosk.content.model.library import Library
from kiosk.speech.drivers.espeak import VOICES, espeak_rate
from kiosk.speech.voice_process.voice import Voice
from kiosk.visit.session.settings import RATES_WPM, START_RATE
from tests.speech.measuring import Recording, pitches, sentences, words_a_minute

EVERY_NTH = 7
"""One in so many of the shipped sentences, from short to long, is measured, which is enough and quick."""
PITCH_SENTENCES = 16


@pytest.fixture(scope="module")
def voice(library: Library) -> Voice:
    return Voice(library.words)


def test_the_seven_rates_are_those_of_the_voting_guidelines():
    assert len(RATES_WPM) == 7
    assert 60 <= RATES_WPM[0] <= 70
    assert 240 <= RATES_WPM[-1] <= 250
    assert 120 <= RATES_WPM[START_RATE] <= 125


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("rate", RATES_WPM)
def test_each_rate_is_within_5_percent_of_what_it_says(voice: Voice, library: Library, rate: int, language: str):
    texts = sorted(sentences(library, language), key=len)[EVERY_NTH // 2 :: EVERY_NTH]
    assert words_a_minute(voice, texts, library, language, rate) == pytest.approx(rate, rel=0.05)


def test_a_voice_that_changes_its_language_keeps_to_the_rate(voice: Voice, library: Library):
    texts = sentences(library, "es")[::20]
    first = words_a_minute(voice, texts, library, "es", 122)
    words_a_minute(voice, ["The signs."], library, "en", 122)
    assert words_a_minute(voice, texts, library, "es", 122) == pytest.approx(first, rel=0.01)


def test_the_rate_at_the_start_is_measured_between_120_and_125(voice: Voice, library: Library):
    measured = words_a_minute(voice, sentences(library, "en"), library, "en", RATES_WPM[START_RATE])
    assert 120 <= measured <= 125


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_pitch_stays_within_3_percent_at_every_rate(voice: Voice, library: Library, language: str):
    texts = sorted(sentences(library, language), key=len)[20 :: 160 // PITCH_SENTENCES][:PITCH_SENTENCES]
    found = {}
    for rate in RATES_WPM:
        recording = Recording()
        for text in texts:
            voice.speak(text, language, rate, recording)
        found[rate] = median(pitches(recording.heard, voice.sample_rate))
    start = found[RATES_WPM[START_RATE]]
    assert all(pitch == pytest.approx(start, rel=0.03) for pitch in found.values()), found


@pytest.mark.parametrize("name", VOICES.values())
def test_more_words_a_minute_never_come_out_slower(name: str):
    settings = [espeak_rate(wpm, name) for wpm in range(49, 280)]
    assert all(50 <= rate <= 450 and 0 <= gap <= 20 for rate, gap in settings)
    assert [rate for rate, _ in settings] == sorted(rate for rate, _ in settings)
    assert [gap for _, gap in settings] == sorted((gap for _, gap in settings), reverse=True)


def test_a_rate_beyond_what_was_measured_is_the_nearest_one():
    assert espeak_rate(1) == espeak_rate(55)
    assert espeak_rate(1000) == espeak_rate(281)
