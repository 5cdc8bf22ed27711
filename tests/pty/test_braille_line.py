"""The terminal's cursor stands where the visitor is, so that a braille display can follow it."""

from __future__ import annotations

from pathlib import Path

from tests.pty.terminal import KIOSK, Terminal


def kiosk(device: Path) -> tuple[str, ...]:
    return (*KIOSK, "run", "--device", str(device))


def at_cursor(terminal: Terminal) -> str:
    """What a braille display of 20 cells shows from the cursor on."""
    cursor = terminal.screen.cursor
    return terminal.screen.display[cursor.y][cursor.x : cursor.x + 20].rstrip()


def test_in_plain_letters_the_cursor_follows_the_focus(silent: Path):
    with Terminal(kiosk(silent)) as terminal:
        terminal.wait_for("Before you start")
        terminal.settle()
        assert not terminal.screen.cursor.hidden
        assert at_cursor(terminal).startswith("▶ 1  Agree ")
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        terminal.settle()
        assert at_cursor(terminal) == "▶ 1  I feel unwell"
        terminal.send("\x1b[B")
        terminal.settle()
        assert at_cursor(terminal) == "▶ 2  Symptoms"
        terminal.send("2")
        terminal.wait_for("Tell us about a")
        terminal.settle()
        assert at_cursor(terminal).startswith("▶ 1  Next page")


def test_it_is_shown_once_and_not_hidden_and_shown_at_each_key(silent: Path):
    with Terminal(kiosk(silent)) as terminal:
        terminal.wait_for("Before you start")
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        terminal.settle()
        before = len(terminal.output)
        for key in ("\x1b[B", "\x1b[B", "\x1b[A", "c", "2", "0"):
            terminal.send(key)
            terminal.settle()
        assert not terminal.screen.cursor.hidden
        assert b"\x1b[?25" not in terminal.output[before:]


def test_in_another_window_size_it_is_still_at_the_focus(silent: Path):
    with Terminal(kiosk(silent)) as terminal:
        terminal.wait_for("Before you start")
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        terminal.send("\x1b[B")
        terminal.resize(20, 6)
        terminal.settle()
        assert at_cursor(terminal).startswith("▶2 Symptoms")


def test_where_nothing_can_be_chosen_it_is_at_the_title(silent: Path, impatient: Path):
    with Terminal((*kiosk(silent), "--content", str(impatient))) as terminal:
        terminal.wait_for("Before you start")
        terminal.send(" \r")
        terminal.wait_for("Are you still there?")
        terminal.settle(0.1)
        assert at_cursor(terminal) == "Are you still there?"


def test_above_the_lens_the_cursor_follows_the_focus_too(tmp_path: Path):
    device = tmp_path / "device.yaml"
    device.write_text("sound: off\n")
    with Terminal(kiosk(device)) as terminal:
        terminal.wait_for("Before you start")
        terminal.settle()
        assert "█" in terminal.text, "the lens"
        assert not terminal.screen.cursor.hidden
        assert at_cursor(terminal).startswith("▶ 1  Agree ")
        terminal.send(" ")
        terminal.send("\r")
        terminal.wait_for("Main menu")
        terminal.send("\x1b[B")
        terminal.wait_for_focus("2 Symptoms")
        terminal.settle()
        assert at_cursor(terminal) == "▶ 2  Symptoms"


def test_drawn_letters_have_no_cursor_and_the_shell_has_one_again(tmp_path: Path):
    device = tmp_path / "device.yaml"
    device.write_text("sound: off\ntext-size: 3\n")
    with Terminal(kiosk(device)) as terminal:
        while "█" not in terminal.text:
            assert terminal.read(20)
        terminal.settle()
        assert "Before" not in terminal.text
        assert terminal.screen.cursor.hidden
        terminal.send(" ")
        for _ in range(2):
            terminal.send("T")
            terminal.settle()
        terminal.wait_for("Normal")
        terminal.settle()
        assert not terminal.screen.cursor.hidden
        terminal.send("t")
        terminal.settle()
        terminal.send("t")
        terminal.settle()
        assert terminal.screen.cursor.hidden
        terminal.signal(15)
        assert terminal.wait_for_exit() == 0
        assert not terminal.screen.cursor.hidden
