"""What sounds is what is still wanted: anything that comes too late is dropped, each for its own reason."""

from array import array

import pytest

from kiosk.speech.messages import Done, Report
from kiosk.speech.voice_process.playback import EARLY_S, Playback
from tests.speech.fakes import RATE, FakePlayer

HELLO = array("h", [7] * 100)
DONE = Done(1)


class Scene:
    """A playback with an open player, and what it reported."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.playback = Playback(RATE, self.reports.append)
        self.player = FakePlayer()
        self.playback.attach(self.player)

    def play(self, samples: int) -> list[Report]:
        """All that has been reported once `samples` were played."""
        self.player.played = samples
        self.playback.report_due()
        return self.reports


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_a_mark_is_reported_when_its_sample_is_heard(scene: Scene):
    own = scene.playback.begin()
    assert scene.playback.put(own, HELLO) == 0
    assert scene.playback.put(own, HELLO) == 100
    scene.playback.mark(own, 150, DONE)
    assert scene.play(149) == []
    assert scene.play(150) == [DONE]


def test_after_a_flush_the_sound_the_marks_and_the_protection_of_before_are_dropped(scene: Scene):
    old = scene.playback.begin()
    scene.playback.put(old, HELLO)
    scene.playback.mark(old, 0, DONE)
    scene.playback.flush()
    assert scene.playback.put(old, HELLO) is None
    scene.playback.mark(old, 0, DONE)
    scene.playback.protect(old, 0, None)
    assert scene.player.written == 0
    assert not scene.playback.emergency_sounds
    assert scene.play(0) == []


def test_what_begins_after_a_flush_is_wanted(scene: Scene):
    scene.playback.flush()
    assert scene.playback.put(scene.playback.begin(), HELLO) == 0


@pytest.mark.parametrize("fault", ["gone", "stalled"])
def test_without_a_device_sound_is_dropped_and_nothing_waits_for_one(scene: Scene, fault: str):
    own = scene.playback.begin()
    if fault == "gone":
        assert scene.playback.detach() is scene.player
    else:
        scene.player.stalled = True
    assert scene.playback.put(own, HELLO) is None


def test_without_a_device_no_mark_is_heard(scene: Scene):
    own = scene.playback.begin()
    scene.playback.mark(own, 0, DONE)
    scene.playback.detach()
    assert scene.play(0) == []


def test_the_next_player_is_as_loud_as_the_one_before(scene: Scene):
    scene.playback.set_gain(-20)
    after = FakePlayer()
    scene.playback.attach(after)
    assert after.gain == scene.player.gain == pytest.approx(0.1)


def test_the_next_utterance_may_come_a_little_early_but_not_after_an_emergency_sentence(scene: Scene):
    own = scene.playback.begin()
    scene.playback.put(own, HELLO)
    assert scene.playback.seconds_left == pytest.approx(100 / RATE - EARLY_S)
    scene.playback.protect(own, 0, None)
    assert scene.playback.seconds_left == pytest.approx(100 / RATE)
