"""The chord that opens the staff's door: keys that nobody presses in this order by chance. Pure.

Told the time in seconds of a monotonic clock. A flood of bytes never opens it: before the first key there must be a
pause, and four bytes out of 256 right at its start are one chance in four thousand million.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

DEFAULT = "ctrl+w ctrl+a ctrl+r ctrl+d"
"""Ctrl held down, and “ward” typed. Each arrives as one byte in every terminal, and means nothing to any of them."""
_KEY = r"(ctrl\+[abdefgklnoprtuvwxy]|f([2-9]|1[0-2]))"
PATTERN = rf"{_KEY}( {_KEY}){{2,7}}"
"""Three to eight keys. Ctrl with H, I, J and M are other keys to a terminal; C, Q, S and Z may mean something to it."""
FEWEST_DIFFERENT = 3
"""So many keys of a chord must differ: a key that something lies on repeats itself."""
REST_S = 1.0
"""Seconds without a key before the first one."""
WHOLE_S = 6.0
"""Seconds that the whole chord may take."""
_ALONE = re.compile(r"(left_|right_)?(shift|control|alt|super|hyper|meta|caps_lock|num_lock|scroll_lock|iso_level)\w*")
"""Keys that some terminals tell of, and that are part of holding down Ctrl."""


class SecretKeys:
    """Listens for one chord."""

    def __init__(self, keys: str = "") -> None:
        """`keys` as in `device.yaml`; empty for the default."""
        self._keys: Sequence[str] = tuple((keys or DEFAULT).split())
        self._done = 0
        self._began = 0.0
        self._last: float | None = None

    def press(self, key: str, now: float) -> bool:
        """Whether `key` (Textual's name of it) is the last one of the chord."""
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


def is_safe(keys: str) -> bool:
    """Whether enough of the keys differ."""
    return len(set(keys.split())) >= FEWEST_DIFFERENT
