"""A slow voice starts as a quick one does, from memory or from the cache; else the quick one says the whole page."""

from __future__ import annotations

from array import array
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.machine.condition import note_made
from kiosk.speech.messages import Say
from kiosk.speech.ready.made import Count
from kiosk.speech.ready.render_cache import RenderCache
from kiosk.speech.ready.rendered import Rendered, Wanted
from kiosk.speech.spoken.spoken_form import Spans, SpokenForm, as_spoken, spoken_form
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.rendered_voice import RenderedVoice
from kiosk.speech.voice_process.voice import VoiceError
from tests.speech.fakes import FakeMaker, FakeVoice
from tests.speech.voice_process.test_renderer import wait_until

SLOW, QUICK = ord("s"), ord("q")
RATE = 8_000
"""Samples a second: Vorbis does not go down to that of the other stand-ins."""
SOUND = 100
"""Samples of a text in the cache."""


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
        self.loads = 0
        self.voice = RenderedVoice(RATE, self._load, {"en"}, self.quick, self.cache, pace)  # type: ignore[arg-type]
        self.numbers = count(1)

    def _load(self) -> FakeMaker:
        self.loads += 1
        if not self.works:
            raise VoiceError("the file is gone")
        return FakeMaker(self.engine)  # type: ignore[arg-type]

    def keeps(self, *texts: str, value: int = SLOW, language: str = "en") -> None:
        """Put `texts` into the cache, as loud as the sample that is heard of them."""
        for text in texts:
            self.cache.save(Wanted(text, language, 122), Rendered(array("h", [value] * SOUND), RATE))

    def page(self, *texts: str) -> list[str]:
        """Say a page; return by which voice each text was said."""
        number = next(self.numbers)
        says = [Say(at, text, "en", 122, page=number) for at, text in enumerate(texts)]
        self.voice.begin(says)
        return [self.by(say) for say in says]

    def by(self, say: Say) -> str:
        before = len(self.quick.said)
        recording = Recording()
        self.voice.speak(say.text, say.language, say.rate, recording, page=say.page)
        assert recording.heard
        return "quick" if len(self.quick.said) > before else "slow"

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
        Wanted("nine one one", "en", 122), Rendered(array("h", bytes(2_000)), RATE, ((0, 4, 10), (5, 3, 400)))
    )
    said = scene.says("911")
    assert said.samples == array("h", bytes(2_000))
    assert said.words == ((0, 3, 10), (0, 3, 400)), "the written number is lit"
    assert scene.quick.said == []


def test_words_come_after_the_samples_they_stand_in(folder: Path):
    scene = Scene(folder)
    scene.cache.save(Wanted("a b", "en", 122), Rendered(array("h", bytes(10_000)), RATE, ((0, 1, 0), (2, 1, 3_000))))
    order: list[object] = []

    class Order:
        def samples(self, data: array[int]) -> None:
            order.append(len(data))

        def word(self, start: int, length: int, at_sample: int) -> None:
            order.append((start, at_sample))

    scene.voice.speak("a b", "en", 122, Order())
    assert order == [400, (0, 0), 2_000, 2_000, (2, 3_000), 600]


def test_what_would_be_late_is_said_by_the_quick_voice(folder: Path):
    scene = Scene(folder, pace=100.0)
    assert set(scene.says("hello").samples) == {QUICK}


def test_what_is_made_in_time_is_said_by_the_slow_voice(folder: Path):
    scene = Scene(folder, pace=0.0)
    assert set(scene.says("hello").samples) == {SLOW}


def test_what_is_missing_on_a_page_is_made_for_the_next_time(folder: Path):
    scene = Scene(folder)
    scene.keeps("one")
    assert scene.page("one", "two") == ["quick", "quick"]
    wait_until(lambda: scene.voice._renderer.find(Wanted("two", "en", 122)) is not None)
    assert scene.page("one", "two") == ["slow", "slow"]
    assert scene.engine.said == ["two"], "it was made once"


def test_a_page_whose_texts_are_all_there_needs_no_engine(folder: Path):
    scene = Scene(folder)
    scene.keeps("one", "two")
    assert scene.page("one", "two") == ["slow", "slow"]
    assert scene.loads == 0


