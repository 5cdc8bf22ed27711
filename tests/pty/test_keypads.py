"""Whole visits in a real terminal by a keypad, by two switches and by one: as they are seen, and as they are said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.content.model.library import Library
from kiosk.device.device import Device
from tests.pty.terminal import KIOSK, Terminal
from tests.terminal.keypad import Keypad, shipped

HELP, UP, DOWN, ACTION = "\x1b[31~", "\x1b[32~", "\x1b[33~", "\x1b[34~"
BACK, NEXT = "\x1b[20;2~", "\x1b[21;2~"
"""F17 to F22 as xterm and the Linux console send them."""
SWITCH_1, SWITCH_2 = "1", "2"


def with_keys(folder: Path, keys: str, more: str = "") -> tuple[str, ...]:
    device = folder / "device.yaml"
    device.write_text(f"sound: off\ntext-size: plain\nkeys: {keys}\n{more}")
    return (*KIOSK, "run", "--device", str(device))


def goes_to(terminal: Terminal, label: str, move: str) -> None:
    """Moves until the choice called `label` has the focus on the screen."""
    for _ in range(60):
        if re.search(rf"▶ ?\d? *{re.escape(label)}", terminal.text):
            return
        before = focused(terminal)
        terminal.send(move)
        while focused(terminal) == before and "End of list" not in terminal.text:
            assert terminal.read(20), f"the focus did not move: {terminal.text}"
        terminal.settle(0.05)
    raise AssertionError(f"no choice “{label}”: {terminal.text}")


def focused(terminal: Terminal) -> str:
    return "".join(re.findall(r"▶.*", terminal.text))


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (46, 13)])
def test_a_visit_by_the_eight_keys_is_seen(tmp_path: Path, columns: int, rows: int):
    with Terminal(with_keys(tmp_path, "keypad-8"), columns, rows) as terminal:
        terminal.wait_for("Before you start")
        terminal.send(DOWN)
        terminal.send(ACTION)
        terminal.wait_for("Main menu")
        goes_to(terminal, "When to seek care", DOWN)
        terminal.send(ACTION)
        terminal.wait_for("1 of")
        terminal.send(NEXT)
        terminal.wait_for("2 of")
        goes_to(terminal, "More", DOWN)
        terminal.send(ACTION)
        goes_to(terminal, "Where am I?", DOWN)
        terminal.send(ACTION)
        terminal.wait_for("You are on: When to seek care")
        terminal.send(BACK)
        terminal.wait_for("2 of")
        terminal.send(HELP)
        terminal.wait_for("the Next key")
        terminal.send(BACK)
        terminal.wait_for("2 of")
        terminal.send(BACK)
        terminal.wait_for("Main menu")
        goes_to(terminal, "Finish", DOWN)
        terminal.send(ACTION)
        terminal.wait_for("Before you start")


def test_a_visit_by_two_switches_is_seen(tmp_path: Path):
    with Terminal(with_keys(tmp_path, "two-switch")) as terminal:
        terminal.wait_for("Before you start")
        terminal.send(SWITCH_1)
        terminal.send(SWITCH_2)
        terminal.wait_for("Main menu")
        goes_to(terminal, "When to seek care", SWITCH_1)
        terminal.send(SWITCH_2)
        terminal.wait_for("Page 1 of")
        goes_to(terminal, "More", SWITCH_1)
        terminal.send(SWITCH_2)
        goes_to(terminal, "Where am I?", SWITCH_1)
        terminal.send(SWITCH_2)
        terminal.wait_for("You are on: When to seek care")
        goes_to(terminal, "Go back", SWITCH_1)
        terminal.send(SWITCH_2)
        terminal.wait_for("Page 1 of")
        goes_to(terminal, "Main menu", SWITCH_1)
        terminal.send(SWITCH_2)
        terminal.wait_for("3  When to seek care")
        goes_to(terminal, "Finish", SWITCH_1)
        terminal.send(SWITCH_2)
        terminal.wait_for("Before you start")


def test_a_visit_by_one_switch_is_seen(tmp_path: Path):
    with Terminal(with_keys(tmp_path, "two-switch", "scan-seconds: 1\n")) as terminal:
        terminal.wait_for("Before you start")
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        terminal.wait_for_focus("2 Symptoms")
        terminal.send("\r")
        terminal.wait_for("Page 1 of")
        terminal.wait_for_focus("2 Main menu")
        terminal.send("\r")
        terminal.wait_for("3  When to seek care")


def test_a_held_key_of_the_keypad_stops_when_it_is_released(tmp_path: Path):
    with Terminal(with_keys(tmp_path, "keypad-8")) as terminal:
        terminal.wait_for("Before you start")
        terminal.send(DOWN)
        terminal.send(ACTION)
        terminal.wait_for("Main menu")
        for _ in range(45):  # as 1.5 s of a held key
            terminal.send(DOWN)
            terminal.read(0.03)
        terminal.settle()
        held = focused(terminal)
        terminal.settle(1.0)
        assert focused(terminal) == held
        terminal.send(UP)
        while focused(terminal) == held and "Start of list" not in terminal.text:
            assert terminal.read(20), "the next key is not answered"


def test_a_map_with_a_mistake_is_told_to_whoever_starts_the_kiosk(tmp_path: Path):
    (tmp_path / "my-keys.yaml").write_text("keys:\n  choose: {press: [f20]}\n  next: {press: [f20]}\n")
    with Terminal(with_keys(tmp_path, "my-keys.yaml")) as terminal:
        assert terminal.wait_for_exit() == 1
        assert "my-keys.yaml, line 3" in terminal.text
        assert "The key “f20” is for “next” here, and for “choose” on line 2." in " ".join(terminal.text.split())


# As it is said


def test_a_visit_by_the_eight_keys_is_heard(library: Library):
    visitor = Keypad(library, shipped("keypad-8"))
    assert visitor.types(DOWN)[0].startswith("Talking kiosk. The Action key to agree")
    visitor.hears_all()
    assert "Main menu." in visitor.types(ACTION)
    visitor.goes_to("When to seek care", DOWN)
    assert visitor.said == ["When to seek care. 3 of 9.", "What to call us about"]
    said = visitor.types(ACTION)
    assert said[0].startswith("Opened: When to seek care.")
    visitor.hears(2)
    sentence = visitor.hears().text
    visitor.goes_to("More", DOWN)
    visitor.types(ACTION)
    visitor.goes_to("Say it again", DOWN)
    assert visitor.types(ACTION)[0] == sentence
    visitor.goes_to("More", DOWN)
    visitor.types(ACTION)
    visitor.goes_to("Where am I?", DOWN)
    said = visitor.types(ACTION)
    assert "You are on: When to seek care." in said
    assert "To go back to Main menu, press the Back key." in said
    visitor.types(BACK, BACK)
    assert visitor.page == "menu"
    visitor.goes_to("Finish", DOWN)
    assert visitor.types(ACTION) == ["Finished. All your settings are cleared. Goodbye."]


def test_a_visit_by_two_switches_is_heard(library: Library):
    visitor = Keypad(library, shipped("two-switch"))
    said = visitor.types(SWITCH_1)
    assert "Switch 2 to agree, switch 1 for next." in " ".join(said)
    visitor.hears_all()
    visitor.types(SWITCH_2)
    visitor.goes_to("When to seek care", SWITCH_1)
    visitor.types(SWITCH_2)
    visitor.hears(2)
    sentence = visitor.hears().text
    visitor.types(SWITCH_1)
    visitor.goes_to("Say it again", SWITCH_1)
    visitor.types(SWITCH_2)
    assert visitor.said[0] == sentence
    visitor.hears()
    visitor.types(SWITCH_1)
    for label in ("More", "Where am I?"):
        visitor.goes_to(label, SWITCH_1)
        visitor.types(SWITCH_2)
    assert "You are on: When to seek care." in visitor.said
    for label in ("Go back", "Go back", "Finish"):
        visitor.goes_to(label, SWITCH_1)
        visitor.types(SWITCH_2)
    assert visitor.said == ["Finished. All your settings are cleared. Goodbye."]


def test_one_switch_chooses_what_comes_into_focus(library: Library):
    visitor = Keypad(library, shipped("two-switch"), device=Device(scan_seconds=3))
    visitor.types(SWITCH_1, SWITCH_2)
    assert visitor.focus == "I feel unwell"
    assert visitor.waits(3.5) == ["Symptoms. 2 of 12.", "What to tell us about"]
    visitor.types(SWITCH_2)
    assert visitor.page == "signs"
