"""The optional voice hibari. What needs the package `hibari-tts` is left out where it is not installed."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from kiosk.content.model.library import Library
from kiosk.speech.drivers import hibari as driver
from kiosk.speech.ready.rendered import Rendered
from kiosk.speech.voice_config import VoiceConfig
from kiosk.speech.voice_process.rendered_voice import RenderedVoice
from kiosk.speech.voice_process.voice import Voice, VoiceError
from kiosk.speech.voice_process.voice_factory import languages_of, make_voice
from kiosk.visit.session.settings import RATES_WPM, START_RATE
from tests.speech.measuring import Recording, pitches, sentences, words_a_minute

installed = importlib.util.find_spec("hibari") is not None
with_hibari = pytest.mark.skipif(not installed, reason="hibari-tts is not installed")
WOMAN_HZ = (100, 400)


@pytest.fixture(scope="module")
def voice(library: Library) -> Voice:
    return Voice(library.words, "hibari")


def rendered(voice: Voice, text: str, rate: int = 122) -> Rendered:
    recording = Recording()
    voice.speak(text, "en", rate, recording)
    return Rendered(recording.heard, voice.sample_rate, tuple(recording.words))


@pytest.mark.skipif(installed, reason="hibari-tts is installed")
def test_without_its_package_it_is_no_voice():
    with pytest.raises(VoiceError, match="hibari-tts is not installed"):
        Voice(engine="hibari")


def test_with_or_without_its_package_something_speaks(tmp_path: Path):
    voice = make_voice(VoiceConfig("hibari", cache=tmp_path))
    assert isinstance(voice, RenderedVoice)
    recording = Recording()
    voice.speak("hello", "en", 122, recording)
    assert max(recording.heard) > 3000


def test_it_speaks_english_and_no_other_language():
    assert languages_of(VoiceConfig("hibari")) == {"en"}


@with_hibari
def test_another_language_is_told(voice: Voice):
    with pytest.raises(VoiceError):
        voice.speak("Hola", "es", 122, Recording())


@with_hibari
@pytest.mark.parametrize("rate", RATES_WPM)
def test_each_rate_is_within_5_percent_of_what_it_says(voice: Voice, library: Library, rate: int):
    texts = sorted(sentences(library, "en"), key=len)[10::20]  # as quick as all of them, by less than 2 %
    assert words_a_minute(voice, texts, library, "en", rate) == pytest.approx(rate, rel=0.05)


@with_hibari
def test_the_pitch_stays_within_3_percent_at_every_rate(voice: Voice, library: Library):
    texts = sorted(sentences(library, "en"), key=len)[20::20]
    found = {}
    for rate in (RATES_WPM[0], RATES_WPM[START_RATE], RATES_WPM[4], RATES_WPM[-1]):
        recording = Recording()
        for text in texts:
            voice.speak(text, "en", rate, recording)
        found[rate] = median(pitches(recording.heard, voice.sample_rate, WOMAN_HZ))
    start = found[RATES_WPM[START_RATE]]
    assert all(pitch == pytest.approx(start, rel=0.03) for pitch in found.values()), found


@with_hibari
def test_every_word_of_the_topics_is_told_in_its_place(voice: Voice, library: Library):
    for text in sentences(library, "en")[::12]:
        sound = rendered(voice, text)
        times = [at for _, _, at in sound.words]
        assert times == sorted(times)
        assert times[0] == 0
        assert times[-1] < len(sound.samples)
        told = {text[start : start + length] for start, length, _ in sound.words}
        left = {word.strip(".,;:!?“”()—") for word in text.split()} - told
        assert not [word for word in left if word and not any(word in each for each in told)], text


@with_hibari
def test_the_word_after_a_silence_is_told_where_the_sound_begins(voice: Voice):
    sound = rendered(voice, "Tell us. Stop.")
    (begins,) = [at for start, _, at in sound.words if start == 9]
    before = sound.samples[begins - 1_200 : begins]
    after = sound.samples[begins : begins + 7_200]
    assert max(map(abs, before)) < 300 < 3000 < max(map(abs, after))


@with_hibari
def test_a_sentence_that_is_too_long_for_the_model_keeps_its_words_in_their_places(voice: Voice):
    sound = rendered(voice, ", ".join(["pain that lasts"] * 40) + ", stop")
    last = sound.words[-1][2]
    assert 0.15 < (len(sound.samples) - last) / voice.sample_rate < 0.9


@with_hibari
def test_signs_that_are_no_words_are_no_fault(voice: Voice):
    assert not rendered(voice, "… — …").samples


@with_hibari
def test_it_is_loud_enough_and_never_clips(voice: Voice, library: Library):
    for text in sentences(library, "en")[::12]:
        assert 3000 < max(map(abs, rendered(voice, text).samples)) < 32_767


@with_hibari
def test_it_begins_at_once(voice: Voice):
    assert max(map(abs, rendered(voice, "The signs.").samples[: voice.sample_rate // 20])) > 300


@with_hibari
def test_a_text_always_sounds_the_same(voice: Voice):
    assert rendered(voice, "The signs.") == rendered(voice, "The signs.")


@with_hibari
def test_text_cannot_give_it_phonemes(voice: Voice):
    tricky = rendered(voice, "Say [hello](/ˈOvəɹ/) now.")
    assert len(tricky.samples) > len(rendered(voice, "Say hello now.").samples)
    told = {each[:2] for each in tricky.words}
    assert (5, 5) in told


@with_hibari
def test_a_damaged_model_is_no_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import hibari.voices

    damaged = tmp_path / "hibari.onnx"
    damaged.write_bytes(Path(hibari.voices.voice_path("heart")).read_bytes()[:100_000])
    monkeypatch.setattr(hibari.voices, "voice_path", lambda name, download_missing: damaged)
    with pytest.raises(ImportError, match="is damaged"):
        driver.load()


@with_hibari
def test_nothing_is_fetched_from_the_network(monkeypatch: pytest.MonkeyPatch):
    import hibari.voices

    def fetch(*arguments: Any) -> None:
        raise AssertionError(arguments)

    monkeypatch.setattr(hibari.voices, "download", fetch)
    driver.load()
