"""The secret keys that open the staff login: nobody presses them in this order by chance.

Pure: `now` is in seconds of a monotonic clock. A flood of bytes never opens it: before the first key there must be a
pause, and four given bytes right after it are one chance in 256⁴, four thousand million.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import SystemRandom

DEFAULT = "ctrl+w ctrl+a ctrl+r ctrl+d"
"""Of a kiosk whose settings name none. Each key is one byte in every terminal and means nothing to any of them."""
_LETTERS = "abdefgklnoprtuvwxy"
"""Letters that may be pressed with Ctrl."""
_MADE_UP = 4
"""Keys that a kiosk is given: one chance in 73,440 to guess them, if anybody knows how many."""
_KEY = rf"(ctrl\+[{_LETTERS}]|f([2-9]|1[0-2]))"
PATTERN = rf"{_KEY}( {_KEY}){{2,7}}"
"""Three to eight keys. To a terminal, Ctrl with H, I, J or M is another key, and with C, Q, S or Z a command."""
FEWEST_DIFFERENT = 3
"""Different keys needed: an object that lies on a key makes it repeat."""
REST_S = 1.0
"""Seconds without a key before the first one."""
WHOLE_S = 6.0
"""Seconds for all keys together."""
_ALONE = re.compile(r"(left_|right_)?(shift|control|alt|super|hyper|meta|caps_lock|num_lock|scroll_lock|iso_level)\w*")
"""Modifiers, which some terminals report alone; pressing them is part of holding Ctrl."""


class SecretKeys:
    """Listens for the secret keys."""

    def __init__(self, keys: str = "") -> None:
        """`keys` as in `device.yaml`; empty for the default."""
        self._keys: Sequence[str] = tuple((keys or DEFAULT).split())
        self._done = 0
        self._began = 0.0
        self._last: float | None = None

    def press(self, key: str, now: float) -> bool:
        """Return True if `key` (Textual's name) completes the secret keys."""
        if _ALONE.fullmatch(key):
            return False
        rested = self._last is None or now - self._last >= REST_S
        self._last = now
        if rested:
            self._done, self._began = 0, now
        elif self._done == 0 or now - self._began > WHOLE_S:
            self._done = 0
            return False
        self._done = self._done + 1 if key.lower() == self._keys[self._done] else 0
        if self._done < len(self._keys):
            return False
        self._done = 0
        return True


def made_up() -> str:
    """Return keys for one kiosk, that nobody can read in its documents."""
    return " ".join(f"ctrl+{letter}" for letter in SystemRandom().sample(_LETTERS, _MADE_UP))


def in_words(keys: str) -> str:
    """Return what to do to press `keys`: hold Ctrl and press K, O, F, T."""
    pressed = keys.split()
    if all(key.startswith("ctrl+") for key in pressed):
        return f"hold Ctrl and press {', '.join(key[-1].upper() for key in pressed)}"
    return f"press {', '.join(key.title() for key in pressed)}"


def is_safe(keys: str) -> bool:
    """Return True if enough of the keys differ."""
    return len(set(keys.split())) >= FEWEST_DIFFERENT
