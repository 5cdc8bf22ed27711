"""Reads a key map and reports its mistakes: two actions for a key, unknown keys, no way to choose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.content.files.source_file import read_file
from kiosk.content.parsing.diagnostic import Diagnostic
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Items, Text
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.schema.checks import did_you_mean
from kiosk.terminal.key_map import KeyMap
from kiosk.terminal.key_maps.key_map_fields import ACTIONS, KEY_MAP
from kiosk.terminal.key_maps.key_names import ARRIVES, arrivals, shown_name
from kiosk.visit.terms.action import PICKS, Action
from kiosk.visit.terms.keys import MOVING, Keys

FOLDER = Path(__file__).parent
"""Holds the maps that come with the kiosk, each as `<name>.yaml`."""


def read_key_map(path: Path, scans: bool = False) -> tuple[KeyMap | None, tuple[Diagnostic, ...]]:
    """Return the map in `path` and its problems; None if one of them is an error.

    `scans`: True with scanning, for which one key is enough. Never raises because of the file's content.
    """
    diagnostics = Diagnostics(path.name)
    document = read_file(path, KEY_MAP, diagnostics, fastest_reader())
    if document is None or diagnostics.failed:
        return None, tuple(diagnostics.report())
    read = _Read(diagnostics)
    for action, fields in _actions(document):
        read.take(action, fields)
    listed = document.get("languages")
    for entry in listed.items if isinstance(listed, Items) else []:
        if isinstance(entry, Entries):
            read.take_language(entry)
    if not diagnostics.failed:
        read.judge(scans)
    moving = _text(document.get("moving"))
    if diagnostics.failed:
        return None, tuple(diagnostics.report())
    keys = Keys(read.names, moving or _moving(read.names), read.languages)
    return KeyMap(path.stem, read.actions, keys), tuple(diagnostics.report())


def _actions(document: Entries) -> Iterator[tuple[Action, Entries]]:
    keys = document.get("keys")
    for name, fields in keys.entries if isinstance(keys, Entries) else []:
        if isinstance(fields, Entries):
            yield Action(name.clean), fields


def _text(value: object) -> str:
    return value.clean if isinstance(value, Text) else ""


def _moving(names: dict[Action, str]) -> str:
    """Return the name of the moving keys, for a map that gives none."""
    both = [names[action] for action in (Action.UP, Action.DOWN) if action in names]
    return names.get(Action.NEXT) or ", ".join(both) or MOVING[0]


class _Read:
    """The part of a map that has been read so far."""

    def __init__(self, diagnostics: Diagnostics) -> None:
        self.diagnostics = diagnostics
        self.actions: dict[str, Action] = {}
        self.names: dict[Action, str] = {}
        self.languages: dict[str, dict[Action, str]] = {}
        self._lines: dict[str, int] = {}

    def take(self, action: Action, fields: Entries) -> None:
        """Read the keys of one action."""
        press = self._press(action, fields)
        if press and _text(fields.get("shown")) != "no":
            name = _text(fields.get("name")) or shown_name(press[0].clean)
            same = next((other for other, known in self.names.items() if known == name), None)
            if same is not None:
                self.diagnostics.warn(
                    "same-name",
                    f"Two keys are called “{name}”: the one for “{same.value}” and the one for “{action.value}”.",
                    "Give each of them a name of its own.",
                    line=fields.line,
                )
            self.names[action] = name

    def take_language(self, entry: Entries) -> None:
        """Read a key that has another name in one language."""
        action = Action(_text(entry.get("action")))
        self._press(action, entry)
        if action in self.actions.values():
            self.languages.setdefault(_text(entry.get("language")), {})[action] = _text(entry.get("name"))
        else:
            self.diagnostics.add(
                "no-key-yet",
                f"No key is set for “{action.value}”, so it cannot have a name.",
                f"Add a line “press:” here, or “{action.value}:” under “keys:”.",
                line=entry.line,
            )

    def _press(self, action: Action, fields: Entries) -> list[Text]:
        listed = fields.get("press")
        keys = [key for key in listed.items if isinstance(key, Text)] if isinstance(listed, Items) else []
        for key in keys:
            for arrival in arrivals(key.clean):
                self._bind(arrival, action, key)
            if not arrivals(key.clean):
                self.diagnostics.add(
                    "unknown-key-name",
                    f"There is no key “{key.clean}”.",
                    did_you_mean(key.clean, tuple(ARRIVES)),
                    line=key.line,
                    column=key.column,
                )
        return keys

    def _bind(self, arrival: str, action: Action, key: Text) -> None:
        known = self.actions.setdefault(arrival, action)
        if known is not action:
            self.diagnostics.add(
                "two-jobs",
                f"The key “{key.clean}” is for “{action.value}” here, and for “{known.value}” on line "
                f"{self._lines[arrival]}.",
                "Delete one of the two.",
                line=key.line,
                column=key.column,
            )
        self._lines.setdefault(arrival, key.line)

    def judge(self, scans: bool) -> None:
        """Check that a visitor can use the kiosk, and note the actions without a key."""
        done = set(self.actions.values())
        moves = scans or bool(done & {Action.NEXT, Action.DOWN})
        picks = done.issuperset(PICKS)
        if not (Action.CHOOSE in done and moves) and not picks:
            self.diagnostics.add(
                "cannot-choose",
                "Nobody could use the kiosk with these keys, because nothing can be chosen.",
                "Set keys for “choose” and “next”, for “choose” and “down”, or for “pick-1” to “pick-9”.",
                line=1,
            )
        missing = Keys(self.names).missing
        if missing:
            jobs = ", ".join(f"“{action.job}”" for action in missing)
            self.diagnostics.warn(
                "offered-as-choices",
                f"No key that pages name is set for {jobs}.",
                "They are offered as choices under “More”; set keys for those that patients should have at hand.",
            )


def names_of_actions() -> tuple[str, ...]:
    """Return the names allowed under `keys`, in order."""
    return tuple(action.value for action in ACTIONS)
