"""The way back: every place that the visitor came through, with its page and focus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Place:
    """Where a visitor is: a sheet, a page of it, and the choice in focus."""

    name: str
    number: int = 0
    """0-based page."""
    focus: int = 0


class Trail:
    """Places from the first to the present one. No name stands in it twice, so it cannot grow without end."""

    def __init__(self, root: str) -> None:
        self._places = [Place(root)]

    @property
    def here(self) -> Place:
        """The present place."""
        return self._places[-1]

    @property
    def names(self) -> tuple[str, ...]:
        """All names from the first place on."""
        return tuple(place.name for place in self._places)

    @property
    def before(self) -> str:
        """The name of the place that `back` goes to; empty at the first one."""
        return self._places[-2].name if len(self._places) > 1 else ""

    def go(self, name: str) -> None:
        """To `name`: back to it where it is on the way already, else on to it."""
        if name in self.names:
            del self._places[self.names.index(name) + 1 :]
        else:
            self._places.append(Place(name))

    def keep(self, exists: Callable[[str], bool]) -> None:
        """Leaves out the places that no longer exist; the first one stays."""
        self._places[1:] = [place for place in self._places[1:] if exists(place.name)]

    def back(self) -> bool:
        """One place back, with its page and focus as they were; False at the first place."""
        if len(self._places) == 1:
            return False
        self._places.pop()
        return True
