"""The optional voice Pico. What needs the package `py-nanotts` is left out where it is not installed."""

import importlib.util

import pytest

from kiosk.content.model.library import Library
from kiosk.speech.drivers.pico import PART_CHARACTERS, SAMPLE_RATE, parts, pico_speed
from kiosk.speech.voice_process.voice import Voice, VoiceError
from kiosk.visit.session.settings import RATES_WPM
from tests.speech.measuring import Recording, sentences, words_a_minute

installed = importlib.util.find_spec("py_nanotts") is not None
with_pico = pytest.mark.skipif(not installed, reason="py-nanotts is not installed")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two!", ["One.", "Two!"]),
        ("One, two", ["One, two"]),
        ("", []),
        (" ... ", []),
        ("What? Yes; no: 3.", ["What?", "Yes;", "no:", "3."]),
    ],
)
def test_a_text_is_cut_where_a_voice_pauses(text: str, found: list[str]):
    assert parts(text) == found


def test_no_part_is_long_and_nothing_is_left_out():
    text = " ".join(f"word{n}" for n in range(400)) + " " + "x" * 1000
    found = parts(text)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(len(part) < PART_CHARACTERS + 20 for part in found[:-1])


def test_more_words_a_minute_are_a_higher_factor():
    factors = [pico_speed(wpm) for wpm in range(30, 300, 5)]
    assert factors == sorted(factors)
    assert 0.2 <= factors[0] < factors[-1] <= 5


@pytest.mark.skipif(installed, reason="py-nanotts is installed")
def test_without_its_package_it_is_no_voice():
    with pytest.raises(VoiceError, match="py_nanotts"):
        Voice(engine="pico")


@with_pico
@pytest.mark.parametrize("rate", RATES_WPM)
def test_each_rate_is_within_5_percent_of_what_it_says(library: Library, rate: int):
    voice = Voice(library.words, "pico")
    assert voice.sample_rate == SAMPLE_RATE
    texts = sentences(library, "en")[::6]
    assert words_a_minute(voice, texts, library, "en", rate) == pytest.approx(rate, rel=0.05)


@with_pico
def test_it_speaks_every_shipped_sentence_without_clipping(library: Library):
    voice = Voice(library.words, "pico")
    for text in sentences(library, "en")[::3]:
        recording = Recording()
        voice.speak(text, "en", 122, recording)
        assert 3000 < max(recording.heard) < 32_767


@with_pico
def test_a_language_that_it_does_not_have_is_told():
    with pytest.raises(VoiceError):
        Voice(engine="pico").speak("Hei", "fi", 122, Recording())
