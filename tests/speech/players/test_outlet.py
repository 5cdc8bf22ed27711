"""Where speech goes: what is plugged in decides, and is known for what was opened last."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.speech.players import SoundError, outlet
from kiosk.speech.players.headphones import Headphones
from kiosk.speech.players.outlet import Outlet
from tests.speech.fakes import RATE, FakePlayer


class Plug:
    """A headphone watch that knows what the test says."""

    def __init__(self) -> None:
        self.headphones_now: Headphones | None = None
        self.volumes_set: list[int | None] = []

        self.percents: dict[str, int] = {}
        self.volumes_changed: Callable[[], object] = lambda: None

    def watch(self, on_change: object, on_volume: Callable[[], object]) -> Plug:
        self.volumes_changed = on_volume
        return self

    def headphones(self, patience_s: float) -> Headphones | None:
        return self.headphones_now

    def opened(self, volume: int | None) -> FakePlayer:
        self.volumes_set.append(volume)
        return FakePlayer()


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Plug:
    plug = Plug()
    monkeypatch.setattr(outlet, "HeadphoneWatch", plug.watch)
    monkeypatch.setattr(outlet, "open_player", lambda rate, volume: plug.opened(volume))
    monkeypatch.setattr(outlet, "PulsePlayer", lambda rate, sink: FakePlayer())
    return plug


def test_it_is_the_loudspeaker_until_headphones_are_plugged_in_and_again_after_that(plug: Plug):
    way = Outlet(False, lambda plugged, first: None)
    found = []
    for headphones in (None, Headphones("a headset"), None):
        plug.headphones_now = headphones
        way.open(RATE)
        found.append(way.on_loudspeaker)
    assert found == [True, False, True]


def test_where_only_headphones_may_sound_it_is_never_the_loudspeaker(plug: Plug):
    way = Outlet(True, lambda plugged, first: None)
    assert not way.on_loudspeaker
    with pytest.raises(SoundError):
        way.open(RATE)
    assert not way.on_loudspeaker
    plug.headphones_now = Headphones("a headset")
    way.open(RATE)
    assert not way.on_loudspeaker


def test_the_system_volume_is_set_once_so_that_nobody_is_overruled_later(plug: Plug):
    way = Outlet(False, lambda plugged, first: None, volume=80)
    way.open(RATE)
    way.open(RATE)
    assert plug.volumes_set == [80, None]


def test_headphones_keep_their_own_volume(plug: Plug):
    plug.headphones_now = Headphones("a headset")
    Outlet(False, lambda plugged, first: None, volume=80).open(RATE)
    assert plug.volumes_set == []


def test_the_volume_of_what_plays_is_told_when_it_changes_and_no_other(plug: Plug):
    told: list[int] = []
    way = Outlet(False, lambda plugged, first: None, told.append)
    plug.percents = {FakePlayer.sink: 5}
    plug.volumes_changed()
    assert told == [], "nothing plays yet"
    way.open(RATE)
    for percents in ({FakePlayer.sink: 5, "hdmi": 0}, {FakePlayer.sink: 5, "hdmi": 90}, {FakePlayer.sink: 70}):
        plug.percents = percents
        plug.volumes_changed()
    assert told == [5, 70]


def test_the_volume_at_which_a_device_was_opened_is_told(plug: Plug, monkeypatch: pytest.MonkeyPatch):
    told: list[int] = []
    monkeypatch.setattr(FakePlayer, "percent", 3)
    Outlet(False, lambda plugged, first: None, told.append).open(RATE)
    assert told == [3]
