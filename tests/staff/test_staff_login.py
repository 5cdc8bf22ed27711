"""The staff's door: it asks, it checks, it gives up; and nothing but the right PIN opens it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.chord import Chord
from kiosk.staff.door import GIVE_UP_S, LEFT_ALONE_S, Door, Stage
from kiosk.staff.lock_out import LockOut
from kiosk.staff.sheets import pin_sheet
from kiosk.visit.terms.sheet import Role
from kiosk.visit.terms.wording import Wording

WARD = ("ctrl+w", "ctrl+a", "ctrl+r", "ctrl+d")


def asked(now: float = 100.0, lock_out: LockOut | None = None) -> Door:
    """A door whose chord has just been pressed."""
    door = Door(Chord(), lock_out or LockOut())
    for key in WARD:
        door.press(key, None, now)
    assert door.stage is Stage.ASKED
    return door


def types(door: Door, pin: str, now: float = 101.0) -> str | None:
    for digit in pin:
        assert door.press(digit, digit, now) is None
    return door.press("enter", "\r", now)


def test_before_the_chord_keys_are_the_visitors():
    door = Door(Chord(), LockOut())
    for key in ("enter", "1", "escape", "ctrl+w", "x"):
        door.press(key, None, 100.0)
        assert door.stage is Stage.SHUT


def test_the_pin_is_handed_out_once_and_opens_when_it_is_right():
    door = asked()
    assert types(door, "482915") == "482915"
    assert door.stage is Stage.CHECKING
    assert door.typed == 0
    assert door.press("enter", "\r", 101.0) is None
    door.checked(door.attempt, True, 101.5)
    assert door.stage is Stage.OPEN
    assert door.lock_out == LockOut()


def test_a_wrong_one_is_counted_before_it_is_checked():
    door = asked()
    types(door, "111111")
    assert door.lock_out.failures == 1
    door.checked(door.attempt, False, 101.5)
    assert (door.stage, door.was_wrong) == (Stage.ASKED, True)


def test_after_the_third_one_digits_do_nothing_until_the_wait_is_over():
    door = asked()
    for _ in range(3):
        assert types(door, "111111") is not None
        door.checked(door.attempt, False, 101.0)
    assert types(door, "482915") is None
    assert door.typed == 0
    assert types(door, "482915", now=101.0 + 30) == "482915"


def test_a_slip_can_be_taken_back():
    door = asked()
    for key, character in (("4", "4"), ("9", "9"), ("backspace", "\x7f"), ("8", "8")):
        door.press(key, character, 101.0)
    assert door.typed == 2
    assert door.press("enter", "\r", 101.0) == "48"


@pytest.mark.parametrize("key", ["enter", "a", "up", "f1", "ctrl+c", "space"])
def test_other_keys_do_nothing(key: str):
    door = asked()
    assert door.press(key, None, 101.0) is None
    assert (door.stage, door.typed) == (Stage.ASKED, 0)


def test_escape_leaves():
    door = asked()
    door.press("4", "4", 101.0)
    door.press("escape", None, 101.0)
    assert (door.stage, door.typed) == (Stage.SHUT, 0)


def test_it_gives_up_half_a_minute_after_the_last_key():
    door = asked()
    door.press("4", "4", 120.0)
    door.tick(120.0 + GIVE_UP_S - 0.1)
    assert door.stage is Stage.ASKED
    door.tick(120.0 + GIVE_UP_S)
    assert (door.stage, door.typed) == (Stage.SHUT, 0)


def test_an_open_door_shuts_behind_who_has_gone_away():
    door = asked()
    types(door, "482915")
    door.checked(door.attempt, True, 101.0)
    door.press("down", None, 150.0)
    door.tick(150.0 + LEFT_ALONE_S - 0.1)
    assert door.stage is Stage.OPEN
    door.tick(150.0 + LEFT_ALONE_S)
    assert door.stage is Stage.SHUT


def test_an_answer_that_comes_too_late_opens_nothing():
    door = asked()
    types(door, "482915")
    late = door.attempt
    door.tick(101.0 + GIVE_UP_S)
    assert door.stage is Stage.SHUT
    door.checked(late, True, 140.0)
    assert door.stage is Stage.SHUT
    for key in WARD:
        door.press(key, None, 150.0)
    types(door, "111111", 151.0)
    door.checked(late, True, 152.0)
    assert door.stage is Stage.CHECKING


def test_digits_are_shown_as_dots_and_the_page_says_nothing_else():
    door = asked()
    for digit in "4829":
        door.press(digit, digit, 101.0)
    sheet = pin_sheet(door, 101.0, Wording(), "en")
    assert sheet.title == "Staff only"
    assert [part.text for part in sheet.parts] == ["Enter the PIN.", "●●●●"]
    assert sheet.parts[1].role is Role.HEADING


def test_how_long_to_wait_is_said_in_steps():
    door = asked(lock_out=LockOut(3, 130.0))
    assert pin_sheet(door, 100.0, Wording(), "en").parts[0].text == "Too many wrong PINs. Wait 30 seconds."
    assert pin_sheet(door, 101.0, Wording(), "en").parts[0].text == "Too many wrong PINs. Wait 30 seconds."
    assert pin_sheet(door, 111.0, Wording(), "en").parts[0].text == "Too many wrong PINs. Wait 20 seconds."
    assert "2 minutes" in pin_sheet(asked(lock_out=LockOut(5, 220.0)), 101.0, Wording(), "en").parts[0].text


_PRESSES = st.lists(
    st.one_of(st.sampled_from([*WARD, "enter", "escape", "backspace", "0", "1", "7", "x"]), st.floats(0, 40)),
    max_size=80,
)


@given(_PRESSES, st.booleans())
def test_whatever_is_pressed_only_a_right_pin_opens(presses: list[str | float], is_right: bool):
    door, now, opened = Door(Chord(), LockOut()), 100.0, False
    for press in presses:
        if isinstance(press, float):
            now += press
            door.tick(now)
            continue
        locked = door.lock_out.left_s(now) > 0
        pin = door.press(press, press if len(press) == 1 else None, now)
        if pin is not None:
            assert not locked
            assert pin.isdigit()
            door.checked(door.attempt, is_right, now)
            opened = opened or is_right
        assert 0 <= door.typed <= 12
        assert opened or door.stage is not Stage.OPEN
