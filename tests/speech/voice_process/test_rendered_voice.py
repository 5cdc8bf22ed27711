"""A slow voice starts as a quick one does: from memory, from the cache, or with the quick one's help."""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import Any

import pytest

from kiosk.speech.spoken.spoken_form import Spans, SpokenForm, as_spoken, spoken_form
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.render_cache import RenderCache
from kiosk.speech.voice_process.rendered import Rendered, Wanted
from kiosk.speech.voice_process.rendered_voice import RenderedVoice
from kiosk.speech.voice_process.voice import VoiceError
from tests.speech.fakes import RATE, FakeVoice

SLOW, QUICK = ord("s"), ord("q")


class Named(FakeVoice):
    """Every sample is the voice's own."""

    def __init__(self, sample: int) -> None:
        super().__init__()
        self.sample = sample
        self.said: list[str] = []

    def form(self, text: str, language: str, numbers: Spans = ()) -> SpokenForm:
        return spoken_form(text, language, numbers=numbers)

    def say_form(self, form: SpokenForm, language: str, rate: float, sink: Any) -> None:
        self.said.append(form.text)
        sink.samples(array("h", [self.sample] * 100 * len(form.text.split())))
        sink.word(*form.written(0, 1), 0)


class Scene:
    """A slow voice, its engine, the quick voice, and a cache."""

    def __init__(self, folder: Path, pace: float | None = None, works: bool = True) -> None:
        self.engine, self.quick = Named(SLOW), Named(QUICK)
        self.cache = RenderCache(folder, "slow")
        self.works = works
        self.voice = RenderedVoice(RATE, self._load, {"en"}, self.quick, self.cache, pace)  # type: ignore[arg-type]

    def _load(self) -> Any:
        if not self.works:
            raise VoiceError("the file is gone")
        return self.engine

    def says(self, text: str, language: str = "en") -> Rendered:
        recording = Recording()
        self.voice.speak(text, language, 122, recording)
        return Rendered(recording.heard, RATE, tuple(recording.words))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with RenderCache(tmp_path, "slow").writing():
        return tmp_path


def test_what_is_in_the_cache_is_said_from_there_and_no_engine_is_loaded(folder: Path):
    scene = Scene(folder, works=False)
    scene.cache.save(
        Wanted("nine one one", "en", 122), Rendered(array("h", [7] * 1000), RATE, ((0, 4, 10), (5, 3, 400)))
    )
    said = scene.says("911")
    assert said.samples == array("h", [7] * 1000)
    assert said.words == ((0, 3, 10), (0, 3, 400)), "the written number is lit"
    assert scene.quick.said == []


def test_words_come_after_the_samples_they_stand_in(folder: Path):
    scene = Scene(folder)
    scene.cache.save(Wanted("a b", "en", 122), Rendered(array("h", [7] * 1000), RATE, ((0, 1, 0), (2, 1, 600))))
    order: list[object] = []

    class Order:
        def samples(self, data: array[int]) -> None:
            order.append(len(data))

        def word(self, start: int, length: int, at_sample: int) -> None:
            order.append((start, at_sample))

    scene.voice.speak("a b", "en", 122, Order())
    assert order == [250, (0, 0), 250, 250, (2, 600), 250]


def test_what_would_be_late_is_said_by_the_quick_voice(folder: Path):
    scene = Scene(folder, pace=100.0)
    assert set(scene.says("hello").samples) == {QUICK}


def test_what_is_made_in_time_is_said_by_the_slow_voice(folder: Path):
    scene = Scene(folder, pace=0.0)
    assert set(scene.says("hello").samples) == {SLOW}


def test_what_was_prepared_is_said_by_the_slow_voice(folder: Path):
    scene = Scene(folder, pace=0.0)
    scene.voice.prepare("hello", "en", 122)
    assert set(scene.says("hello").samples) == {SLOW}
    assert scene.engine.said == ["hello"], "it was made once"


def test_what_is_cached_is_not_prepared(folder: Path):
    scene = Scene(folder)
    scene.cache.save(Wanted("hello", "en", 122), Rendered(array("h", [7] * 10), RATE))
    scene.voice.prepare("hello", "en", 122)
    assert set(scene.says("hello").samples) == {7}
    assert scene.engine.said == []


def test_another_language_is_left_to_the_quick_voice(folder: Path):
    scene = Scene(folder, pace=0.0)
    scene.voice.prepare("hola", "es", 122)
    assert set(scene.says("hola", "es").samples) == {QUICK}
    assert scene.engine.said == []


def test_an_engine_that_cannot_be_loaded_is_replaced_by_the_quick_voice(folder: Path):
    scene = Scene(folder, pace=0.0, works=False)
    assert set(scene.says("hello").samples) == {QUICK}


def test_an_entry_at_another_sample_rate_is_not_used(folder: Path):
    scene = Scene(folder, pace=100.0)
    scene.cache.save(Wanted("hello", "en", 122), Rendered(array("h", [7] * 10), RATE * 2))
    assert set(scene.says("hello").samples) == {QUICK}


def test_speaking_writes_nothing_to_the_disk(folder: Path):
    before = sorted(folder.iterdir())
    scene = Scene(folder, pace=0.0)
    scene.says("a visitor's words")
    scene.voice.rest()
    assert sorted(folder.iterdir()) == before


def test_a_read_only_or_missing_folder_changes_nothing(tmp_path: Path):
    scene = Scene(tmp_path / "nowhere", pace=0.0)
    assert set(scene.says("hello").samples) == {SLOW}


def test_nothing_to_say_is_nothing(folder: Path):
    scene = Scene(folder, pace=0.0)
    scene.says("  ")
    assert scene.engine.said == []


def test_a_stop_ends_what_is_handed_on(folder: Path):
    scene = Scene(folder)
    scene.cache.save(Wanted("a", "en", 122), Rendered(array("h", [7] * 10_000), RATE))
    taken: list[int] = []

    class Stops:
        def samples(self, data: array[int]) -> None:
            taken.append(len(data))
            scene.voice.stop()

        def word(self, start: int, length: int, at_sample: int) -> None:
            raise AssertionError("there is no word")

    scene.voice.speak("a", "en", 122, Stops())
    assert len(taken) == 1


def test_a_spoken_form_is_itself():
    form = as_spoken("nine one one")
    assert form.written(5, 3) == (5, 3)
