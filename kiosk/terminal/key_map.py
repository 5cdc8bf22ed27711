"""Maps keys to actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.terminal.key_maps.key_names import arrivals
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.keys import Keys

STANDARD: Mapping[str, Action] = {
    arrival: action for action in Action for key in (*action.keys, *action.own.values()) for arrival in arrivals(key)
}
"""The standard map, by the character of a key if it has one, else by Textual's name."""
BUILT_IN = ("standard", "number-pad", "keypad-8", "two-switch", "one-hand")
"""The maps that come with the kiosk."""


@dataclass(frozen=True)
class KeyMap:
    """Actions of keys, and names of keys for pages."""

    name: str
    actions: Mapping[str, Action]
    """By the character of a key if it has one, else by Textual's name."""
    keys: Keys

    def as_json(self) -> dict[str, Any]:
        """Return the map for a cache file, which is read faster than YAML."""
        return {
            "name": self.name,
            "actions": {key: action.value for key, action in self.actions.items()},
            "names": _values(self.keys.names),
            "moving": self.keys.moving,
            "languages": {language: _values(names) for language, names in self.keys.languages.items()},
        }

    @classmethod
    def from_json(cls, value: Any) -> KeyMap:
        """Return the map from `as_json`. Raises KeyError, TypeError, ValueError or AttributeError for anything else."""
        languages = {language: _names(names) for language, names in value["languages"].items()}
        keys = Keys(_names(value["names"]), value["moving"], languages)
        return cls(value["name"], {key: Action(action) for key, action in value["actions"].items()}, keys)


def _values(names: Mapping[Action, str]) -> dict[str, str]:
    return {action.value: name for action, name in names.items()}


def _names(values: Mapping[str, str]) -> dict[Action, str]:
    return {Action(action): name for action, name in values.items()}


STANDARD_MAP = KeyMap("standard", STANDARD, Keys())

_MODIFIERS = (
    "shift",
    "control",
    "alt",
    "super",
    "hyper",
    "meta",
    "caps_lock",
    "num_lock",
    "scroll_lock",
    "iso_level",
)


def action_for(key: str, character: str | None, keys: Mapping[str, Action] = STANDARD) -> Action | None:
    """Return the action of a key press; OTHER for a key without one, None for a modifier pressed alone.

    `key`: Textual's name of the key; `character`: what it types, if anything.
    """
    if character is not None and len(character) == 1 and character.isprintable() and character != " ":
        return keys.get(character) or keys.get(character.lower(), Action.OTHER)
    if key in keys:
        return keys[key]
    parts = key.removeprefix("left_").removeprefix("right_")
    return None if parts.startswith(_MODIFIERS) and "+" not in key else Action.OTHER
