"""The login of staff: closed, asking for the PIN, checking it, or open. Pure: keys and the time are passed in."""

from __future__ import annotations

from enum import Enum

from kiosk.staff.lock_out import LockOut
from kiosk.staff.pin_hash import LONGEST
from kiosk.staff.secret_keys import SecretKeys

GIVE_UP_S = 30.0
"""Seconds without a key until the question for the PIN closes."""
LEFT_ALONE_S = 30.0
"""Seconds without a key until an open login closes; while something is read aloud or checked, they do not count."""


class Stage(Enum):
    """The stages of a login."""

    CLOSED = "closed"
    """Keys go to the visitor."""
    ASKED = "asked"
    """The PIN is asked for."""
    CHECKING = "checking"
    OPEN = "open"


class StaffLogin:
    """The login of one kiosk. `stage` and `typed` determine what to show."""

    def __init__(self, keys: SecretKeys, lock_out: LockOut) -> None:
        self._secret_keys = keys
        self.lock_out = lock_out
        self.stage = Stage.CLOSED
        self.typed = 0
        """Number of digits typed so far."""
        self.was_wrong = False
        """True if the last PIN was wrong and the next one is being asked for."""
        self.attempt = 0
        """The number of the last PIN that was returned to be checked."""
        self._digits = ""
        self._last_key_at = 0.0

    def press(self, key: str, character: str | None, now: float) -> str | None:
        """Take a key, as Textual's name and as the character that it types. Returns a PIN to be checked, else None.

        While `stage` is CLOSED, keys go to the visitor, but must be passed in here as well.
        """
        if self.stage is Stage.CLOSED:
            if self._secret_keys.press(key, now):
                self._ask(now)
            return None
        self._last_key_at = now
        if self.stage is not Stage.ASKED:
            return None
        if key == "escape":
            self.close()
        elif self.lock_out.left_s(now) > 0:
            return None
        elif character is not None and character.isascii() and character.isdigit():
            self._type(self._digits + character)
        elif key in ("backspace", "delete"):
            self._type(self._digits[:-1])
        elif key == "enter" and self._digits:
            pin = self._digits
            self._type("")
            self.stage = Stage.CHECKING
            self.attempt += 1
            self.lock_out = self.lock_out.tried(now)
            return pin
        return None

    def checked(self, attempt: int, right: bool, now: float) -> None:
        """Take the result for PIN number `attempt`; a result that is too late is ignored."""
        if self.stage is not Stage.CHECKING or attempt != self.attempt:
            return
        self._last_key_at = now
        if right:
            self.stage, self.lock_out = Stage.OPEN, LockOut()
        else:
            self.stage, self.was_wrong = Stage.ASKED, True

    def ask_again(self, now: float) -> None:
        """Ask for the PIN once more although the login is open."""
        self._ask(now)

    def tick(self, now: float, busy: bool = False) -> None:
        """Let time pass: a login that was left alone closes. It is not while it is `busy` with what staff asked for."""
        if busy and self.stage is Stage.OPEN:
            self._last_key_at = now
        alone = now - self._last_key_at
        if self.stage is not Stage.CLOSED and alone >= (LEFT_ALONE_S if self.stage is Stage.OPEN else GIVE_UP_S):
            self.close()

    def close(self) -> None:
        """Close the login: keys go to the visitor again."""
        self.stage, self.was_wrong = Stage.CLOSED, False
        self._type("")

    def _ask(self, now: float) -> None:
        self.stage, self.was_wrong, self._last_key_at = Stage.ASKED, False, now
        self._type("")

    def _type(self, digits: str) -> None:
        self._digits = digits[:LONGEST]
        self.typed = len(self._digits)
