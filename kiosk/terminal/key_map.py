"""Which key means which `Action`."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.visit.action import Action

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
    "t": Action.SIZE,
    "T": Action.SIZE_BACK,
    "c": Action.CONTRAST,
    "h": Action.HELP,
    "?": Action.HELP,
    "f1": Action.HELP,
    **{str(number): Action(f"pick-{number}") for number in range(1, 10)},
}
"""The standard map, by character where a key has one, else by Textual's name of the key."""

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
