"""Kills the voice process over and over, and measures what a visitor notices of it."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from tests.pty.terminal import Terminal
from tests.sound.sound_server import RATE, SoundServer

SURELY_SILENT_S = 0.1
"""Seconds after which nothing of a killed voice is heard any more; a new one takes longer to start."""
KEYS_MEANWHILE = 3
DOWN, UP = "\x1b[B", "\x1b[A"


@dataclass(frozen=True)
class Blow:
    """What came of one kill."""

    until_speech: float
    """Seconds from the kill to the first sound of the next voice."""
    keys: tuple[float, ...]
    """Seconds from each key that was pressed meanwhile to the first changed byte."""


def voice_process(terminal: Terminal) -> int | None:
    """The process id of the voice, anywhere below the kiosk; None while there is none."""
    waiting = [terminal.pid]
    while waiting:
        pid = waiting.pop()
        try:
            if b"kiosk.speech.voice_process" in Path(f"/proc/{pid}/cmdline").read_bytes():
                return pid
            waiting += [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        except OSError:
            continue
    return None


def strike(terminal: Terminal, server: SoundServer, patience_s: float = 20.0) -> Blow:
    """Kills the voice while it speaks on a list, presses keys, and waits until speech is back."""
    end = time.monotonic() + patience_s
    while (voice := voice_process(terminal)) is None:
        assert time.monotonic() < end, "there is no voice process"
        terminal.read(0.02)
    os.kill(voice, signal.SIGKILL)
    killed = time.monotonic()
    from_sample = server.now + int(SURELY_SILENT_S * RATE)
    keys = []
    for number in range(KEYS_MEANWHILE):
        keys.append(_painted(terminal, DOWN if number % 2 == 0 else UP))
        terminal.settle(0.03)
    terminal.send(DOWN)
    while (found := server.loud_since(from_sample)) is None:
        assert time.monotonic() < end, "speech did not come back"
        terminal.read(0.02)
    terminal.send(UP)
    return Blow(server.time_of(found) - killed, tuple(keys))


def _painted(terminal: Terminal, key: str) -> float:
    before, start = len(terminal.output), time.monotonic()
    terminal.send(key)
    while len(terminal.output) == before:
        assert time.monotonic() < start + 10, "nothing was painted"
        terminal.read(0.5)
    return time.monotonic() - start
