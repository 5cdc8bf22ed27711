"""Runs inside a real terminal: sends requests, waits for the grid to change, and writes what happened as JSON.

    python report_grid.py FILE SIZE SIZE … restore12

One line a request: size, columns and rows before and after, milliseconds until TIOCGWINSZ told another size (None where
it did not within a second). `tests/terminal/text_size/test_real_terminals.py` starts it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from kiosk.terminal.request import Request, delivery
from kiosk.terminal.text_size.identify import identify

WAIT_S = 1.0


def write(data: bytes) -> None:
    """Straight to the terminal."""
    os.write(1, data)


def tell(request: Request, name: str) -> dict[str, object]:
    """Sends a request and waits for the grid to change."""
    before = os.get_terminal_size()
    start = time.perf_counter()
    delivery(write)(request)
    took = None
    while time.perf_counter() - start < WAIT_S:
        if os.get_terminal_size() != before:
            took = round(1000 * (time.perf_counter() - start), 1)
            time.sleep(0.1)  # further changes belong to the same request
            break
        time.sleep(0.0005)
    return {"asked": name, "before": list(before), "after": list(os.get_terminal_size()), "ms": took}


def main() -> None:
    """Sends what the command line says."""
    out = Path(sys.argv[1])
    terminal = identify({**os.environ, "SSH_CONNECTION": "", "TMUX": "", "STY": ""})
    found: list[dict[str, object]] = []
    if terminal is not None:
        time.sleep(0.5)  # the window manager has made the window as large as the screen
        for size in sys.argv[2:]:
            restores = size.startswith("restore")
            request = terminal.restore(float(size[7:] or 0)) if restores else terminal.ask(float(size))
            if request:
                found.append(tell(request, size))
    name = terminal.name if terminal else None
    part = out.with_suffix(".part")
    part.write_text(json.dumps({"terminal": name, "found": found}), encoding="utf-8")
    part.rename(out)


if __name__ == "__main__":
    main()
