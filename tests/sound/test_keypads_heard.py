"""A keypad and its loudspeaker: a key that is held does not run away."""

from __future__ import annotations

import pytest

from tests.pty.terminal import KIOSK, Terminal
from tests.sound.recogniser import ONE_ITEM_S, pieces
from tests.sound.sound_server import RATE, SoundServer

REPEATS_S = 1 / 30
"""Seconds between two repeats of a held key."""
KEYS = {"keypad-8": ("\x1b[33~", "\x1b[34~"), "two-switch": ("1", "2")}
"""For a map, what a terminal sends for the keys that move and choose."""


@pytest.mark.parametrize("keys", KEYS)
def test_after_a_held_key_one_item_is_heard_and_then_nothing(server: SoundServer, keys: str):
    device = server.folder / "device.yaml"
    device.write_text(f"text-size: plain\nkeys: {keys}\n")
    move, choose = KEYS[keys]
    with Terminal((*KIOSK, "run", "--device", str(device)), environment=server.environment) as terminal:
        terminal.wait_for("Before you start")
        terminal.send(move)  # wakes
        terminal.send(choose)
        terminal.wait_for("Main menu")
        server.wait_for_sound(0)
        for _ in range(60):
            terminal.send(move)
            terminal.read(REPEATS_S)
        released = server.now
        server.wait_for_silence(quiet=2.0)
        last = server.last_loud(released)
        assert last is not None, "the last item is not heard"
        assert (last - released) / RATE < ONE_ITEM_S, "more than the last item is heard"
        assert len(pieces(server.samples[released:last])) <= 4, "list end, item, position, and what it is about"
