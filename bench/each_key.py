"""Measures each key of the standard map to its first painted byte, on a page that is being read aloud.

Run `python -m bench.each_key`. Each key starts from the same page of the signs.
"""

from __future__ import annotations

from pathlib import Path

from bench.keys import first_byte
from bench.own_server import own_server
from bench.report import report
from kiosk.visit.terms.action import Action
from tests.pty.terminal import KIOSK, Terminal
from tests.sound.sound_server import SoundServer

RUNS = 8
SENT = {
    "enter": "\r", "space": " ", "tab": "\t", "shift-tab": "\x1b[Z", "backspace": "\x7f", "escape": "\x1b",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "page-up": "\x1b[5~", "page-down": "\x1b[6~", "f1": "\x1bOP", "question-mark": "?", "comma": ",",
    "less-than": "<", "full-stop": ".", "greater-than": ">", "plus": "+", "equals": "=", "minus": "-",
    "underscore": "_",
}  # fmt: skip
"""Name of a key → what a terminal sends for it; a letter or digit sends itself, a key not here is not on keyboards."""

HOME = SENT["home"]
BACK_AND_FORTH = {Action.SOUND, Action.SCREEN, Action.LANGUAGE, Action.ONE_BY_ONE}
"""What a second press takes back."""


def keys() -> list[tuple[Action, str]]:
    """Each key of the standard map that a keyboard sends."""
    return [(action, key) for action in Action for key in action.keys if len(key) == 1 or key in SENT]


def measure(terminal: Terminal, server: SoundServer, action: Action, key: str) -> list[float]:
    """Return the milliseconds from a key to the first painted byte."""
    paints = []
    for _ in range(RUNS):
        terminal.send(HOME)
        terminal.settle(0.3)
        at = server.now
        terminal.send("2")
        server.wait_for_sound(at)
        terminal.settle(0.25)
        paints.append(first_byte(terminal, SENT.get(key, key)))
        terminal.settle(0.2)
        if action in BACK_AND_FORTH:
            terminal.send(SENT.get(key, key))
            terminal.settle(0.2)
    return paints


def main() -> None:
    """Print a row for each key."""
    with own_server() as server:
        device = Path(server.folder) / "speaking.yaml"
        device.write_text("text-size: plain\n")
        with Terminal((*KIOSK, "run", "--device", str(device)), environment=server.environment) as terminal:
            terminal.settle(1.0)
            terminal.send(" \r")
            server.wait_for_sound(0)
            for action, key in keys():
                report(f"{key}: {action.job}", measure(terminal, server, action, key))


if __name__ == "__main__":
    main()
