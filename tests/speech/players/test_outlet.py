"""Where speech goes: what is plugged in decides, and is known for what was opened last."""

from __future__ import annotations

import pytest

from kiosk.speech.players import SoundError, outlet
from kiosk.speech.players.headphones import Headphones
from kiosk.speech.players.outlet import Outlet
from tests.speech.fakes import RATE, FakePlayer


class Plug:
    """A headphone watch that knows what the test says."""

    def __init__(self) -> None:
        self.headphones_now: Headphones | None = None

    def headphones(self, patience_s: float) -> Headphones | None:
        return self.headphones_now


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Plug:
    plug = Plug()
    monkeypatch.setattr(outlet, "HeadphoneWatch", lambda on_change: plug)
    monkeypatch.setattr(outlet, "open_player", lambda rate: FakePlayer())
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
