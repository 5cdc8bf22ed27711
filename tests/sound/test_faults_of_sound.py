"""The visitor can go on, whatever becomes of the voice process and of the sound server.

`KIOSK_KILLS=1000` kills the voice so many times; the figures are printed with `-s`.
"""

from __future__ import annotations

import os
import statistics
import time

from kiosk.speech.narrator.restarts import STEADY_S
from tests.pty.terminal import Terminal
from tests.sound.blows import DOWN, Blow, strike
from tests.sound.sound_server import SoundServer
from tests.sound.test_heard import kiosk

KILLS = int(os.environ.get("KIOSK_KILLS", "12"))


def at_the_menu(terminal: Terminal, server: SoundServer) -> None:
    terminal.send(" \r")
    terminal.wait_for("Main menu")
    server.wait_for_sound(0)


def live_for(terminal: Terminal, seconds: float) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        terminal.read(left)


def wait_until_gone(terminal: Terminal, text: str) -> None:
    end = time.monotonic() + 20
    while text in terminal.text:
        assert time.monotonic() < end, f"“{text}” stays on the screen"
        terminal.read(0.05)


def line(name: str, values: list[float]) -> str:
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    figures = f"p50 {statistics.median(ordered) * 1000:.0f} p95 {p95 * 1000:.0f} max {ordered[-1] * 1000:.0f} ms"
    return f"{name}: {figures}, n = {len(ordered)}"


def test_speech_comes_back_however_often_the_voice_is_killed(server: SoundServer):
    blows: list[Blow] = []
    with kiosk(server) as terminal:
        at_the_menu(terminal, server)
        for _ in range(KILLS):
            live_for(terminal, STEADY_S)  # else it would be taken for hopeless, and started ever more slowly
            blows.append(strike(terminal, server))
        terminal.send("2")
        terminal.wait_for("Symptoms")
    print(line("killed to speech", [blow.until_speech for blow in blows]))  # noqa: T201
    print(line("key to paint meanwhile", [key for blow in blows for key in blow.keys]))  # noqa: T201
    assert len(blows) == KILLS


def test_a_sound_server_that_hangs_is_told_and_speech_comes_back_when_it_goes_on(server: SoundServer):
    with kiosk(server) as terminal:
        at_the_menu(terminal, server)
        server.freeze()
        try:
            terminal.wait_for("Sound is off")
            terminal.send(DOWN)
            terminal.wait_for_focus("2 Symptoms")
        finally:
            server.thaw()
        wait_until_gone(terminal, "Sound is off")
        start = server.now
        terminal.send(DOWN)
        server.wait_for_sound(start)


def test_a_sound_server_that_hangs_and_is_replaced_is_used_again(server: SoundServer):
    with kiosk(server) as terminal:
        at_the_menu(terminal, server)
        server.freeze()
        terminal.wait_for("Sound is off")
        server.stop()
        start = server.now
        server.start()
        terminal.send(DOWN)
        server.wait_for_sound(start)
