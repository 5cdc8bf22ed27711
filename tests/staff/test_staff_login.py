"""The login of staff: it asks, it checks, it gives up; and nothing but the right PIN opens it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.lock_out import LockOut
from kiosk.staff.secret_keys import SecretKeys
from kiosk.staff.staff_login import GIVE_UP_S, LEFT_ALONE_S, StaffLogin, Stage
from kiosk.staff.staff_sheets import pin_sheet
from kiosk.visit.terms.sheet import Role
from kiosk.visit.terms.wording import Wording

WARD = ("ctrl+w", "ctrl+a", "ctrl+r", "ctrl+d")


def asked(now: float = 100.0, lock_out: LockOut | None = None) -> StaffLogin:
    """A login whose keys have just been pressed."""
    login = StaffLogin(SecretKeys(), lock_out or LockOut())
    for key in WARD:
        login.press(key, None, now)
    assert login.stage is Stage.ASKED
    return login


def types(login: StaffLogin, pin: str, now: float = 101.0) -> str | None:
    for digit in pin:
        assert login.press(digit, digit, now) is None
    return login.press("enter", "\r", now)


def test_before_the_secret_keys_all_keys_are_the_visitors():
    login = StaffLogin(SecretKeys(), LockOut())
    for key in ("enter", "1", "escape", "ctrl+w", "x"):
        login.press(key, None, 100.0)
        assert login.stage is Stage.CLOSED


def test_the_pin_is_handed_out_once_and_opens_when_it_is_right():
    login = asked()
    assert types(login, "482915") == "482915"
    assert login.stage is Stage.CHECKING
    assert login.typed == 0
    assert login.press("enter", "\r", 101.0) is None
    login.checked(login.attempt, True, 101.5)
    assert login.stage is Stage.OPEN
    assert login.lock_out == LockOut()


def test_a_wrong_one_is_counted_before_it_is_checked():
    login = asked()
    types(login, "111111")
    assert login.lock_out.failures == 1
    login.checked(login.attempt, False, 101.5)
    assert (login.stage, login.was_wrong) == (Stage.ASKED, True)


def test_after_the_third_one_digits_do_nothing_until_the_wait_is_over():
    login = asked()
    for _ in range(3):
        assert types(login, "111111") is not None
        login.checked(login.attempt, False, 101.0)
    assert types(login, "482915") is None
    assert login.typed == 0
    assert types(login, "482915", now=101.0 + 30) == "482915"


def test_a_slip_can_be_taken_back():
    login = asked()
    for key, character in (("4", "4"), ("9", "9"), ("backspace", "\x7f"), ("8", "8")):
        login.press(key, character, 101.0)
    assert login.typed == 2
    assert login.press("enter", "\r", 101.0) == "48"


@pytest.mark.parametrize("key", ["enter", "a", "up", "f1", "ctrl+c", "space"])
def test_other_keys_do_nothing(key: str):
    login = asked()
    assert login.press(key, None, 101.0) is None
    assert (login.stage, login.typed) == (Stage.ASKED, 0)


def test_escape_leaves():
    login = asked()
    login.press("4", "4", 101.0)
    login.press("escape", None, 101.0)
    assert (login.stage, login.typed) == (Stage.CLOSED, 0)


def test_it_gives_up_half_a_minute_after_the_last_key():
    login = asked()
    login.press("4", "4", 120.0)
    login.tick(120.0 + GIVE_UP_S - 0.1)
    assert login.stage is Stage.ASKED
    login.tick(120.0 + GIVE_UP_S)
    assert (login.stage, login.typed) == (Stage.CLOSED, 0)


def test_an_open_login_closes_when_staff_have_gone_away():
    login = asked()
    types(login, "482915")
    login.checked(login.attempt, True, 101.0)
    login.press("down", None, 150.0)
    login.tick(150.0 + LEFT_ALONE_S - 0.1)
    assert login.stage is Stage.OPEN
    login.tick(150.0 + LEFT_ALONE_S)
    assert login.stage is Stage.CLOSED


def test_an_answer_that_comes_too_late_opens_nothing():
    login = asked()
    types(login, "482915")
    late = login.attempt
    login.tick(101.0 + GIVE_UP_S)
    assert login.stage is Stage.CLOSED
    login.checked(late, True, 140.0)
    assert login.stage is Stage.CLOSED
    for key in WARD:
        login.press(key, None, 150.0)
    types(login, "111111", 151.0)
    login.checked(late, True, 152.0)
    assert login.stage is Stage.CHECKING


def test_digits_are_shown_as_dots_and_the_page_says_nothing_else():
    login = asked()
    for digit in "4829":
        login.press(digit, digit, 101.0)
    sheet = pin_sheet(login, 101.0, Wording(), "en")
    assert sheet.title == "Staff only"
    assert [part.text for part in sheet.parts] == ["Enter the PIN.", "●●●●"]
    assert sheet.parts[1].role is Role.HEADING


def test_how_long_to_wait_is_said_in_steps():
    login = asked(lock_out=LockOut(3, 130.0))
    assert pin_sheet(login, 100.0, Wording(), "en").parts[0].text == "Too many wrong PINs. Wait 30 seconds."
    assert pin_sheet(login, 101.0, Wording(), "en").parts[0].text == "Too many wrong PINs. Wait 30 seconds."
    assert pin_sheet(login, 111.0, Wording(), "en").parts[0].text == "Too many wrong PINs. Wait 20 seconds."
    assert "2 minutes" in pin_sheet(asked(lock_out=LockOut(5, 220.0)), 101.0, Wording(), "en").parts[0].text


_PRESSES = st.lists(
    st.one_of(st.sampled_from([*WARD, "enter", "escape", "backspace", "0", "1", "7", "x"]), st.floats(0, 40)),
    max_size=80,
)


@given(_PRESSES, st.booleans())
def test_whatever_is_pressed_only_a_right_pin_opens(presses: list[str | float], is_right: bool):
    login, now, opened = StaffLogin(SecretKeys(), LockOut()), 100.0, False
    for press in presses:
        if isinstance(press, float):
            now += press
            login.tick(now)
            continue
        locked = login.lock_out.left_s(now) > 0
        pin = login.press(press, press if len(press) == 1 else None, now)
        if pin is not None:
            assert not locked
            assert pin.isdigit()
            login.checked(login.attempt, is_right, now)
            opened = opened or is_right
        assert 0 <= login.typed <= 12
        assert opened or login.stage is not Stage.OPEN
