"""The terminals with the configuration that is installed: their own shortcuts do nothing, keys go to the kiosk instead.

alacritty is tried where 0.13 or newer is installed, and Debian 12 has an older one. `KIOSK_ALACRITTY` names another.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.terminal.touch.taps import ASK
from tests.conftest import ROOT
from tests.terminal.text_size.test_real_terminals import columns, run
from tests.terminal.virtual_screen import grey_of, require, virtual_screen

HERE = Path(__file__).parent
SETTINGS = ROOT / "deploy" / "terminal"
ALACRITTY = os.environ.get("KIOSK_ALACRITTY", "alacritty")
LONGEST_S = 20.0
OF_ALACRITTY = (
    *("ctrl+shift+c", "ctrl+shift+v", "ctrl+shift+f", "ctrl+shift+b", "ctrl+shift+o", "ctrl+shift+u", "ctrl+shift+n"),
    *("ctrl+shift+space", "shift+Insert", "shift+Home", "shift+End", "shift+Prior", "shift+Next", "ctrl+l"),
    *("ctrl+0", "ctrl+equal", "ctrl+minus", "ctrl+plus", "ctrl+KP_Add", "ctrl+KP_Subtract", "alt+Return", "F11"),
)
OF_XTERM = (
    *("shift+Prior", "shift+Next", "shift+Insert", "alt+Return", "F11", "shift+KP_Add", "shift+KP_Subtract"),
    *("ctrl+plus", "ctrl+minus", "ctrl+shift+c", "ctrl+shift+v", "shift+Up", "shift+Down", "Scroll_Lock"),
)
OF_MATCHBOX = (
    *("alt+n", "alt+p", "alt+c", "alt+d", "alt+m", "ctrl+alt+x", "ctrl+alt+r", "ctrl+alt+e"),
    *("alt+Tab", "alt+shift+Tab", "alt+space", "alt+Escape", "alt+F4", "F11"),
)
NO_BYTES = ("Scroll_Lock", "ctrl+KP_Add", "ctrl+KP_Subtract", "shift+KP_Add", "shift+KP_Subtract", "ctrl+equal")
"""Keys for which a terminal may send nothing."""
CLICKS = [(modifier, button) for modifier in ("", "ctrl", "shift", "alt") for button in (1, 2, 3, 4, 5)]


class Locked:
    """One terminal with `listen.py` in it."""

    def __init__(self, env: dict[str, str], command: list[str], log: Path) -> None:
        self.env = env
        self._log = log
        self.process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.wait_for(lambda lines: len(lines) > 3)

    @property
    def lines(self) -> list[dict[str, Any]]:
        if not self._log.exists():
            return []
        whole, _, _ = self._log.read_text("utf-8").rpartition("\n")
        return [json.loads(line) for line in whole.splitlines()]

    @property
    def bytes(self) -> str:
        """All that has arrived."""
        return "".join(line["bytes"] for line in self.lines)

    @property
    def size(self) -> list[int]:
        found: list[int] = self.lines[-1]["size"]
        return found

    def wait_for(self, fits: Callable[[list[dict[str, Any]]], bool]) -> None:
        end = time.monotonic() + LONGEST_S
        while not fits(self.lines):
            assert time.monotonic() < end, self.lines[-3:]
            assert self.process.poll() is None, "the terminal has ended"
            time.sleep(0.02)

    def do(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self.env, check=True)

    def after(self, *arguments: str) -> str:
        """What arrives for a key or a click, before the letter `q` that is typed after it."""
        before = len(self.bytes)
        self.do(*arguments)
        self.do("key", "q")
        self.wait_for(lambda _: "q" in self.bytes[before:])
        return self.bytes[before:].partition("q")[0]

    @property
    def windows(self) -> list[str]:
        """Everything that is to be seen on the screen."""
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", ""],
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        return sorted(done.stdout.split())

    def stays_after(self, *arguments: str) -> str:
        """As `after`, and nothing else has happened: no other window, no other size."""
        windows, size = self.windows, self.size
        arrived = self.after(*arguments)
        assert self.process.poll() is None
        assert self.windows == windows
        assert self.size == size
        return arrived


def ended(terminal: Locked) -> None:
    terminal.process.terminate()
    terminal.process.wait()


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A screen with the window manager as it is installed."""
    require("Xvfb", "matchbox-window-manager", "xdotool")
    with virtual_screen(full=False) as env:
        keys = ["-kbdconfig", str(SETTINGS / "matchbox-keys")]
        manager = subprocess.Popen(
            ["matchbox-window-manager", "-use_titlebar", "no", "-use_cursor", "no", *keys],
            env=env,
            stderr=subprocess.DEVNULL,
        )
        yield env
        manager.terminate()
        manager.wait()


@pytest.fixture(scope="module")
def xterm(screen: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Locked]:
    require("xterm")
    log = tmp_path_factory.mktemp("xterm") / "log"
    env = screen | {"XENVIRONMENT": str(SETTINGS / "xterm.resources")}
    command = ["xterm", "-fullscreen", "-e", sys.executable, "-P", str(HERE / "listen.py"), str(log)]
    terminal = Locked(env, command, log)
    yield terminal
    ended(terminal)


@pytest.fixture(scope="module")
def alacritty(screen: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Locked]:
    told = shutil.which(ALACRITTY) and subprocess.run([ALACRITTY, "--version"], capture_output=True, text=True).stdout
    version = re.match(r"alacritty 0\.(\d+)", told or "")
    if not version or int(version[1]) < 13:
        pytest.skip("alacritty 0.13 or newer is not installed")
    folder = tmp_path_factory.mktemp("alacritty")
    listen = [sys.executable, "-P", str(HERE / "listen.py"), str(folder / "log")]
    command = [ALACRITTY, "--config-file", str(SETTINGS / "alacritty.toml"), "-e", *listen]
    terminal = Locked(screen | {"XDG_RUNTIME_DIR": str(folder)}, command, folder / "log")
    yield terminal
    ended(terminal)


