"""The renderer makes texts ahead with a slow voice, and says when it would be late."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from kiosk.speech.ready.rendered import Wanted
from kiosk.speech.spoken.spoken_form import SpokenForm
from kiosk.speech.voice_process.renderer import AHEAD, CRASHES, KEPT_S, Renderer
from kiosk.speech.voice_process.voice import VoiceError
from tests.speech.fakes import Clock, FakeMaker, FakeVoice

DEADLINE_S = 20


class SlowEngine(FakeVoice):
    """Takes a second of the test's clock for each text, and waits until it is let."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.clock = clock
        self.let = threading.Semaphore(0)
        self.asked: list[str] = []

    def say_form(self, form: SpokenForm, language: str, rate: float, listener: Any) -> None:
        self.asked.append(form.text)
        self.let.acquire()  # in a thread that ends with the tests
        self.clock.now += 1
        self.speak(form.text, language, rate, listener)


class Workshop:
    """A renderer, its slow engine and its clock."""

    def __init__(self, pace: float | None = None) -> None:
        self.clock = Clock()
        self.engine = SlowEngine(self.clock)
        self.loaded: list[FakeMaker] = []
        self.renderer = Renderer(self._load, pace, self.clock)

    def _load(self) -> FakeMaker:
        self.loaded.append(FakeMaker(self.engine))  # type: ignore[arg-type]
        return self.loaded[-1]

    def make(self, *texts: str) -> None:
        """Lets all of `texts`, which wait, be made."""
        for _ in texts:
            self.engine.let.release()
        wait_until(lambda: all(self.renderer.find(wanted(text)) for text in texts))


def wanted(text: str) -> Wanted:
    return Wanted(text, "en", 122)


def wait_until(true: Any) -> None:
    done = threading.Event()
    for _ in range(DEADLINE_S * 100):
        if true():
            return
        done.wait(0.01)
    raise AssertionError("it did not happen")


def never() -> bool:
    return False


def test_what_is_prepared_is_found_with_its_words():
    shop = Workshop()
    shop.renderer.prepare([wanted("one two")])
    shop.make("one two")
    rendered = shop.renderer.find(wanted("one two"))
    assert rendered is not None
    assert len(rendered.samples) == 200
    assert rendered.words == ((0, 3, 0), (4, 3, 100))


def test_nothing_is_made_twice():
    shop = Workshop()
    for _ in range(3):
        shop.renderer.prepare([wanted("a")])
    shop.make("a")
    shop.renderer.prepare([wanted("a")])
    shop.renderer.prepare([wanted("b")])
    shop.make("b")
    assert shop.engine.asked == ["a", "b"]


def test_a_voice_that_is_still_to_be_loaded_is_not_waited_for_but_makes_the_text_for_another_time():
    shop = Workshop()
    assert shop.renderer.obtain(wanted("a"), 100, never) is None
    shop.make("a")
    assert shop.renderer.obtain(wanted("a"), 0, never) is not None


def test_a_text_that_can_be_made_in_time_is_waited_for():
    shop = Workshop(pace=0.01)
    shop.engine.let.release()
    assert shop.renderer.obtain(wanted("a"), 10, never) is not None


def test_a_text_that_would_be_late_is_not_waited_for():
    shop = Workshop(pace=1.0)
    assert shop.renderer.obtain(wanted("too long"), 2, never) is None


def test_what_waits_before_a_text_counts():
    shop = Workshop(pace=1.0)
    shop.renderer.prepare([wanted("abcdef")])
    wait_until(lambda: shop.engine.asked)
    assert shop.renderer.obtain(wanted("xyz"), 5, never) is None


def test_what_is_asked_for_goes_before_what_is_prepared():
    shop = Workshop(pace=1.0)
    for text in ("a", "b", "c"):
        shop.renderer.prepare([wanted(text)])
    wait_until(lambda: shop.engine.asked)
    shop.renderer.obtain(wanted("c"), 0, never)
    shop.make("a", "b", "c")
    assert shop.engine.asked == ["a", "c", "b"]


def test_who_waits_may_give_up():
    shop = Workshop(pace=0.01)
    given_up = threading.Event()
    found: list[object] = []
    asker = threading.Thread(target=lambda: found.append(shop.renderer.obtain(wanted("a"), 9, given_up.is_set)))
    asker.start()
    wait_until(lambda: shop.engine.asked)
    given_up.set()
    shop.renderer.nudge()
    asker.join(DEADLINE_S)
    assert found == [None]
    shop.engine.let.release()


