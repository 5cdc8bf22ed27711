"""Measures how soon a terminal that changes its own font shows the page in the new size, in the whole kiosk.

    python -m bench.terminal_fonts [xterm|urxvt|alacritty] …

From the size key in the app to the first page that fits the new grid, written to the terminal; half of the presses are
`T`, half `Shift+T`. `KIOSK_ALACRITTY` names an alacritty of 0.13 or newer. It needs Xvfb, matchbox and xdotool.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench.report import report
from tests.pty.terminal import ROOT
from tests.terminal.app_in_terminal import AppInTerminal, command_of
from tests.terminal.virtual_screen import require, virtual_screen

PRESSES = 40
PAUSE_S = 0.4
"""Between two presses: longer than a terminal has to answer."""


def measure(terminal: str, command: list[str]) -> None:
    """One terminal, in a screen and an app of its own."""
    with tempfile.TemporaryDirectory() as name, virtual_screen() as env:
        folder = Path(name)
        app = AppInTerminal(env | {"XDG_STATE_HOME": name}, folder, ROOT / "content", command)
        try:
            columns = app.settle()["columns"]
            values = []
            for press in range(PRESSES):
                key = "t" if press % 8 < 4 else "shift+t"
                line, took = app.press_and_see(key, "disclaimer", columns)
                columns = line["columns"]
                values.append(took)
                time.sleep(PAUSE_S)
            report(f"key to another size of {terminal}'s own letters", values)
        finally:
            app.close()


def main(terminals: Sequence[str] = ("xterm", "urxvt", "alacritty")) -> None:
    """Prints a line for each terminal that is there."""
    for terminal in terminals:
        try:
            require("Xvfb", "matchbox-window-manager", "xdotool")
            command = command_of(terminal)
        except pytest.skip.Exception as missing:
            print(f"{terminal}: {missing.msg}")  # noqa: T201
        else:
            measure(terminal, command)


if __name__ == "__main__":
    main(*[sys.argv[1:]] if sys.argv[1:] else ())
