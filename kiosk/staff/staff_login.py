"""The staff's door: shut, asking for the PIN, checking it, or open. Pure: told keys and the time, it reads no clock."""

from __future__ import annotations

from enum import Enum

from kiosk.staff.lock_out import LockOut
from kiosk.staff.pin_hash import LONGEST
from kiosk.staff.secret_keys import SecretKeys

GIVE_UP_S = 30.0
"""Seconds without a key after which the question for the PIN goes away."""
LEFT_ALONE_S = 120.0
"""Seconds without a key after which an open door shuts by itself."""


class Stage(Enum):
    """How far somebody has come."""

    CLOSED = "closed"
    """Keys are the visitor's."""
    ASKED = "asked"
    """The PIN is asked for."""
    CHECKING = "checking"
    OPEN = "open"


class StaffLogin:
    """One kiosk's door. `stage` and `typed` tell what to show."""

    def __init__(self, keys: SecretKeys, lock_out: LockOut) -> None:
        self._secret_keys = keys
        self.lock_out = lock_out
        self.stage = Stage.CLOSED
        self.typed = 0
        """How many digits have been typed."""
        self.was_wrong = False
        """Whether the PIN before was wrong, while the next one is asked for."""
        self.attempt = 0
        """The number of the PIN that was handed out last."""
        self._digits = ""
        self._stirred = 0.0

    def press(self, key: str, character: str | None, now: float) -> str | None:
        """A key, by Textual's name and by what it types. Returns a PIN that is to be checked, else None.

        While `stage` is CLOSED, the key is the visitor's; it must be handed in all the same.
        """
        if self.stage is Stage.CLOSED:
            if self._secret_keys.press(key, now):
                self._ask(now)
            return None
        self._stirred = now
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
        """What the check of PIN number `attempt` has found; one that comes too late is dropped."""
        if self.stage is not Stage.CHECKING or attempt != self.attempt:
            return
        self._stirred = now
        if right:
            self.stage, self.lock_out = Stage.OPEN, LockOut()
        else:
            self.stage, self.was_wrong = Stage.ASKED, True

    def tick(self, now: float) -> None:
        """Time passes: who has gone away leaves no open door."""
        alone = now - self._stirred
        if self.stage is not Stage.CLOSED and alone >= (LEFT_ALONE_S if self.stage is Stage.OPEN else GIVE_UP_S):
            self.close()

    def close(self) -> None:
        """Keys are the visitor's again."""
        self.stage, self.was_wrong = Stage.CLOSED, False
        self._type("")

    def _ask(self, now: float) -> None:
        self.stage, self.was_wrong, self._stirred = Stage.ASKED, False, now
        self._type("")

    def _type(self, digits: str) -> None:
        self._digits = digits[:LONGEST]
        self.typed = len(self._digits)
