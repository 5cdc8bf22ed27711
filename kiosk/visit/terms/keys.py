"""Names of the visitor's keys, so that pages can mention them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from kiosk.visit.terms.action import OFFERED, Action

STANDARD_NAMES: Mapping[Action, str] = MappingProxyType({action: action.called for action in Action if action.called})
"""Names of keys of the standard map, in English; words are keys of the translation."""
STANDARD_LETTERS: Mapping[str, Mapping[Action, str]] = MappingProxyType(
    {
        language: {action: action.own[language].upper() for action in Action if language in action.own}
        for language in dict.fromkeys(language for action in Action for language in action.own)
    }
)
"""Letters that are named in one language only (ayuda, dónde, idioma) and work in all languages."""
MOVING = ("the arrow keys",)
"""One name for the keys that move from choice to choice, in English."""


class Key(NamedTuple):
    """A key in the last row of a page: what is printed on it, and what it does."""

    cap: str
    job: str
    action: Action | None = None
    """What a tap on it does; None for nothing."""


@dataclass(frozen=True)
class Keys:
    """The keys of one key map."""

    names: Mapping[Action, str] = field(default_factory=lambda: STANDARD_NAMES)
    """The name of the key for each action, in English. An action that is missing has no key."""
    moving: str = MOVING[0]
    """One name for the keys that move from choice to choice."""
    languages: Mapping[str, Mapping[Action, str]] = field(default_factory=lambda: STANDARD_LETTERS)
    """Language → the keys that have another name in it."""
    touch: bool = False
    """True if choices can be tapped, too."""
    needless: tuple[Action, ...] = ()
    """Actions that have nothing to do on this machine, so that neither a key nor “More” offers them."""

    def without(self, action: Action) -> Keys:
        """Return the keys of a machine on which `action` has nothing to do."""
        names = {each: name for each, name in self.names.items() if each is not action}
        return replace(self, names=names, needless=(*self.needless, action))

    def named_in(self, language: str) -> Keys:
        """Return the keys with their names in `language`."""
        own = self.languages.get(language)
        if not own or not self.names.keys() & own.keys():
            return self
        return replace(self, names={action: own.get(action, name) for action, name in self.names.items()})

    def has(self, action: Action) -> bool:
        """Return True if a key does `action`."""
        return action in self.names

    @property
    def few(self) -> bool:
        """True for one or two switches: a key to go round the choices and one to choose, or only that one."""
        return not any(map(self.has, (Action.DOWN, Action.BACK, Action.PICK_1)))

    @property
    def missing(self) -> tuple[Action, ...]:
        """Actions that "More" offers because they have no key."""
        return tuple(action for action in OFFERED if action not in self.names and action not in self.needless)


STANDARD = Keys()
