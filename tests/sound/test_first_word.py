"""The first word is never lost, although the device sleeps and swallows what comes while it wakes."""

from __future__ import annotations

import os
import queue
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kiosk.speech.messages import Done, Ready, Report, Rest, Say, Sound, SystemVolume, Wake, encode
from kiosk.speech.narrator.voice_client import VoiceClient
from kiosk.speech.voice_process.voice import Voice
from tests.sound.doctor import doctor_on_sound
from tests.sound.envelope import envelope, likeness, spoken
from tests.sound.recogniser import pieces
from tests.sound.sleepy_screen import SleepyScreen
from tests.sound.sound_server import RATE, SoundServer

TEXT = "Breathing problems are a reason to ask for help at once."
WPM = 155
ALIKE = 0.9


@pytest.fixture
def screen(server: SoundServer) -> SleepyScreen:
    screen = SleepyScreen(server)
    screen.wait_until(sleeps=True)
    screen.wakings = 0
    screen.samples = array("h")
    return screen


class Process:
    """A voice process, and what it has reported."""

    def __init__(self, *options: str) -> None:
        self._reports: queue.Queue[Report] = queue.Queue()
        self.client = VoiceClient(lambda client, report: self._reports.put(report), lambda client: None, options)

    def send(self, *commands: Say | Rest | Wake) -> None:
        self.client.send(b"".join(map(encode, commands)))

    def wait_for(self, wanted: Report) -> None:
        while self._reports.get(timeout=20) != wanted:
            pass


@contextmanager
def process(server: SoundServer, *options: str) -> Iterator[Process]:
    before = {name: os.environ.get(name) for name in server.environment}
    os.environ.update(server.environment)
    try:
        process = Process(*options)
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)
    try:
        yield process
    finally:
        process.client.close()


def whole(screen: SleepyScreen, start: int) -> bool:
    """Whether TEXT was heard from its first word to its last."""
    heard = screen.samples[start:]
    expected = spoken(Voice(), TEXT, "en", WPM)
    return any(likeness(envelope(piece, RATE), expected) > ALIKE for piece in pieces(heard, pause_s=0.6))


def test_what_is_said_as_soon_as_the_voice_is_there_is_heard_from_its_first_word_on(
    server: SoundServer, screen: SleepyScreen
):
    with process(server) as voice:
        voice.send(Say(1, TEXT, "en", WPM))
        voice.wait_for(Done(1))
        time.sleep(1.0)  # what the device has not played yet
    assert screen.wakings == 1
    assert whole(screen, 0)


def test_while_nobody_is_there_the_device_stays_awake_so_that_the_next_first_word_is_whole(
    server: SoundServer, screen: SleepyScreen
):
    with process(server) as voice:
        voice.wait_for(Sound(True, "PulseAudio"))
        voice.send(Wake(), Rest())
        time.sleep(4.0)  # far longer than the server lets a device idle
        assert not screen.sleeps
        start = len(screen.samples)
        voice.send(Say(1, TEXT, "en", WPM))
        voice.wait_for(Done(1))
        time.sleep(1.0)
    assert screen.wakings == 1
    assert whole(screen, start)


def test_a_device_that_is_let_to_sleep_by_force_loses_words_so_the_tests_above_would_notice(
    server: SoundServer, screen: SleepyScreen
):
    with process(server) as voice:
        voice.wait_for(Sound(True, "PulseAudio"))
        time.sleep(2.5)
        screen.pactl("suspend-sink", "screen", "1")
        screen.wait_until(sleeps=True)
        time.sleep(1.0)
        start = len(screen.samples)
        voice.send(Say(1, TEXT, "en", WPM))
        time.sleep(0.2)
        screen.pactl("suspend-sink", "screen", "0")
        voice.wait_for(Done(1))
        time.sleep(1.0)
    assert screen.wakings > 1
    assert not whole(screen, start)


def test_the_system_volume_is_set_at_the_start_and_told(server: SoundServer, screen: SleepyScreen):
    screen.pactl("set-sink-volume", "screen", "3%")
    screen.pactl("set-sink-mute", "screen", "1")
    with process(server) as voice:
        voice.wait_for(SystemVolume(0))
    with process(server, "--system-volume", "80") as voice:
        voice.wait_for(SystemVolume(80))
        screen.pactl("set-sink-volume", "screen", "5%")
        voice.wait_for(SystemVolume(5))
    assert "no" in screen.pactl("get-sink-mute", "screen")


def test_doctor_tells_when_hardly_anybody_can_hear_it(server: SoundServer, screen: SleepyScreen):
    assert doctor_on_sound(server)["state"] == "good"
    screen.pactl("set-sink-volume", "screen", "4%")
    found = doctor_on_sound(server)
    assert found["state"] == "bad"
    assert "4 %" in found["found"]
    assert "system-volume: 80" in found["to_do"]
    screen.pactl("set-sink-mute", "screen", "1")
    assert "muted" in doctor_on_sound(server)["found"]


def test_without_a_server_nothing_is_said_to_work(server: SoundServer):
    server.stop()
    with process(server) as voice:
        voice.wait_for(Ready())
        while not isinstance(report := voice._reports.get(timeout=20), Sound):
            pass
        assert not report.works