def test_the_pace_is_learnt():
    shop = Workshop()
    shop.renderer.prepare([wanted("abcd")])  # a second: four characters a second
    shop.make("abcd")
    assert shop.renderer.obtain(wanted("abcdefgh"), 1.9, never) is None
    shop.engine.let.release()
    wait_until(lambda: shop.renderer.find(wanted("abcdefgh")))


def test_only_so_much_waits_and_the_earliest_of_it():
    shop = Workshop()
    texts = [f"a{number}" for number in range(AHEAD + 5)]
    shop.renderer.prepare([wanted(text) for text in texts])
    shop.make(*texts[:AHEAD])
    shop.renderer.prepare([wanted("b")])
    shop.make("b")
    assert shop.engine.asked == [*texts[:AHEAD], "b"]


def test_the_voice_is_let_go_at_rest_and_another_one_loaded_when_somebody_comes_again():
    shop = Workshop()
    shop.renderer.prepare([wanted("a")])
    shop.make("a")
    shop.renderer.forget()
    assert [maker.closed for maker in shop.loaded] == [True]
    shop.renderer.prepare([wanted("a")])
    shop.make("a")
    assert [maker.closed for maker in shop.loaded] == [True, False]


def test_a_voice_can_be_loaded_before_there_is_anything_to_make():
    shop = Workshop()
    shop.renderer.load_voice()
    wait_until(lambda: shop.loaded)
    assert shop.engine.asked == []


def test_how_long_a_text_takes_is_known_once_the_voice_has_made_one():
    shop = Workshop()
    assert shop.renderer.seconds_for(wanted("ab")) == float("inf")
    shop.renderer.prepare([wanted("abcd")])
    shop.make("abcd")
    assert shop.renderer.seconds_for(wanted("abcd")) == 0.0
    assert shop.renderer.seconds_for(wanted("ab")) == 0.5
    shop.renderer.forget()
    assert shop.renderer.seconds_for(wanted("ab")) == float("inf"), "no voice is loaded"


def test_a_voice_that_crashes_again_and_again_is_given_up():
    class Crashing:
        def make(self, wanted: Wanted) -> None:
            raise VoiceError("it has crashed")

        def close(self) -> None:
            raise AssertionError("it has ended by itself")

    loaded: list[Crashing] = []

    def load() -> Crashing:
        loaded.append(Crashing())
        return loaded[-1]

    renderer = Renderer(load)
    renderer.prepare([wanted(f"a{number}") for number in range(CRASHES + 2)])
    wait_until(lambda: len(loaded) == CRASHES)
    wait_until(lambda: renderer.seconds_for(wanted("b")) == float("inf"))
    assert renderer.obtain(wanted("b"), 100, never) is None
    assert len(loaded) == CRASHES


def test_forgetting_forgets_what_is_being_made_too():
    shop = Workshop()
    shop.renderer.prepare([wanted("a")])
    wait_until(lambda: shop.engine.asked)
    shop.renderer.forget()
    shop.engine.let.release()
    shop.renderer.prepare([wanted("b")])
    shop.make("b")
    assert shop.renderer.find(wanted("a")) is None


def test_the_oldest_sound_makes_room():
    shop = Workshop()
    long = " ".join("abcdefghij" for _ in range(int(KEPT_S * 6)))  # each of these is 0.6 of what is kept
    for text in (f"one {long}", f"two {long}"):
        shop.renderer.prepare([wanted(text)])
        shop.engine.let.release()
        wait_until(lambda text=text: shop.renderer.find(wanted(text)))
    assert shop.renderer.find(wanted(f"one {long}")) is None


def test_a_text_that_cannot_be_said_is_not_tried_again():
    shop = Workshop(pace=0.01)
    shop.engine.let.release()
    assert shop.renderer.obtain(wanted("no!"), 10, never) is None
    assert shop.renderer.obtain(wanted("no!"), 10, never) is None
    assert shop.engine.asked == ["no!"]


@pytest.mark.parametrize("first", ["prepare", "obtain"])
def test_without_a_voice_there_is_nothing(first: str):
    def load() -> Any:
        raise VoiceError("no such file")

    renderer = Renderer(load, 0.01)
    if first == "prepare":
        renderer.prepare([wanted("a")])
    assert renderer.obtain(wanted("a"), 0.01, never) is None
    wait_until(lambda: renderer.obtain(wanted("b"), 100, never) is None)


def test_what_one_language_takes_says_nothing_of_another():
    shop = Workshop()
    shop.renderer.prepare([wanted("Ten letters")])
    shop.make("Ten letters")
    assert shop.renderer.seconds_for(wanted("Ten others!")) == 1.0
    assert shop.renderer.seconds_for(Wanted("Diez letras", "es", 122)) == float("inf")
