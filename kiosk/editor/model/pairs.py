"""Which member of an old list each member of a new one was, so that its comments stay with it."""

from __future__ import annotations

from difflib import SequenceMatcher

from kiosk.editor.model.values import Value

ALIKE = 0.5
"""Share of letters from which a member counts as the old one with other words."""


def pairs(old: list[Value], new: list[Value]) -> list[int | None]:
    """Return for each of `new` the number of the one of `old` that it was; None for one that was added."""
    found: list[int | None] = [None] * len(new)
    free = list(range(len(old)))
    for at, value in enumerate(new):
        same = [number for number in free if old[number] == value]
        if same:
            found[at] = min(same, key=lambda number, at=at: abs(number - at))  # type: ignore[misc]
            free.remove(found[at])  # type: ignore[arg-type]
    for at, value in enumerate(new):
        if found[at] is None and free:
            best = max(free, key=lambda number: _alike(old[number], value))
            if _alike(old[best], value) < ALIKE and (len(old) != len(new) or at not in free):
                continue
            found[at] = best if _alike(old[best], value) >= ALIKE else at
            free.remove(found[at])  # type: ignore[arg-type]
    return found


def _alike(old: Value, new: Value) -> float:
    return SequenceMatcher(None, str(old), str(new), autojunk=False).ratio()
