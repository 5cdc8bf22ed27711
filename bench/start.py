"""Measures how long the first page takes, beside an empty Textual app in the same terminal and the same run.

Run `python -m bench.start`. Whole processes, from their start to the text on the screen, in ms.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.report import report
from tests.pty.terminal import KIOSK, Terminal

RUNS = 20
EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("Before you start")
Empty().run()
"""


def first_text(command: Sequence[str], text: bytes) -> float:
    """Milliseconds until the program has written `text`."""
    with Terminal(command) as terminal:
        while text not in terminal.output:
            assert time.monotonic() - terminal.started < 30, terminal.text
            terminal.read(0.5)
        return (terminal.came - terminal.started) * 1000


def main() -> None:
    """Prints a line for each way to start, and its ratio to the empty app."""
    with tempfile.TemporaryDirectory() as folder:
        device = Path(folder) / "device.yaml"
        device.write_text("text-size: plain\n")
        # Not what stands in for it in the path, such as a shell script that chooses among several.
        python = str(Path(sys.base_prefix) / "bin" / "python3")
        options = ("run", "--device", str(device))
        ways = {
            "an empty Textual app": ((sys.executable, "-P", "-c", EMPTY), b"Before you start"),
            "python -m kiosk": ((*KIOSK, *options), b"medical advice"),
            "python3 run_kiosk.py": ((python, "run_kiosk.py", *options), b"medical advice"),
        }
        times: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(RUNS):
            for name, (command, text) in ways.items():
                times[name].append(first_text(command, text))
        base = statistics.median(times["an empty Textual app"])
        for name, values in times.items():
            report(f"start to painted, {name}", values, ratio=statistics.median(values) / base)


if __name__ == "__main__":
    main()
