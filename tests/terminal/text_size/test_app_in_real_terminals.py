"""The whole kiosk in real terminals, full screen: the visitor's key changes the terminal's own font.

The next visitor gets the size of the start, and the terminal gets its own at the end and after a fault. Skipped where
a terminal is not installed; alacritty runs with the configuration that is installed with the kiosk.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.pty.terminal import ROOT
from tests.sound.sound_server import SoundServer, programs_missing
from tests.terminal.app_in_terminal import AppInTerminal, Line, command_of, shows
from tests.terminal.virtual_screen import XTERM, require, virtual_screen

PAUSE_S = 0.35
"""Between two presses: longer than a terminal has to answer."""
NAMES = ("Normal", "Large", "Very large", "Huge")
Start = Callable[..., AppInTerminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the kiosk in the terminal of that name, or by that command; `warn_after` in seconds."""
    require("Xvfb", "matchbox-window-manager", "xdotool")
    started: list[AppInTerminal] = []
    with virtual_screen() as env:

        def begin(
            terminal: str | list[str], warn_after: int = 120, sound: str = "off", **more_env: str
        ) -> AppInTerminal:
            content = tmp_path / "content"
            shutil.copytree(ROOT / "content", content)
            clinic = content / "clinic.yaml"
            text = clinic.read_text(encoding="utf-8").replace("warn-after: 120", f"warn-after: {warn_after}")
            clinic.write_text(text.replace("countdown: 30", "countdown: 2"), encoding="utf-8")
            command = command_of(terminal) if isinstance(terminal, str) else terminal
            own = env | {"XDG_STATE_HOME": str(tmp_path)} | more_env
            started.append(AppInTerminal(own, tmp_path, content, command, sound))
            return started[-1]

        yield begin
        for app in started:
            app.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SoundServer]:
    if programs_missing():
        pytest.skip(f"{', '.join(programs_missing())} not installed: nothing can be heard")
    folder = tmp_path / "pulse"
    folder.mkdir(mode=0o700)
    server = SoundServer(folder)
    server.start()
    yield server
    server.stop()


def awake(app: AppInTerminal) -> Line:
    """The page that is painted last, once a first key has woken the kiosk: no key does more at rest."""
    app.settle()
    return app.settle(app.press("space"))


in_each = pytest.mark.parametrize("terminal", ["xterm", "urxvt", "alacritty"])


@in_each
def test_t_makes_the_terminals_own_letters_larger_and_shift_t_smaller_at_the_same_place(start: Start, terminal: str):
    app = start(terminal)
    settled = awake(app)
    app.press("Return")
    app.wait_for(shows("menu"), settled["at"])
    at = app.press("Down")
    app.wait_for(lambda line: shows("menu")(line) and line["focus"] == "Symptoms", at)
    larger, _ = app.press_and_see("t", "menu", settled["columns"])
    assert larger["size"] > settled["size"]
    assert larger["columns"] < settled["columns"]
    assert larger["rows"] < settled["rows"]
    assert larger["focus"] == "Symptoms"
    assert "Huge" in larger["status"]
    time.sleep(PAUSE_S)
    back, _ = app.press_and_see("shift+t", "menu", larger["columns"])
    assert (back["columns"], back["rows"], back["size"]) == (settled["columns"], settled["rows"], settled["size"])
    assert back["focus"] == "Symptoms"
    assert "Very large" in back["status"]


@in_each
def test_each_press_tells_the_size_even_in_quick_succession(start: Start, terminal: str):
    app = start(terminal)
    columns = awake(app)["columns"]
    for press, name in enumerate((NAMES[3], *NAMES[:3]) * 3):
        line, _ = app.press_and_see("t", "disclaimer", columns)
        assert name in line["status"], f"press {press + 1}"
        columns = line["columns"]
        time.sleep(0.03 * (press % 5))


@in_each
def test_the_new_size_is_said(start: Start, terminal: str, server: SoundServer):
    app = start(terminal, sound="loudspeaker", **server.environment)
    columns = awake(app)["columns"]
    for key, name in (("t", "Huge."), ("shift+t", "Very large.")):
        before = time.monotonic()
        columns = app.press_and_see(key, "disclaimer", columns)[0]["columns"]
        app.wait_for(lambda line, said=name: line["what"] == "sounds" and line["words"].startswith(said), before)


@in_each
def test_the_next_visitor_has_the_size_of_the_start_and_the_end_gives_the_terminal_its_own(start: Start, terminal: str):
    app = start(terminal, warn_after=2)
    columns = app.settle()["columns"]
    app.press("space")  # wakes
    app.press("Return")
    app.wait_for(shows("menu", columns))
    larger, _ = app.press_and_see("t", "menu", columns)
    app.wait_for(shows("still-there"), larger["at"])
    app.wait_for(shows("disclaimer", columns), larger["at"])
    app.press("space")
    last, _ = app.press_and_see("t", "disclaimer", columns)
    app.end()
    ended = app.wait_for(lambda line: line["what"] == "ended", last["at"])
    begun = app.wait_for(lambda line: line["what"] == "begun")
    assert (ended["columns"], ended["rows"]) == (begun["columns"], begun["rows"])
    assert ended["status"] == 0


@in_each
def test_after_a_fault_the_terminal_has_its_own_size_again_and_the_app_begins_as_ever(start: Start, terminal: str):
    app = start(terminal)
    columns = awake(app)["columns"]
    app.press_and_see("t", "disclaimer", columns)
    killed = app.kill_app()
    begun = app.wait_for(lambda line: line["what"] == "begun")
    again = app.wait_for(lambda line: line["what"] == "asks", killed)
    assert (again["columns"], again["rows"]) == (begun["columns"], begun["rows"])
    # A busy xterm paints at its own size for a while before it changes its font.
    app.wait_for(lambda line: line["what"] == "painted" and line["fits"] and line["columns"] == columns, killed)
    assert app.settle(killed)["columns"] == columns
    app.end()
    ended = app.wait_for(lambda line: line["what"] == "ended", killed)
    assert (ended["columns"], ended["rows"]) == (begun["columns"], begun["rows"])


def test_an_xterm_that_refuses_has_the_lens_and_then_drawn_letters(start: Start):
    require("xterm")
    app = start([*XTERM, "-e"])
    line = awake(app)
    begun = app.wait_for(lambda line: line["what"] == "begun")
    assert (line["columns"], line["rows"]) == (begun["columns"], begun["rows"])
    assert line["cells"] == 1
    at = app.press("t")
    app.wait_for(lambda line: line["what"] == "painted" and line["cells"] > 1, at)
