"""The app is killed again and again: how soon the note before the start is back."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from bench.soak.row import Row, spread
from kiosk.content.model.library import Library
from tests.pty.terminal import KIOSK, Terminal
from tests.pty.test_supervision import children

FIRST = "Before you start"


def run(library: Library, scratch: Path, count: int = 40) -> Row:
    """Kills the app in the middle of a visit, far enough apart not to be taken for hopeless."""
    device = scratch / "device.yaml"
    device.write_text("sound: off\ntext-size: plain\n")
    times: list[float] = []
    with Terminal((*KIOSK, "run", "--device", str(device))) as terminal:
        terminal.wait_for(FIRST)
        for _ in range(count):
            terminal.settle()
            terminal.send(" 2")
            terminal.wait_for("Main menu")
            (app,) = children(terminal.pid)
            os.kill(app, signal.SIGKILL)
            begun = time.monotonic()
            terminal.wait_for(FIRST)
            times.append(time.monotonic() - begun)
            pause = begun + 16 - time.monotonic()  # a fifth crash within a minute brings the safe page
            while pause > 0:
                terminal.read(pause)
                pause = begun + 16 - time.monotonic()
        shell = b"Traceback" in terminal.output
    outcome = f"disclaimer back after {spread(times)}"
    return Row("SIGKILL of the app", outcome, "within 3 s", max(times) <= 3 and not shell)
