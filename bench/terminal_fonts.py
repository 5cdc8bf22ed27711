"""Measures how soon a terminal that changes its own font shows the page in the new size, in the whole kiosk.

    python -m bench.terminal_fonts [xterm|urxvt|alacritty] …

From the size key in the app to the first page that fits the new grid, written to the terminal; half of the presses are
`T`, half `Shift+T`. `KIOSK_ALACRITTY` names an alacritty of 0.13 or newer. It needs Xvfb, matchbox and xdotool.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from bench.report import report
from tests.pty.terminal import ROOT
from tests.terminal.app_in_terminal import AppInTerminal, command_of
from tests.terminal.virtual_screen import virtual_screen

PRESSES = 40
PAUSE_S = 0.4
"""Between two presses: longer than a terminal has to answer."""


def measure(terminal: str) -> None:
    """One terminal, in a screen and an app of its own."""
    with tempfile.TemporaryDirectory() as name, virtual_screen() as env:
        folder = Path(name)
        app = AppInTerminal(env | {"XDG_STATE_HOME": name}, folder, ROOT / "content", command_of(terminal))
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


def main() -> None:
    """Prints a line for each terminal."""
    for terminal in sys.argv[1:] or ("xterm", "urxvt", "alacritty"):
        measure(terminal)


if __name__ == "__main__":
    main()
