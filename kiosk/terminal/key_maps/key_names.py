"""Names of keys in key maps, and how these keys arrive from the terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_SIGNS = {
    "comma": ",",
    "equals": "=",
    "underscore": "_",
    "less-than": "<",
    "greater-than": ">",
    "question-mark": "?",
    "exclamation-mark": "!",
    "semicolon": ";",
    "colon": ":",
    "apostrophe": "'",
    "quotation-mark": '"',
    "number-sign": "#",
    "ampersand": "&",
    "percent": "%",
    "at": "@",
    "left-bracket": "[",
    "right-bracket": "]",
    "backslash": "\\",
}
"""Characters that can mean something else in YAML, so they need a name there."""
_OTHERS = {
    # Some terminals send a number pad's keys as characters, others by name.
    "plus": ("+", "add", "plus"),
    "minus": ("-", "subtract", "minus"),
    "star": ("*", "multiply", "asterisk"),
    "slash": ("/", "divide", "slash"),
    "full-stop": (".", "decimal", "full_stop"),
    "keypad-centre": ("kp_begin", "\ue053"),
    "page-up": ("pageup",),
    "page-down": ("pagedown",),
    "volume-up": ("raise_volume",),
    "volume-down": ("lower_volume",),
    "volume-mute": ("mute_volume",),
}
_AS_THEY_ARE = (
    "up", "down", "left", "right", "home", "end", "insert", "delete",
    "enter", "escape", "backspace", "tab", "space", "menu",
    *(f"f{number}" for number in range(1, 36)),
)  # fmt: skip
ARRIVES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **{name: (name,) for name in _AS_THEY_ARE},
        **_OTHERS,
        **{name: (sign,) for name, sign in _SIGNS.items()},
    }
)
"""Name of a key → how it may arrive: as a character, or as one of Textual's names."""
_REFUSED = (" ", "{", "}")
"""The space bar has a name; braces would be read as a placeholder when a page names the key."""
_NAME = {arrival: name for name, arrivals in ARRIVES.items() for arrival in arrivals}
_WITH_MODIFIER = re.compile(r"((?:(?:ctrl|alt|shift|super)[-+])+)(.+)")
_CAPITAL = frozenset({"enter", "escape", "backspace", "tab", "space", "home", "end", "insert", "delete", "menu"})


def arrivals(name: str) -> tuple[str, ...]:
    """Return how the key `name` of a key map may arrive; empty if there is no such key."""
    if len(name) == 1:
        name = _NAME.get(name, name)
        return ARRIVES.get(name) or ((name,) if name.isprintable() and name not in _REFUSED else ())
    held = _WITH_MODIFIER.fullmatch(name)
    if held is None:
        return ARRIVES.get(name, ())
    below = (held[2],) if len(held[2]) == 1 and "ctrl" in held[1] else ARRIVES.get(held[2], ())
    return tuple(held[1].replace("-", "+") + key for key in below)


def name_of(key: str, character: str | None) -> str:
    """Return the name in key maps of the key that arrived; empty for an unusable one.

    `key`: Textual's name of the key; `character`: what it types, if anything.
    """
    if character is not None and len(character) == 1 and character.isprintable() and character != " ":
        return "" if character in _REFUSED else _NAME.get(character, character.lower())
    if key in _NAME:
        return _NAME[key]
    held = _WITH_MODIFIER.fullmatch(key)
    name = held[1].replace("+", "-") + _NAME.get(held[2], held[2]) if held else ""
    return name if key in arrivals(name) else ""


def name_of_arrival(arrival: str) -> str:
    """Return the name in key maps of the key that arrives as `arrival`, one of `arrivals`."""
    return _NAME.get(arrival) or (arrival if len(arrival) == 1 else name_of(arrival, None))


def shown_name(name: str) -> str:
    """Return the name of the key on pages, unless its map gives another: "H", "Enter", "page up", "F17"."""
    if len(name) == 1 or re.fullmatch(r"f\d+", name):
        return name.upper()
    return name.capitalize() if name in _CAPITAL else name.replace("-", " ")