def test_an_engine_that_is_quick_enough_says_a_page_of_which_nothing_is_there(folder: Path):
    scene = Scene(folder, pace=0.0001)
    scene.voice._renderer.load_voice()
    wait_until(lambda: scene.voice._renderer.seconds_for(Wanted("one", "en", 122)) < 1)
    assert scene.page("one", "two") == ["slow", "slow"]


def test_a_page_that_goes_on_after_an_interruption_keeps_its_voice(folder: Path):
    scene = Scene(folder)
    scene.keeps("one")
    says = [Say(1, "one", "en", 122, page=1), Say(2, "two", "en", 122, page=1)]
    scene.voice.begin(says)
    assert scene.by(says[0]) == "quick"
    scene.keeps("two", "faster")
    again = [Say(3, "faster", "en", 122, page=3), Say(4, "two", "en", 122, page=1)]
    scene.voice.begin(again)
    assert [scene.by(say) for say in again] == ["slow", "quick"]


def test_a_voice_that_fails_in_the_middle_hands_all_that_is_left_to_the_quick_one(folder: Path):
    scene = Scene(folder, works=False)
    scene.keeps("one", "two", "three")
    says = [Say(at, text, "en", 122, page=1) for at, text in enumerate(("one", "two", "three"))]
    scene.voice.begin(says)
    assert scene.by(says[0]) == "slow"
    scene.cache.delete(Wanted("two", "en", 122))
    assert [scene.by(say) for say in says[1:]] == ["quick", "quick"]


@given(
    there=st.lists(st.booleans(), min_size=1, max_size=8), pace=st.sampled_from([None, 0.0001, 100.0]), data=st.data()
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_voice_says_a_page_whatever_is_there_and_whatever_comes_meanwhile(
    folder: Path, there: list[bool], pace: float | None, data: st.DataObject
):
    scene = Scene(folder, pace)
    if pace is not None:
        scene.voice._renderer.load_voice()
        wait_until(lambda: scene.voice._renderer.seconds_for(Wanted("a", "en", 122)) < 1_000)
    name = f"{data.draw(st.uuids())}".replace("-", "")
    texts = ["".join(chr(ord("a") + int(each, 16)) for each in name) + " x" * at for at in range(len(there))]
    scene.keeps(*(text for text, is_there in zip(texts, there, strict=True) if is_there))
    page = [Say(at, text, "en", 122, page=1) for at, text in enumerate(texts)]
    scene.voice.begin(page)
    heard = []
    for say in page:
        heard.append(scene.by(say))
        if data.draw(st.booleans()):  # a text is made ahead while the page is being said
            scene.keeps(data.draw(st.sampled_from(texts)))
    assert len(set(heard)) == 1
    if all(there):
        assert set(heard) == {"slow"}


def test_somebody_who_comes_before_all_is_made_finds_the_engine_loaded(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("STATE_DIRECTORY", str(folder / "state"))
    scene = Scene(folder)
    note_made([Count("en", 3, 3, 3, 21)])
    scene.voice.wake()
    assert scene.loads == 0, "everything at the usual speed is there"
    note_made([Count("en", 2, 3, 2, 21)])
    scene.voice.wake()
    wait_until(lambda: scene.loads == 1)


def test_another_language_is_left_to_the_quick_voice(folder: Path):
    scene = Scene(folder, pace=0.0)
    scene.voice.begin([Say(1, "hola", "es", 122)])
    assert set(scene.says("hola", "es").samples) == {QUICK}
    assert scene.engine.said == []


def test_an_engine_that_cannot_be_loaded_is_replaced_by_the_quick_voice(folder: Path):
    scene = Scene(folder, pace=0.0, works=False)
    assert set(scene.says("hello").samples) == {QUICK}


def test_an_entry_at_another_sample_rate_is_not_used(folder: Path):
    scene = Scene(folder, pace=100.0)
    scene.cache.save(Wanted("hello", "en", 122), Rendered(array("h", [7] * 10), RATE * 8))
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
