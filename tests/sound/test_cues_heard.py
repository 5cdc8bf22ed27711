"""Cues as they leave the loudspeaker."""

from __future__ import annotations

from array import array
from math import cos, hypot, pi, sin

from kiosk.speech.voice_process.cue_sounds import SOUNDS
from tests.pty.terminal import KIOSK, Terminal
from tests.sound.sound_server import RATE, SoundServer

MS = RATE // 1000


def kiosk(server: SoundServer, cues: str) -> Terminal:
    device = server.folder / "device.yaml"
    device.write_text(f"text-size: plain\ncues: {cues}\nvolume: {{start: 9}}\n")
    terminal = Terminal((*KIOSK, "run", "--device", str(device)), environment=server.environment)
    terminal.wait_for("Before you start")
    return terminal


def level(samples: array[int], hertz: float) -> float:
    """How loud one pitch is in `samples`."""
    angle = 2 * pi * hertz / RATE
    real = sum(sample * cos(angle * at) for at, sample in enumerate(samples))
    other = sum(sample * sin(angle * at) for at, sample in enumerate(samples))
    return hypot(real, other) * 2 / len(samples)


def tone(samples: array[int]) -> str | None:
    """The cue that `samples` are the tone of: half of what is heard is of its pitch."""
    whole = (sum(sample * sample for sample in samples) * 2 / len(samples)) ** 0.5
    return next((name for name, (hertz, _) in SOUNDS.items() if level(samples, hertz) > 0.7 * whole), None)


def begins_with(server: SoundServer, terminal: Terminal, key: str) -> str | None:
    """The cue that is the first thing heard after `key`."""
    terminal.send("r")
    server.wait_for_sound(server.now)
    terminal.send(" ")  # pauses, so that the tone is the first sound
    server.wait_for_silence(quiet=0.3)
    start = server.now
    terminal.send(key)
    first = server.wait_for_sound(start)
    while server.now < first + 60 * MS:
        terminal.read(0.02)
    return tone(server.samples[first : first + 22 * MS])


def test_each_action_is_heard_as_its_own_tone(server: SoundServer):
    with kiosk(server, "yes") as terminal:
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        server.wait_for_sound(0)
        assert begins_with(server, terminal, "\x1b[B") == "move"
        terminal.send("\x1b[A")
        assert begins_with(server, terminal, "\x1b[A") == "end"
        assert begins_with(server, terminal, "1") == "choose"


def test_without_being_asked_for_none_is_heard(server: SoundServer):
    with kiosk(server, "no") as terminal:
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        server.wait_for_sound(0)
        assert begins_with(server, terminal, "\x1b[B") is None
