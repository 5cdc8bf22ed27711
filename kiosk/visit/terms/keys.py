"""What the visitor's keys are called, so that pages can name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kiosk.visit.terms.action import Action

WORDS: Mapping[Action, str] = {
    Action.UP: "up",
    Action.DOWN: "down",
    Action.LEFT: "left",
    Action.RIGHT: "right",
    Action.PAGE_UP: "page up",
    Action.PAGE_DOWN: "page down",
    Action.CHOOSE: "Enter",
    Action.MENU: "Home",
    Action.READ: "Space",
    Action.SLOWER: "comma",
    Action.FASTER: "full stop",
    Action.LOUDER: "plus",
    Action.QUIETER: "minus",
    Action.SIZE_BACK: "Shift T",
}
"""Keys of the standard map with a name that is a word; English, to be looked up in the language's words."""
STANDARD_NAMES: Mapping[Action, str] = MappingProxyType(
    {
        **WORDS,
        Action.BACK: "0",
        Action.REPEAT: "R",
        Action.SOUND: "M",
        Action.SIZE: "T",
        Action.CONTRAST: "C",
        Action.LANGUAGE: "L",
        Action.CURTAIN: "S",
        Action.ONE_BY_ONE: "N",
        Action.WHERE: "W",
        Action.UNWELL: "E",
        Action.HELP: "H",
        **{Action(f"pick-{number}"): str(number) for number in range(1, 10)},
    }
)
"""Those that are a letter or a digit besides."""
STANDARD_LETTERS: Mapping[str, Mapping[Action, str]] = MappingProxyType(
    {"es": {Action.HELP: "A", Action.WHERE: "D", Action.LANGUAGE: "I"}}
)
"""Letters that are named in one language only: ayuda, dónde, idioma. They work in all, as the English ones do."""
MOVING = ("the arrow keys",)
"""What moves from choice to choice, in one name; English, likewise."""
OFFERED = (
    Action.READ,
    Action.REPEAT,
    Action.WHERE,
    Action.UNWELL,
    Action.BACK,
    Action.MENU,
    Action.SLOWER,
    Action.FASTER,
    Action.LOUDER,
    Action.QUIETER,
    Action.SOUND,
    Action.SIZE,
    Action.CONTRAST,
    Action.LANGUAGE,
    Action.CURTAIN,
    Action.ONE_BY_ONE,
    Action.HELP,
)
"""What every visitor must be able to do. Those of them that have no key are offered as choices, in this order."""


@dataclass(frozen=True)
class Keys:
    """The keys of one key map."""

    names: Mapping[Action, str] = field(default_factory=lambda: STANDARD_NAMES)
    """The key that a page names for an action, in English. An action that is not in it has no key."""
    moving: str = MOVING[0]
    """What moves from choice to choice, in one name."""
    languages: Mapping[str, Mapping[Action, str]] = field(default_factory=lambda: STANDARD_LETTERS)
    """For some languages, the keys that have another name there."""

    def named_in(self, language: str) -> Keys:
        """The same keys as pages in `language` name them."""
        own = self.languages.get(language)
        if not own or not self.names.keys() & own.keys():
            return self
        return replace(self, names={action: own.get(action, name) for action, name in self.names.items()})

    def has(self, action: Action) -> bool:
        """Whether a key does `action`."""
        return action in self.names

    @property
    def missing(self) -> tuple[Action, ...]:
        """What is offered as choices because no key does it."""
        return tuple(action for action in OFFERED if action not in self.names)


STANDARD = Keys()
