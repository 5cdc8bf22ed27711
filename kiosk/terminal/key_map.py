"""Which key means which `Action`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.visit.terms.action import Action
from kiosk.visit.terms.keys import Keys

STANDARD: Mapping[str, Action] = {
    "up": Action.UP,
    "down": Action.DOWN,
    "left": Action.LEFT,
    "right": Action.RIGHT,
    "shift+tab": Action.UP,
    "tab": Action.DOWN,
    "pageup": Action.PAGE_UP,
    "pagedown": Action.PAGE_DOWN,
    "enter": Action.CHOOSE,
    "backspace": Action.BACK,
    "escape": Action.BACK,
    "0": Action.BACK,
    "home": Action.MENU,
    "space": Action.READ,
    "r": Action.REPEAT,
    ",": Action.SLOWER,
    "<": Action.SLOWER,
    ".": Action.FASTER,
    "decimal": Action.FASTER,
    "full_stop": Action.FASTER,
    ">": Action.FASTER,
    "+": Action.LOUDER,
    "=": Action.LOUDER,
    "add": Action.LOUDER,
    "plus": Action.LOUDER,
    "raise_volume": Action.LOUDER,
    "-": Action.QUIETER,
    "_": Action.QUIETER,
    "subtract": Action.QUIETER,
    "minus": Action.QUIETER,
    "lower_volume": Action.QUIETER,
    "m": Action.SOUND,
    "mute_volume": Action.SOUND,
    "w": Action.WHERE,
    "e": Action.UNWELL,
    "l": Action.LANGUAGE,
    "s": Action.CURTAIN,
    "n": Action.ONE_BY_ONE,
    "t": Action.SIZE,
    "T": Action.SIZE_BACK,
    "c": Action.CONTRAST,
    "h": Action.HELP,
    "?": Action.HELP,
    "f1": Action.HELP,
    "a": Action.HELP,
    "d": Action.WHERE,
    "i": Action.LANGUAGE,
    **{str(number): Action(f"pick-{number}") for number in range(1, 10)},
}
"""The standard map, by character where a key has one, else by Textual's name of the key.

It stands here, and not only in `key_maps/standard.yaml`, because the kiosk starts sooner without reading that; a test
holds the two against each other. A, D and I are Spanish: ayuda, dónde, idioma.
"""
BUILT_IN = ("standard", "number-pad", "keypad-8", "two-switch", "one-hand")
"""The maps that are shipped."""


@dataclass(frozen=True)
class KeyMap:
    """Which key means which action, and what pages call the keys."""

    name: str
    actions: Mapping[str, Action]
    """By character where a key has one, else by Textual's name of the key."""
    keys: Keys

    def as_json(self) -> dict[str, Any]:
        """For a file that is read sooner than YAML."""
        return {
            "name": self.name,
            "actions": {key: action.value for key, action in self.actions.items()},
            "names": _values(self.keys.names),
            "moving": self.keys.moving,
            "languages": {language: _values(names) for language, names in self.keys.languages.items()},
        }

    @classmethod
    def from_json(cls, value: Any) -> KeyMap:
        """What `as_json` gave. Raises KeyError, TypeError, ValueError or AttributeError for anything else."""
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
    """The action of a key press; OTHER for a key without a job, None for a modifier pressed alone.

    `key` is Textual's name of the key, `character` what it types, where it types something.
    """
    if character is not None and len(character) == 1 and character.isprintable() and character != " ":
        return keys.get(character) or keys.get(character.lower(), Action.OTHER)
    if key in keys:
        return keys[key]
    parts = key.removeprefix("left_").removeprefix("right_")
    return None if parts.startswith(_MODIFIERS) and "+" not in key else Action.OTHER
