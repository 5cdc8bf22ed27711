"""Touch in real terminals, with the configuration that is installed: what is clicked is focused, then opened."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.terminal import ROOT
from tests.terminal.app_in_terminal import AppInTerminal, Line, command_of, shows
from tests.terminal.virtual_screen import PIXELS, require, virtual_screen

WIDTH, HEIGHT = (int(number) for number in PIXELS.split("x")[:2])
XTERM = ["xterm", "-fullscreen", "-e"]
RESOURCES = ROOT / "deploy" / "terminal" / "xterm.resources"


@pytest.fixture(params=["xterm", "alacritty"])
def app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AppInTerminal]:
    require("Xvfb", "matchbox-window-manager", "xdotool", "xterm")
    command = XTERM if request.param == "xterm" else command_of("alacritty")
    with virtual_screen() as env:
        own = env | {"XDG_STATE_HOME": str(tmp_path), "XENVIRONMENT": str(RESOURCES)}
        app = AppInTerminal(own, tmp_path, ROOT / "content", command, text_size="plain", pointer="touch")
        yield app
        app.close()


def point(app: AppInTerminal, line: Line, words: str) -> None:
    """Puts the pointer on the last row of a painted page that shows `words`."""
    row = max(number for number, text in enumerate(line["text"]) if words in text)
    column = line["text"][row].index(words) + len(words) / 2
    x, y = int(column * (WIDTH // line["columns"])), int((row + 0.5) * (HEIGHT // line["rows"]))
    subprocess.run(["xdotool", "mousemove", str(x), str(y)], env=app.env, check=True)


def click(app: AppInTerminal, *arguments: str) -> float:
    """Clicks; returns the time before it."""
    at = time.monotonic()
    subprocess.run(["xdotool", *(arguments or ("click", "1"))], env=app.env, check=True)
    return at


def at_the_menu(app: AppInTerminal) -> Line:
    """The main menu, where only clicks have led."""
    first = app.settle()
    point(app, first, "Agree")
    click(app)  # only wakes
    app.settle()
    at = click(app)
    app.wait_for(lambda line: line["what"] == "painted" and line["focus"] == "Agree", at)
    at = click(app)
    app.wait_for(shows("menu"), at)
    return app.settle(at)


def test_a_click_focuses_a_choice_and_a_second_one_opens_it(app: AppInTerminal):
    menu = at_the_menu(app)
    point(app, menu, "Symptoms")
    at = click(app)
    app.wait_for(lambda line: shows("menu")(line) and line["focus"] == "Symptoms", at)
    at = click(app)
    signs = app.wait_for(shows("signs"), at)
    point(app, signs, "I feel unwell")
    at = click(app)
    app.wait_for(shows("feel-unwell"), at)


def test_other_buttons_the_wheel_modifiers_and_a_slide_do_nothing(app: AppInTerminal):
    menu = at_the_menu(app)
    focus = menu["focus"]
    point(app, menu, "Symptoms")
    for button in "2", "3", "4", "5":
        click(app, "click", button)
    for modifier in "shift", "ctrl", "alt":
        click(app, "keydown", modifier, "click", "1", "keyup", modifier)
    click(app, "mousedown", "1")
    point(app, menu, "Treatments")
    at = click(app, "mouseup", "1")
    assert app.settle()["focus"] == focus
    assert [
        line for line in app.lines if line["what"] == "painted" and line["page"] != "menu" and line["at"] > at
    ] == []
