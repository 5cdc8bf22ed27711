"""Measures the whole way of a key: byte into the terminal → first changed byte, → first sound, → silence.

Run `python -m bench.keys`. It needs PulseAudio's programs; the figures are in ms, with the recording's own error of
some 3 ms. Each way is measured in the same run, so that they can be compared.
"""

from __future__ import annotations

import time
from pathlib import Path

from bench.own_server import own_server
from bench.report import report
from tests.pty.terminal import KIOSK, Terminal
from tests.sound.sound_server import SoundServer

RUNS = 30
MENU_ITEM = "key to sound, a choice"


def first_byte(terminal: Terminal, key: str) -> float:
    """Milliseconds from a key to the first byte that answers it."""
    before = len(terminal.output)
    start = time.monotonic()
    terminal.send(key)
    while len(terminal.output) == before:
        assert time.monotonic() < start + 5, "nothing was painted"
        terminal.read(0.5)
    return (terminal.came - start) * 1000


def paint(device: Path, name: str) -> None:
    """Key to the first changed byte, without sound."""
    with Terminal((*KIOSK, "run", "--device", str(device))) as terminal:
        terminal.settle(1.0)
        terminal.send(" \r")
        terminal.settle(0.5)
        values = []
        for run in range(RUNS):
            values.append(first_byte(terminal, "\x1b[B" if run % 8 < 4 else "\x1b[A"))
            terminal.settle(0.05)
        report(f"key to paint, {name}", values)
        values = []
        for _ in range(RUNS):
            values.append(first_byte(terminal, "2"))
            terminal.settle(0.1)
            terminal.send("0")
            terminal.settle(0.1)
        report(f"key to a new page, {name}", values)
        if "drawn" in name:
            values = []
            for _ in range(RUNS):
                values.append(first_byte(terminal, "t"))
                terminal.settle(0.1)
            report("key to another size of text", values)


def sound(server: SoundServer, device: Path) -> None:
    """Key to the first sound of a a choice or a page, and key to silence."""
    with Terminal((*KIOSK, "run", "--device", str(device)), environment=server.environment) as terminal:
        terminal.settle(1.0)
        terminal.send(" \r")
        server.wait_for_sound(0)
        for name, key in ((MENU_ITEM, "\x1b[B"), ("key to sound, page of the signs", "2")):
            starts, ends = [], []
            for _ in range(RUNS):
                terminal.send("m")  # sound off: silence, and on again below
                terminal.settle(0.3)
                terminal.send("m")
                terminal.settle(0.3)
                terminal.send(" ")
                terminal.settle(0.35)
                at = server.now
                pressed = time.monotonic()
                terminal.send(key)
                first = server.wait_for_sound(at)
                starts.append((server.time_of(first) - pressed) * 1000)
                terminal.settle(0.2)
                pressed = time.monotonic()
                terminal.send(" ")
                terminal.settle(0.35)
                last = server.last_loud(at)
                assert last is not None
                ends.append((server.time_of(last) - pressed) * 1000)
                if key == "2":
                    terminal.send("0")
                    terminal.settle(0.2)
            report(name, starts)
            report(name.replace("sound", "silence"), ends)


def main() -> None:
    """Prints the table."""
    with own_server() as server:
        path = server.folder
        silent, drawn, speaking = path / "silent.yaml", path / "drawn.yaml", path / "speaking.yaml"
        silent.write_text("sound: off\ntext-size: plain\n")
        drawn.write_text("sound: off\ntext-size: 4\n")
        speaking.write_text("text-size: plain\n")
        paint(silent, "plain letters")
        paint(drawn, "drawn letters")
        sound(server, speaking)


if __name__ == "__main__":
    main()
