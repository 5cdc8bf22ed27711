"""What a visitor can do; keys, keypads and switches are turned into these before they reach the `Visit`."""

from __future__ import annotations

from enum import Enum


class Action(Enum):
    """One intention of the visitor, whatever key it came from."""

    NEXT = "next"
    """The next choice, and after the last the first: for visitors with two switches."""
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    PAGE_UP = "page-up"
    PAGE_DOWN = "page-down"
    CHOOSE = "choose"
    BACK = "back"
    MENU = "menu"
    READ = "read"
    """Read this page, pause, or resume."""
    REPEAT = "repeat"
    SLOWER = "slower"
    FASTER = "faster"
    LOUDER = "louder"
    QUIETER = "quieter"
    SOUND = "sound"
    """Sound on or off."""
    WHERE = "where"
    """Where am I?"""
    UNWELL = "unwell"
    """I feel unwell."""
    HELP = "help"
    """Help with this page; again, all keys; a third time, what each key does."""
    LANGUAGE = "language"
    """The next language."""
    CURTAIN = "curtain"
    """Screen off or on."""
    ONE_BY_ONE = "one-by-one"
    """One choice at a time, or all of them."""
    SIZE = "size"
    """Larger text."""
    SIZE_BACK = "size-back"
    """Smaller text."""
    CONTRAST = "contrast"
    """Other colours."""
    PICK_1 = "pick-1"
    PICK_2 = "pick-2"
    PICK_3 = "pick-3"
    PICK_4 = "pick-4"
    PICK_5 = "pick-5"
    PICK_6 = "pick-6"
    PICK_7 = "pick-7"
    PICK_8 = "pick-8"
    PICK_9 = "pick-9"
    OTHER = "other"
    """Any other key: it wakes the kiosk, stops speech and answers "Are you still there?"."""

    @property
    def picked(self) -> int | None:
        """The number that was picked, 1 to 9, or None for any other action."""
        name = self.value
        return int(name[5:]) if name.startswith("pick-") else None
