"""What comes out of the loudspeaker: the page, at once, and nothing after a key."""

from __future__ import annotations

import os
import signal

import pytest

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.transcript import transcript
from tests.pty.terminal import KIOSK, Terminal
from tests.sound.blows import voice_process
from tests.sound.recogniser import ONE_ITEM_S, Recogniser, pieces
from tests.sound.sound_server import RATE, SoundServer

LONG_ENOUGH = 40
"""Characters of a sentence that is not taken for another one."""


def kiosk(server: SoundServer, settings: str = "") -> Terminal:
    device = server.folder / "device.yaml"
    device.write_text(f"text-size: plain\n{settings}")  # so that the screen can be read as text
    terminal = Terminal((*KIOSK, "run", "--device", str(device)), environment=server.environment)
    terminal.wait_for("Before you start")
    return terminal


def test_the_page_is_really_heard(server: SoundServer, library: Library):
    with kiosk(server) as terminal:
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        server.wait_for_sound(0)
        terminal.send("2")
        start = server.now
        terminal.wait_for("Symptoms")
        while server.now < start + 26 * RATE:
            terminal.read(0.1)
    recogniser = Recogniser(library, ["signs-1", "treatments-1", "feel-unwell", "menu"])
    page = next(page for page in transcript(library, "en", Grid(80, 24)) if page.page == "signs-1")
    known = recogniser.sentences.values()
    sentences = [text for text in page.spoken if text in known and len(text) >= LONG_ENOUGH][:3]
    assert len(sentences) == 3
    heard = [recogniser.hear(piece) for piece in pieces(server.samples[start:])]
    positions = [heard.index(sentence) if sentence in heard else -1 for sentence in sentences]
    assert sum(at >= 0 for at in positions) >= 2, heard
    found = [at for at in positions if at >= 0]
    assert found == sorted(found)


@pytest.mark.parametrize("size", [(80, 24), (20, 6)])
def test_whom_to_tell_in_an_emergency_is_heard_though_the_volume_is_changed_before(
    server: SoundServer, library: Library, size: tuple[int, int]
):
    device = server.folder / "device.yaml"
    device.write_text("text-size: plain\n")
    command = (*KIOSK, "run", "--device", str(device))
    with Terminal(command, *size, environment=server.environment) as terminal:
        terminal.wait_for("Before you")
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        server.wait_for_sound(0)
        start = server.now
        terminal.send("e")
        server.wait_for_sound(start)
        terminal.send("+")
        while server.now < start + 12 * RATE:
            terminal.read(0.1)
    recogniser = Recogniser(library, ["feel-unwell", "menu"])
    heard = [recogniser.hear(piece) for piece in pieces(server.samples[start:])]
    assert "Tell staff now." in heard, heard


def test_a_key_brings_silence(server: SoundServer):
    with kiosk(server) as terminal:
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        for _ in range(3):
            terminal.send("2")
            terminal.wait_for("Tell us about a symptom")
            server.wait_for_sound(server.now + RATE // 2)  # by then it is the page, no longer the menu
            terminal.send(" ")  # pauses, and says nothing itself
            terminal.wait_for("Paused")
            server.wait_for_silence(seconds=10)  # the page itself would take half a minute
            terminal.send("0")


def test_the_next_item_interrupts_the_one_before(server: SoundServer):
    with kiosk(server) as terminal:
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        server.wait_for_sound(0)
        start = server.now
        for _ in range(4):
            terminal.send("\x1b[B")
            terminal.read(0.03)
        released = server.now
        server.wait_for_silence()
        spoken = server.last_loud(start)
        assert spoken is not None
        assert (spoken - start) / RATE < ONE_ITEM_S, "more than the last item was spoken"
        assert len(pieces(server.samples[released:spoken])) <= 4, "the item, its position, and what it is about"


def test_a_killed_voice_process_comes_back_and_speech_goes_on(server: SoundServer):
    with kiosk(server) as terminal:
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        server.wait_for_sound(0)
        terminal.send("2")
        terminal.read(0.5)
        voice = voice_process(terminal)
        assert voice is not None
        os.kill(voice, signal.SIGKILL)
        killed = server.now
        server.wait_for_silence(quiet=0.1)
        server.wait_for_sound(max(killed, server.now - RATE // 10))
        terminal.send("\x1b[B")
        terminal.wait_for_focus("2 Main menu")


def test_a_killed_sound_server_is_told_on_the_screen_and_speech_comes_back(server: SoundServer):
    with kiosk(server) as terminal:
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        server.wait_for_sound(0)
        server.stop()
        terminal.send("2")
        terminal.wait_for("Sound is off")
        terminal.send("\x1b[B")
        terminal.wait_for_focus("2 Main menu")
        start = server.now
        server.start()
        server.wait_for_sound(start)
        terminal.settle(0.3)
        assert "Sound is off" not in terminal.text


def test_nothing_sounds_while_nobody_is_there(server: SoundServer):
    with kiosk(server) as terminal:
        terminal.settle(2.0)
        assert server.loud_since(0) is None


def test_who_agrees_without_sound_hears_that_and_then_nothing(server: SoundServer):
    with kiosk(server) as terminal:
        terminal.send(" 2")
        terminal.wait_for("Main menu")
        server.wait_for_sound(0)
        terminal.send("2")
        terminal.wait_for("Symptoms")
        terminal.settle(1.0)
        quiet_from = server.now
        terminal.settle(1.0)
        assert server.loud_since(quiet_from) is None
