"""The way back: the places that lead to the present one, each with its page and focus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple


class Position(NamedTuple):
    """A sentence of a text, which is the same one at every size, in every language and after a renewal."""

    part: int
    sentence: int
    """0-based within its part; negative for what the picture before that part shows."""


@dataclass
class Place:
    """A sheet, a page of it, the choice in focus, and the sentence that the visitor has come to."""

    name: str
    number: int = 0
    """0-based page."""
    focus: int = 0
    position: Position | None = field(default=None, compare=False)
    """The sentence that was read last or is to be read next; None at the top, before anything was read."""
    heard: bool = field(default=False, compare=False)
    """True once the text was read to its end."""


class Trail:
    """Places from the first to the present one. Each name occurs once, so the trail cannot grow without end."""

    def __init__(self, root: str) -> None:
        self._places = [Place(root)]

    @property
    def here(self) -> Place:
        """The present place."""
        return self._places[-1]

    @property
    def places(self) -> tuple[Place, ...]:
        """All places from the first on."""
        return tuple(self._places)

    @property
    def names(self) -> tuple[str, ...]:
        """All names from the first place on."""
        return tuple(place.name for place in self._places)

    @property
    def before(self) -> str:
        """The name of the place that `back` leads to; empty at the first one."""
        return self._places[-2].name if len(self._places) > 1 else ""

    def go(self, name: str) -> None:
        """Go to `name`: back to it if it is on the trail already, else forward.

        A card takes the place of the one before it, so that "back" leads to the list of them.
        """
        if name in self.names:
            del self._places[self.names.index(name) + 1 :]
        elif _list_of(name) and _list_of(name) == _list_of(self.here.name):
            self._places[-1] = Place(name)
        else:
            self._places.append(Place(name))

    def keep(self, exists: Callable[[str], bool]) -> None:
        """Drop the places that no longer exist; the first one stays."""
        self._places[1:] = [place for place in self._places[1:] if exists(place.name)]

    def back(self) -> bool:
        """Go one place back, to its page and focus as they were; return False at the first place."""
        if len(self._places) == 1:
            return False
        self._places.pop()
        return True


def _list_of(name: str) -> str:
    """Return the list that a card such as `feel-unwell/2` is in; empty for any other place."""
    of, _, number = name.partition("/")
    return of if number.isdecimal() else ""
