"""Learning a keypad: what is asked, what is taken, and what is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.terminal.key_learning import HELD_S, ORDER, SILENT_S, TWICE_S, Learning, as_yaml
from kiosk.terminal.key_maps.key_map_file import read_key_map
from kiosk.terminal.pressed import Pressed
from kiosk.visit.terms.action import Action


class Learner:
    """Somebody who presses keys one after the other, a second apart unless told otherwise."""

    def __init__(self) -> None:
        self.now = 0.0
        self.learning = Learning(self.now)

    def presses(self, *names: str, after: float = 1.0) -> str:
        for name in names:
            self.now += after
            told = self.learning.press(Pressed(name, b"?"), self.now)
        return told

    def waits(self, seconds: float) -> str:
        told = []
        end = self.now + seconds
        while self.now < end and not self.learning.finished:
            self.now = min(end, self.now + 0.1)
            told.append(self.learning.tick(self.now))
        return "\n".join(filter(None, told))

    @property
    def asked(self) -> Action:
        return self.learning.action


@pytest.fixture
def learner() -> Learner:
    return Learner()


def test_the_first_keys_are_those_that_nobody_can_do_without(learner: Learner):
    assert learner.asked is Action.CHOOSE
    assert learner.learning.question == "Press the key for “Choose”."
    assert learner.presses("f20") == "  f20 (?) has arrived; pages call it “F20”."
    assert learner.asked is Action.DOWN
    learner.presses("f19")
    assert learner.asked is Action.UP
    learner.presses("f18")
    assert learner.asked is Action.BACK
    assert learner.learning.keys == {Action.CHOOSE: "f20", Action.DOWN: "f19", Action.UP: "f18"}


def test_who_has_no_key_for_down_is_asked_for_one_that_goes_round(learner: Learner):
    learner.presses("f20")
    learner.presses("enter", "enter", after=0.5)
    assert learner.asked is Action.UP
    learner.presses("space", after=2.0)
    learner.presses("space", after=0.5)
    assert learner.asked is Action.NEXT


@pytest.mark.parametrize("key", ["enter", "space"])
def test_pressed_twice_it_skips_and_pressed_once_it_is_learned(learner: Learner, key: str):
    learner.presses(key, key, after=0.5)
    assert learner.asked is Action.DOWN
    assert learner.learning.keys == {}
    learner.waits(2.0)
    assert learner.presses(key) == ""
    assert key in learner.waits(TWICE_S + 0.2)
    assert learner.learning.keys == {Action.DOWN: key}


def test_another_key_soon_after_does_not_lose_the_first_one(learner: Learner):
    learner.presses("enter")
    told = learner.presses("f1", after=0.5)
    assert learner.learning.keys == {Action.CHOOSE: "enter", Action.DOWN: "f1"}
    assert "enter" in told
    assert "f1" in told


def test_one_back_asks_again(learner: Learner):
    learner.presses("f20", "f19")
    learner.presses("backspace", "backspace", after=0.5)
    assert learner.asked is Action.DOWN
    assert learner.learning.keys == {Action.CHOOSE: "f20"}
    learner.presses("f21", after=2.0)
    assert learner.learning.keys[Action.DOWN] == "f21"


def test_there_is_nothing_before_the_first_one(learner: Learner):
    assert learner.presses("backspace", "backspace", after=0.5) == "  This is the first one."
    assert learner.asked is Action.CHOOSE


def test_escape_twice_finishes(learner: Learner):
    learner.presses("f20")
    learner.presses("escape", "escape", after=0.5)
    assert learner.learning.finished


def test_a_key_for_two_actions_is_refused(learner: Learner):
    learner.presses("f20")
    told = learner.presses("f20", after=2.0)
    assert told == "  f20 (?) is for “Choose” already. Press another key, or skip this one."
    assert learner.asked is Action.DOWN
    assert learner.learning.keys == {Action.CHOOSE: "f20"}


def test_a_key_that_the_kiosk_cannot_use_is_told_with_what_it_sent(learner: Learner):
    learner.now += 1
    told = learner.learning.press(Pressed("", b"\x1b[35~"), learner.now)
    assert told == "  ESC [35~ has arrived, which the kiosk cannot use as a key. Press another one."
    assert learner.asked is Action.CHOOSE


def test_a_held_key_is_learned_once_and_says_no_more(learner: Learner):
    learner.presses("f20")
    told = [learner.presses("f20", after=0.6)]  # the longest that a keyboard waits before it repeats
    told += [learner.presses("f20", after=1 / 30) for _ in range(60)]
    assert set(told) == {""}
    assert learner.learning.keys == {Action.CHOOSE: "f20"}
    assert "already" in learner.presses("f20", after=HELD_S + 0.1)


def test_when_nothing_arrives_the_cure_is_told_once_and_then_the_next_key_follows(learner: Learner):
    assert learner.waits(SILENT_S - 0.2) == ""
    told = learner.waits(SILENT_S - 0.5)
    assert told.count("the system swallows it") == 1
    assert "deploy/61-kiosk-keypad.hwdb" in told
    assert "evtest" in told
    assert learner.asked is Action.CHOOSE
    assert learner.waits(1.0) == "  “Choose” is skipped."
    assert learner.asked is Action.DOWN


def test_whoever_goes_away_finds_it_finished(learner: Learner):
    learner.waits(2 * SILENT_S * len(ORDER))
    assert learner.learning.finished
    assert learner.learning.keys == {}


def test_digits_are_asked_for_as_long_as_there_are_any(learner: Learner):
    while learner.asked is not Action.PICK_1:
        learner.presses("enter", "enter", after=0.5)
        learner.waits(1.0)
    learner.presses("1")
    assert learner.asked is Action.PICK_2
    learner.presses("enter", "enter", after=0.5)
    assert learner.learning.finished


def test_every_action_can_be_learned(learner: Learner):
    names = ["y", *(f"f{number}" for number in range(1, 36))]
    while not learner.learning.finished:
        learner.presses(names.pop())
    assert set(learner.learning.keys) == set(Action) - {Action.OTHER, Action.NEXT}


def test_what_was_learned_is_a_key_map(tmp_path: Path):
    signs = {
        Action.CHOOSE: "f20",
        Action.NEXT: "space",
        Action.READ: "~",
        Action.HELP: "|",
        Action.BACK: "0",
        Action.WHERE: "y",
        Action.REPEAT: "backslash",
        Action.LOUDER: "plus",
        Action.MENU: "ctrl-shift-left",
    }
    path = tmp_path / "my-keys.yaml"
    path.write_text(as_yaml(signs, "Learned."), "utf-8")
    key_map, problems = read_key_map(path)
    assert key_map is not None, problems
    assert key_map.actions["~"] is Action.READ
    assert key_map.actions["|"] is Action.HELP
    assert key_map.actions["\\"] is Action.REPEAT
    assert key_map.actions["add"] is Action.LOUDER
    assert key_map.actions["ctrl+shift+left"] is Action.MENU
    assert {key_map.actions[key] for key in key_map.actions} == set(signs)


def test_what_was_sent_can_be_printed():
    assert Pressed("f18", b"\x1b[17;2~").sent_text == "ESC [17;2~"
    assert Pressed("enter", b"\r").sent_text == "<0d>"
    assert Pressed("space", b" ").sent_text == "a space"
    assert Pressed("ñ", "ñ".encode()).sent_text == "ñ"
