"""The whole kiosk in a real terminal, as patients meet it."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path

import pytest

from tests.pty.terminal import KIOSK, Terminal, wait_until


def kiosk(device: Path, *options: str) -> tuple[str, ...]:
    return (*KIOSK, "run", "--device", str(device), *options)


@pytest.mark.parametrize(
    ("columns", "rows", "second_page"), [(80, 24, "2 of "), (46, 13, "2 of "), (20, 6, "about any")]
)
def test_a_patient_agrees_opens_the_signs_and_goes_back(silent: Path, columns: int, rows: int, second_page: str):
    with Terminal(kiosk(silent), columns, rows) as terminal:
        terminal.wait_for("Before you")
        terminal.send(" ")
        terminal.send("\r")
        terminal.wait_for("Main menu")
        terminal.wait_for_focus("1 I feel unwell")
        terminal.send("2")
        terminal.wait_for("Tell us about a")
        terminal.send("\x1b[C")
        terminal.wait_for(second_page)
        terminal.send("\x7f")
        terminal.wait_for("Main menu")


def test_ctrl_c_ctrl_q_and_their_like_do_nothing(silent: Path):
    with Terminal(kiosk(silent)) as terminal:
        terminal.wait_for("Before you start")
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        for key in ("\x03", "\x11", "\x10", "\x1a", "\x04", "\x1c"):
            terminal.send(key)
        terminal.send("\x1b[B")
        terminal.wait_for_focus("2 Symptoms")


def test_nobody_there_brings_the_disclaimer_back(silent: Path, impatient: Path):
    with Terminal(kiosk(silent, "--content", str(impatient))) as terminal:
        terminal.wait_for("Before you start")
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        terminal.send("2")
        terminal.wait_for("Are you still there?")
        terminal.send(" ")
        terminal.wait_for("Symptoms")
        terminal.wait_for("Are you still there?")
        terminal.wait_for("Before you start")


def test_another_window_size_keeps_the_place(silent: Path):
    with Terminal(kiosk(silent)) as terminal:
        terminal.wait_for("Before you start")
        terminal.send(" \r2")
        terminal.wait_for("Symptoms")
        terminal.wait_for("Page 1 of 4")
        terminal.resize(46, 13)
        terminal.wait_for("Page 1 of 8")
        terminal.resize(80, 24)
        terminal.wait_for("Page 1 of 4")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_cleanly_and_gives_the_terminal_back(silent: Path, number: int):
    with Terminal(kiosk(silent)) as terminal:
        terminal.wait_for("Before you start")
        terminal.signal(number)
        assert terminal.wait_for_exit() == 0
        assert b"\x1b[?1049l" in terminal.output


def test_an_unknown_terminal_shows_at_once_in_large_letters_what_comes_first_and_t_makes_all_letters_large(
    tmp_path: Path,
):
    device = tmp_path / "device.yaml"
    device.write_text("sound: off\n")
    with Terminal(kiosk(device)) as terminal:
        while "▛" not in terminal.text and "█" not in terminal.text:
            assert terminal.read(20)
        terminal.wait_for("Before you start")
        terminal.settle()
        terminal.send(" ")
        terminal.send("T")
        terminal.wait_for("Normal")
        assert not {"▛", "█"} & set(terminal.text), "the terminal's own letters alone"
        terminal.send("t")
        terminal.wait_for("Lens")
        assert "█" in terminal.text
        terminal.send("t")
        wait_until(lambda: "Before" not in terminal.text, terminal)
        assert "█" in terminal.text


def test_other_colours_by_c_and_the_first_ones_for_the_next_visitor(silent: Path, impatient: Path):
    with Terminal(kiosk(silent, "--content", str(impatient))) as terminal:
        terminal.wait_for("Before you start")
        terminal.send(" c")
        terminal.wait_for("Dark on light")
        assert terminal.screen.buffer[10][10].bg == "ffffff"
        while terminal.screen.buffer[10][10].bg != "000000":
            assert terminal.read(20), "the colours stayed"


def test_without_a_terminal_it_says_so():
    done = subprocess.run((*KIOSK, "run"), capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr


def test_no_variable_of_textual_has_an_effect(silent: Path, tmp_path: Path):
    log = tmp_path / "keys.log"
    environment = {"TEXTUAL_LOG": str(log), "TEXTUAL_PRESS": "enter", "TEXTUAL_DRIVER": "nothing:Here"}
    with Terminal(kiosk(silent), environment=environment) as terminal:
        terminal.wait_for("Before you start")
        terminal.settle()
        assert "Before you start" in terminal.text
    assert not log.exists()
