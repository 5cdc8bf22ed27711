"""Headphones alone are spoken to while they are in, and unplugging them never turns the loudspeaker on."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.pty.terminal import KIOSK, Terminal
from tests.sound.doctor import doctor_on_sound
from tests.sound.headset import Headset
from tests.sound.sound_server import RATE, SoundServer


@pytest.fixture
def headset(server: SoundServer) -> Iterator[Headset]:
    headset = Headset(server)
    yield headset
    headset.end()


def kiosk(server: SoundServer, sound: str = "loudspeaker") -> Terminal:
    device = server.folder / "device.yaml"
    device.write_text(f"text-size: plain\nsound: {sound}\n")
    terminal = Terminal((*KIOSK, "run", "--device", str(device)), environment=server.environment)
    terminal.wait_for("Before you start")
    return terminal


def live_for(terminal: Terminal, seconds: float) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        terminal.read(left)


def test_plugging_in_reads_the_page_from_the_top_to_the_headphones_alone(server: SoundServer, headset: Headset):
    with kiosk(server) as terminal:
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        server.wait_for_sound(0)
        terminal.send("1")
        terminal.wait_for("Symptoms")
        live_for(terminal, 1.0)
        headset.plug_in()
        headset.wait_for_sound()  # a sink of this kind keeps the first two seconds of its life to itself
        quiet_from = server.now
        live_for(terminal, 1.0)
        assert server.loud_since(quiet_from) is None, "the loudspeaker still sounds"


def test_unplugging_is_followed_by_silence_until_sound_is_asked_for(server: SoundServer, headset: Headset):
    headset.plug_in()
    with kiosk(server) as terminal:
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        terminal.send("1")
        terminal.wait_for("Symptoms")
        headset.wait_for_sound()
        live_for(terminal, 1.0)
        assert server.loud_since(0) is None, "the loudspeaker sounds beside the headphones"
        unplugged = headset.unplug()
        terminal.wait_for("Headphones unplugged")
        print(f"unplugged to the remark: {(time.monotonic() - unplugged) * 1000:.0f} ms")  # noqa: T201
        terminal.send("\x1b[B")
        terminal.send("\x1b[B")
        live_for(terminal, 1.5)
        assert server.loud_since(0) is None, "the loudspeaker took over unasked"
        start = server.now
        terminal.send(" ")
        server.wait_for_sound(start)


def test_plugging_in_wakes_a_kiosk_that_nobody_uses(server: SoundServer, headset: Headset):
    with kiosk(server) as terminal:
        live_for(terminal, 1.0)
        headset.plug_in()
        headset.wait_for_sound()
        assert server.loud_since(0) is None


def test_headphones_only_means_that_the_loudspeaker_is_never_heard(server: SoundServer, headset: Headset):
    with kiosk(server, "headphones-only") as terminal:
        terminal.wait_for("Plug in headphones to hear")
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        terminal.send("1")
        terminal.wait_for("Symptoms")
        live_for(terminal, 1.0)
        headset.plug_in()
        headset.wait_for_sound()
        live_for(terminal, 0.3)
        assert "Headphones: plug in" not in terminal.text
        headset.unplug()
        terminal.wait_for("Plug in headphones to hear")
        for key in (" ", "r", "m", "0"):
            terminal.send(key)
            live_for(terminal, 0.3)
        assert server.loud_since(0) is None


def test_headphones_that_were_in_at_the_start_are_no_reason_to_begin(server: SoundServer, headset: Headset):
    headset.plug_in()
    with kiosk(server) as terminal:
        live_for(terminal, 2.0)
        assert not any(abs(sample) > 200 for sample in headset.samples[: 4 * RATE])


# What doctor tells


def test_doctor_tells_whether_headphones_are_noticed(server: SoundServer, headset: Headset):
    assert doctor_on_sound(server, "headphones-only")["state"] == "note"
    headset.plug_in()
    assert doctor_on_sound(server, "headphones-only")["state"] == "good"
    server.stop()
    assert doctor_on_sound(server, "headphones-only")["state"] == "bad"
