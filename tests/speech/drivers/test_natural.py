"""The natural voices: each language by its own driver, loaded when it is first spoken."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.speech.drivers import natural
from kiosk.speech.drivers.sample_driver import SampleDriver
from kiosk.speech.engines import ENGINES


class Fake(SampleDriver):
    """A driver that notes what it is asked for."""

    def __init__(self, proxy: Any, voice: str) -> None:
        super().__init__(proxy, natural.SAMPLE_RATE, {"xx": voice})
        self.done: list[object] = []

    def say(self, text: str) -> None:
        self.done.append(text)

    def stop(self) -> None:
        self.done.append("stop")

    def set_rate(self, wpm: float) -> None:
        self.done.append(wpm)


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> dict[str, Fake]:
    """The drivers that were loaded, by their voices."""
    made: dict[str, Fake] = {}

    def maker(voice: str) -> Any:
        return lambda proxy: made.setdefault(voice, Fake(proxy, voice))

    monkeypatch.setattr(natural, "is_installed", lambda name: True)
    monkeypatch.setattr(natural, "DRIVERS", {voice: maker(voice) for voice in natural.DRIVERS})
    return made


def test_without_its_packages_it_is_no_voice(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(natural, "is_installed", lambda name: False)
    with pytest.raises(ImportError, match="not installed"):
        natural.buildDriver(None)


def test_each_language_of_the_row_has_a_driver():
    assert set(natural.DRIVERS) == set(ENGINES["natural"].voices.values())


def test_a_voice_is_loaded_when_its_language_is_first_spoken(loaded: dict[str, Fake]):
    driver = natural.buildDriver(None)
    assert loaded == {}
    driver.setProperty("voice", "heart")
    assert list(loaded) == ["heart"]
    driver.setProperty("voice", "ef_dora")
    assert list(loaded) == ["heart", "ef_dora"]


def test_each_voice_is_given_the_rate_and_says_the_text(loaded: dict[str, Fake]):
    driver = natural.buildDriver(None)
    for voice, text in (("heart", "one"), ("ef_dora", "dos"), ("heart", "three")):
        driver.setProperty("voice", voice)
        driver.setProperty("rate", 155)
        driver.say(text)
    assert loaded["heart"].done == [155, "one", "three"]
    assert loaded["ef_dora"].done == [155, "dos"]


def test_a_stop_reaches_whatever_speaks(loaded: dict[str, Fake]):
    driver = natural.buildDriver(None)
    driver.setProperty("voice", "heart")
    driver.stop()
    assert loaded["heart"].done == ["stop"]


def test_another_language_is_told(loaded: dict[str, Fake]):
    with pytest.raises(ValueError, match="no natural voice “vi”"):
        natural.buildDriver(None).setProperty("voice", "vi")


def test_a_voice_that_is_damaged_is_tried_once_and_the_other_one_goes_on(
    loaded: dict[str, Fake], monkeypatch: pytest.MonkeyPatch
):
    tries: list[Any] = []

    def damaged(proxy: Any) -> Fake:
        tries.append(proxy)
        raise ImportError("damaged")

    monkeypatch.setitem(natural.DRIVERS, "ef_dora", damaged)
    driver = natural.buildDriver(None)
    for _ in range(2):
        with pytest.raises(ImportError, match="damaged"):
            driver.setProperty("voice", "ef_dora")
    driver.setProperty("voice", "heart")
    driver.say("one")
    assert len(tries) == 1
    assert loaded["heart"].done == ["one"]
