"""What the visitor's keys are called, so that pages can name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kiosk.visit.terms.action import OFFERED, Action

STANDARD_NAMES: Mapping[Action, str] = MappingProxyType({action: action.called for action in Action if action.called})
"""Keys of the standard map; English, words to be looked up in the language's words."""
STANDARD_LETTERS: Mapping[str, Mapping[Action, str]] = MappingProxyType(
    {
        language: {action: action.own[language].upper() for action in Action if language in action.own}
        for language in dict.fromkeys(language for action in Action for language in action.own)
    }
)
"""Letters that are named in one language only: ayuda, dónde, idioma. They work in all, as the English ones do."""
MOVING = ("the arrow keys",)
"""What moves from choice to choice, in one name; English too."""


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
