"""The whole kiosk in a real xterm, full screen: the visitor's key changes the terminal's font.

The next visitor gets the size of the start, and the terminal gets its own at the end.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pty.terminal import ROOT
from tests.terminal.virtual_screen import FONT_ALLOWED, XTERM, require, virtual_screen

LONGEST_S = 15.0
"""Seconds that anything may take on a busy machine."""
QUICK_MS = 350
"""Milliseconds from key to picture that are allowed on a busy machine; on an idle one it is 20 to 40."""
pytestmark = pytest.mark.xdist_group("screen")
SETTLED_S = 0.6
"""Seconds without another picture, after which none is to come by itself; longer than a terminal has to answer."""
Line = dict[str, Any]


class AppInXterm:
    """The kiosk as `report_app.py` runs it; keys come from the X server, as a keyboard's would."""

    def __init__(self, env: dict[str, str], folder: Path, content: Path, *options: str) -> None:
        self.env = env
        self._log = folder / "log.jsonl"
        self._log.touch()
        device = folder / "device.yaml"
        device.write_text("sound: off\n", encoding="utf-8")
        program = [sys.executable, "-P", "-m", "tests.terminal.report_app", str(self._log), str(content), str(device)]
        self._xterm = subprocess.Popen(
            [*XTERM, *options, "-e", *program],
            env=env | {"PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def close(self) -> None:
        self._xterm.terminate()
        self._xterm.wait()

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

    def settle(self) -> Line:
        """Waits until nothing has been painted for a while after the first page; returns what was painted last."""
        self.wait_for(lambda line: line["what"] == "painted" and line["fits"])
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

    def end(self) -> None:
        """Ends the kiosk as the system would."""
        found = subprocess.run(["pgrep", "-P", str(self._xterm.pid)], capture_output=True, text=True, check=True)
        os.kill(int(found.stdout.split()[0]), signal.SIGTERM)


def shows(page: str, columns: int | None = None) -> Callable[[Line], bool]:
    """Whether a whole page is on the screen, laid out for the terminal as it is."""

    def fits(line: Line) -> bool:
        right = line["what"] == "painted" and line["page"] == page and line["fits"]
        return bool(right and line["grid"] == [line["columns"], line["rows"]] and columns in (None, line["columns"]))

    return fits


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., AppInXterm]]:
    """Starts the kiosk in an xterm with the given options; `warn_after` in seconds."""
    require("Xvfb", "matchbox-window-manager", "xterm", "xdotool")
    started: list[AppInXterm] = []
    with virtual_screen() as env:

        def begin(*options: str, warn_after: int = 120) -> AppInXterm:
            content = tmp_path / "content"
            shutil.copytree(ROOT / "content", content)
            clinic = content / "clinic.yaml"
            text = clinic.read_text(encoding="utf-8").replace("warn-after: 120", f"warn-after: {warn_after}")
            clinic.write_text(text.replace("countdown: 30", "countdown: 2"), encoding="utf-8")
            started.append(AppInXterm(env | {"XDG_STATE_HOME": str(tmp_path)}, tmp_path, content, *options))
            return started[-1]

        yield begin
        for app in started:
            app.close()


def press_and_see(app: AppInXterm, key: str, page: str, other_than: int) -> tuple[Line, float]:
    """Presses a size key; the first right picture of another grid, and the milliseconds to it since the key arrived."""
    at = app.press(key)
    arrived = app.wait_for(lambda line: line["what"] == "key", at)["at"]
    line = app.wait_for(lambda line: shows(page)(line) and line["columns"] != other_than, arrived)
    return line, 1000 * (line["at"] - arrived)


def test_t_makes_the_terminals_own_letters_larger_and_shift_t_smaller_at_the_same_place(
    start: Callable[..., AppInXterm],
):
    app = start(*FONT_ALLOWED)
    settled = app.settle()
    app.press("Return")
    app.wait_for(shows("menu"), settled["at"])
    at = app.press("Down")
    app.wait_for(lambda line: shows("menu")(line) and line["focus"] == "When to seek care", at)
    larger, took = press_and_see(app, "t", "menu", settled["columns"])
    assert larger["size"] > settled["size"]
    assert larger["columns"] < settled["columns"]
    assert larger["rows"] < settled["rows"]
    assert larger["focus"] == "When to seek care"
    assert "Huge" in larger["status"]
    assert took < QUICK_MS
    time.sleep(QUICK_MS / 1000)
    back, took = press_and_see(app, "shift+t", "menu", larger["columns"])
    assert (back["columns"], back["rows"], back["size"]) == (settled["columns"], settled["rows"], settled["size"])
    assert back["focus"] == "When to seek care"
    assert "Very large" in back["status"]
    assert took < QUICK_MS


def test_each_press_tells_the_size_even_in_quick_succession(start: Callable[..., AppInXterm]):
    app = start(*FONT_ALLOWED)
    columns = app.settle()["columns"]
    for press, name in enumerate(("Huge", "Normal", "Large", "Very large") * 3):
        line, _ = press_and_see(app, "t", "disclaimer", columns)
        assert name in line["status"], f"press {press + 1}"
        columns = line["columns"]
        time.sleep(0.03 * (press % 5))


def test_the_next_visitor_has_the_size_of_the_start_and_the_end_gives_the_terminal_its_own(
    start: Callable[..., AppInXterm],
):
    app = start(*FONT_ALLOWED, warn_after=2)
    columns = app.settle()["columns"]
    app.press("Return")
    app.wait_for(shows("menu", columns))
    larger, _ = press_and_see(app, "t", "menu", columns)
    app.wait_for(shows("still-there"), larger["at"])
    app.wait_for(shows("disclaimer", columns), larger["at"])
    last, _ = press_and_see(app, "t", "disclaimer", columns)
    app.end()
    ended = app.wait_for(lambda line: line["what"] == "ended", last["at"])
    begun = app.wait_for(lambda line: line["what"] == "begun")
    assert (ended["columns"], ended["rows"]) == (begun["columns"], begun["rows"])
    assert ended["status"] == 0


def test_an_xterm_that_refuses_gets_drawn_letters(start: Callable[..., AppInXterm]):
    app = start()
    line = app.settle()
    begun = app.wait_for(lambda line: line["what"] == "begun")
    assert line["cells"] > 1
    assert (line["columns"], line["rows"]) == (begun["columns"], begun["rows"])
