"""The whole kiosk in a real terminal on a virtual screen, full screen.

Keys come from the X server, as a keyboard's would.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.pty.terminal import ROOT
from tests.terminal.virtual_screen import FONT_ALLOWED, XTERM, require

LONGEST_S = 15.0
"""Seconds that anything may take on a busy machine."""
SETTLED_S = 0.6
"""Seconds without another picture, after which none is to come by itself; longer than a terminal has to answer."""
ALACRITTY = os.environ.get("KIOSK_ALACRITTY", "alacritty")
"""Debian 12 has one that cannot be asked; `KIOSK_ALACRITTY` names a newer one."""
LOCKED = ROOT / "deploy" / "terminal" / "alacritty.toml"
Line = dict[str, Any]


def command_of(terminal: str) -> list[str]:
    """What starts `terminal`, up to the program that shall run in it. Skips the test where it is not installed."""
    if terminal == "alacritty":
        require_alacritty()
        return [ALACRITTY, "--config-file", str(LOCKED), "-e"]
    require(terminal)
    if terminal == "urxvt":
        return ["urxvt", "-fn", "xft:DejaVu Sans Mono:size=12", "+sb", "-e"]
    return [*XTERM, *FONT_ALLOWED, "-e"]


def require_alacritty() -> None:
    """Skips the test where there is no alacritty that can be asked for another size."""
    found = shutil.which(ALACRITTY) and subprocess.run([ALACRITTY, "--version"], capture_output=True, text=True).stdout
    version = re.match(r"alacritty 0\.(\d+)", found or "")
    if not version or int(version[1]) < 13:
        pytest.skip("alacritty 0.13 or newer is not installed")


class AppInTerminal:
    """The kiosk as `report_app.py` runs it, in the terminal that `command` starts."""

    def __init__(
        self,
        env: dict[str, str],
        folder: Path,
        content: Path,
        command: list[str],
        sound: str = "off",
        text_size: str = "auto",
        pointer: str = "none",
    ) -> None:
        self.env = env
        self._log = folder / "log.jsonl"
        self._log.touch()
        device = folder / "device.yaml"
        device.write_text(f"sound: {sound}\ntext-size: {text_size}\npointer: {pointer}\n", encoding="utf-8")
        program = [sys.executable, "-P", "-m", "tests.terminal.report_app", str(self._log), str(content), str(device)]
        # A terminal's own socket stands there.
        own = {"PYTHONPATH": str(ROOT), "XDG_RUNTIME_DIR": str(folder)}
        self._terminal = subprocess.Popen(
            [*command, *program], env=env | own, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def close(self) -> None:
        self._terminal.terminate()
        self._terminal.wait()

    @property
    def lines(self) -> list[Line]:
        """What `report_app.py` has written so far."""
        whole, _, _ = self._log.read_text(encoding="utf-8").rpartition("\n")
        return [json.loads(line) for line in whole.splitlines()]

    def wait_for(self, fits: Callable[[Line], bool], after: float = 0.0) -> Line:
        """The first line written after the time `after` that `fits`."""
        end = time.monotonic() + LONGEST_S
        while time.monotonic() < end:
            for line in self.lines:
                if line["at"] > after and fits(line):
                    return line
            time.sleep(0.02)
        raise AssertionError(f"it did not come; the last of the log:\n{self.lines[-3:]}")

    def settle(self, after: float = 0.0) -> Line:
        """Waits until nothing has been painted for a while after the first page; returns what was painted last."""
        self.wait_for(lambda line: line["what"] == "painted" and line["fits"], after)
        while True:
            last = [line for line in self.lines if line["what"] == "painted"][-1]
            if time.monotonic() - last["at"] > SETTLED_S:
                return last
            time.sleep(0.05)

    def press(self, key: str) -> float:
        """Presses a key; returns the time before it."""
        at = time.monotonic()
        subprocess.run(["xdotool", "key", "--delay", "0", key], env=self.env, check=True)
        return at

    def press_and_see(self, key: str, page: str, other_than: int) -> tuple[Line, float]:
        """Presses a size key.

        Returns the first right picture of another grid, and the milliseconds to it since the key arrived.
        """
        at = self.press(key)
        arrived = self.wait_for(lambda line: line["what"] == "key", at)["at"]
        line = self.wait_for(lambda line: shows(page)(line) and line["columns"] != other_than, arrived)
        return line, 1000 * (line["at"] - arrived)

    def end(self) -> None:
        """Ends the kiosk as the system would."""
        os.kill(self._begun["pid"], signal.SIGTERM)

    def kill_app(self) -> float:
        """Ends the app, not its supervisor, as a fault would; returns the time before it."""
        app = [line["pid"] for line in self.lines if line["what"] == "painted"][-1]
        assert app != self._begun["pid"], "nobody would start it again"
        at = time.monotonic()
        os.kill(app, signal.SIGKILL)
        return at

    @property
    def _begun(self) -> Line:
        return self.wait_for(lambda line: line["what"] == "begun")


def shows(page: str, columns: int | None = None) -> Callable[[Line], bool]:
    """Whether a whole page is on the screen, laid out for the terminal as it is."""

    def fits(line: Line) -> bool:
        right = line["what"] == "painted" and line["page"] == page and line["fits"]
        return bool(right and line["grid"] == [line["columns"], line["rows"]] and columns in (None, line["columns"]))

    return fits