@pytest.mark.parametrize("keys", OF_XTERM)
def test_a_shortcut_of_xterm_is_a_key_like_any_other(xterm: Locked, keys: str):
    assert xterm.stays_after("key", keys) or keys in NO_BYTES


@pytest.mark.parametrize("keys", OF_MATCHBOX)
def test_a_shortcut_of_the_window_manager_is_one_too(xterm: Locked, keys: str):
    assert xterm.stays_after("key", keys)


@pytest.mark.parametrize(("modifier", "button"), CLICKS)
def test_the_mouse_does_nothing_in_xterm(xterm: Locked, modifier: str, button: int):
    assert xterm.stays_after(*clicks(modifier, button)) == ""


def test_a_selection_cannot_be_pasted_in_xterm(xterm: Locked):
    xterm.do("mousemove", "20", "10", "mousedown", "1", "mousemove", "400", "60", "mouseup", "1")
    assert xterm.stays_after("click", "2") == ""


@pytest.mark.parametrize("keys", OF_ALACRITTY)
def test_a_shortcut_of_alacritty_is_a_key_like_any_other(alacritty: Locked, keys: str):
    assert alacritty.stays_after("key", keys) or keys in NO_BYTES


@pytest.mark.parametrize(("modifier", "button"), CLICKS)
def test_the_mouse_does_nothing_in_alacritty(alacritty: Locked, modifier: str, button: int):
    arrived = alacritty.stays_after(*clicks(modifier, button))
    # In a program's own screen it turns the wheel into arrow keys, which move the focus as any arrow key does.
    assert re.fullmatch(r"(\x1b[O\[][AB])*", arrived) if button > 3 else arrived == ""


@pytest.mark.parametrize(("modifier", "button"), CLICKS)
def test_the_left_button_is_all_that_xterm_reports_where_the_kiosk_has_asked_for_clicks(
    screen: dict[str, str], tmp_path: Path, modifier: str, button: int
):
    require("xterm")
    env = screen | {"XENVIRONMENT": str(SETTINGS / "xterm.resources"), "SAY": ASK}
    listen = [sys.executable, "-P", str(HERE / "listen.py"), str(tmp_path / "log")]
    terminal = Locked(env, ["xterm", "-fullscreen", "-e", *listen], tmp_path / "log")
    try:
        arrived = terminal.stays_after(*clicks(modifier, button))
        number = {"": 0, "alt": 8, "ctrl": 16}.get(modifier)  # Shift is for what the terminal does itself: nothing
        report = rf"\x1b\[<{number};\d+;\d+"
        expected = f"{report}M{report}m" if button == 1 and number is not None else ""
        assert re.fullmatch(expected, arrived)
    finally:
        ended(terminal)


def test_xterm_still_changes_its_font_and_goes_back(screen: dict[str, str], tmp_path: Path):
    require("xterm")
    env = screen | {"XENVIRONMENT": str(SETTINGS / "xterm.resources")}
    found = run(["xterm", "-fullscreen"], env, tmp_path, "24", "36", "restore18")
    assert all(each["ms"] is not None for each in found)
    assert columns(found[1]) < columns(found[0])
    assert found[-1]["after"] == found[0]["before"]


QUESTIONS = {
    "its title": "\x1b[21t",
    "its icon's title": "\x1b[20t",
    "its place": "\x1b[13t",
    "the clipboard": "\x1b]52;c;?\x07",
    "its font": "\x1b]50;?\x07",
    "a colour": "\x1b]11;?\x07",
    "a key's bytes": "\x1bP+q6B31\x1b\\",
    "the mouse": "\x1b[?1003h",
}


@pytest.mark.parametrize("question", list(QUESTIONS))
def test_xterm_answers_no_question_of_a_byte(screen: dict[str, str], tmp_path: Path, question: str):
    require("xterm")
    env = screen | {"XENVIRONMENT": str(SETTINGS / "xterm.resources"), "SAY": QUESTIONS[question]}
    listen = [sys.executable, "-P", str(HERE / "listen.py"), str(tmp_path / "log")]
    terminal = Locked(env, ["xterm", "-fullscreen", "-e", *listen], tmp_path / "log")
    try:
        terminal.after("mousemove", "300", "300", "mousemove", "320", "300")
        assert terminal.bytes.partition("q")[0] == ""
    finally:
        ended(terminal)


def test_xterm_takes_another_ground_up_to_the_edges_of_the_screen(tmp_path: Path):
    require("Xvfb", "matchbox-window-manager", "xterm")
    with virtual_screen("807x487x24", tmp_path) as given:
        env = given | {"XENVIRONMENT": str(SETTINGS / "xterm.resources"), "SAY": "\x1b]11;#ffffff\x07"}
        listen = [sys.executable, "-P", str(HERE / "listen.py"), str(tmp_path / "log")]
        terminal = Locked(env, ["xterm", "-fullscreen", "-e", *listen], tmp_path / "log")
        try:
            end = time.monotonic() + LONGEST_S
            while True:
                width, height, grey = grey_of(tmp_path)
                edges = {grey[width * height - 1], grey[width - 1], grey[width * (height - 1)]}
                if edges == {255}:
                    break
                assert time.monotonic() < end, edges
                time.sleep(0.05)
        finally:
            ended(terminal)


def clicks(modifier: str, button: int) -> list[str]:
    """The words with which xdotool clicks."""
    click = ["mousemove", "200", "200", "click", str(button)]
    return ["keydown", modifier, *click, "keyup", modifier] if modifier else click
