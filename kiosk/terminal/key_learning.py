"""Learns the keys of a keypad, one action after the other. Pure: keys and the time (in s) are passed in."""

from __future__ import annotations

from kiosk.terminal.key_maps.key_names import arrivals, shown_name
from kiosk.terminal.pressed import Pressed
from kiosk.visit.terms.action import PICKS, Action

ORDER = tuple(action for action in Action if action is not Action.OTHER)
"""The actions to ask for, most needed first. `next` is for keypads without a key for `down`."""
SKIP, BACK, FINISH = ("enter", "space"), ("backspace",), ("escape",)
"""Keys that are commands when pressed twice; pressed once, they are learned like any other key."""
TWICE_S = 1.5
"""Seconds for the second press."""
HELD_S = 0.7
"""Seconds until a key no longer counts as held; keyboards repeat after at most 660 ms."""
SILENT_S = 10.0
"""Seconds without a key until the remedy is shown; after as many again the action is skipped."""
SWALLOWED = """\
Nothing has arrived. If you pressed the key, the system swallows it or
  changes it. To fix that, see what the key sends with the program evtest,
  and enter it in deploy/61-kiosk-keypad.hwdb; docs/keys.md explains how.
  The next key will be asked for on its own."""


class Learning:
    """The keys learned so far, and the action asked for now."""

    def __init__(self, now: float) -> None:
        self.keys: dict[Action, str] = {}
        self.finished = False
        self._asked: list[Action] = []
        self._twice: tuple[Pressed, float] | None = None
        """A key that is a command if pressed again, and when it was pressed."""
        self._held: tuple[str, float] = ("", now)
        """The last key that was handled, and when it last arrived."""
        self._ask_on(now)

    @property
    def action(self) -> Action:
        """The action to press a key for."""
        return self._asked[-1]

    @property
    def question(self) -> str:
        """The question for it."""
        return f"Press the key for “{self.action.asked}”."

    def press(self, pressed: Pressed, now: float) -> str:
        """Take a key; return a message about it, or an empty string."""
        self._since, self._told = now, False
        if self._twice and self._twice[0].name == pressed.name:
            self._twice, self._held = None, (pressed.name, now)
            return self._command(pressed.name, now)
        told = self.tick(now, at_once=True)
        if pressed.name and pressed.name == self._held[0] and now - self._held[1] < HELD_S:
            self._held = (pressed.name, now)
            return told
        if self.finished:
            return told
        if pressed.name in (*SKIP, *BACK, *FINISH):
            self._twice = (pressed, now)
            return told
        return "\n".join(filter(None, (told, self._take(pressed, now))))

    def tick(self, now: float, at_once: bool = False) -> str:
        """Let time pass; return a message or an empty string. `at_once`: no second press of the last key will come."""
        if self._twice and (at_once or now - self._twice[1] >= TWICE_S):
            pressed, self._twice = self._twice[0], None
            return self._take(pressed, now)
        if now - self._since >= 2 * SILENT_S:
            skipped = self.action.asked
            self._ask_on(now)
            return f"  “{skipped}” is skipped."
        if now - self._since >= SILENT_S and not self._told:
            self._told = True
            return f"  {SWALLOWED}"
        return ""

    def _take(self, pressed: Pressed, now: float) -> str:
        self._held = (pressed.name, now)
        if not pressed.name:
            return f"  {pressed.sent_text} has arrived, which the kiosk cannot use as a key. Press another one."
        name = f"{pressed.name} ({pressed.sent_text})"
        same = set(arrivals(pressed.name))
        other = next((action for action, key in self.keys.items() if same & set(arrivals(key))), None)
        if other is not None:
            return f"  {name} is for “{other.asked}” already. Press another key, or skip this one."
        self.keys[self.action] = pressed.name
        self._ask_on(now)
        return f"  {name} has arrived; pages call it “{shown_name(pressed.name)}”."

    def _command(self, name: str, now: float) -> str:
        if name in FINISH:
            self.finished = True
            return "  Finished."
        if name in SKIP:
            skipped = self.action.asked
            self._ask_on(now)
            return f"  “{skipped}” is skipped."
        self._asked.pop()
        if not self._asked:
            self._ask_on(now)
            return "  This is the first one."
        self.keys.pop(self.action, None)
        self._since, self._told = now, False
        return "  One back."

    def _ask_on(self, now: float) -> None:
        """Go on to the next action that needs a key, or finish."""
        self._since, self._told = now, False
        start = ORDER.index(self._asked[-1]) + 1 if self._asked else 0
        following = next((action for action in ORDER[start:] if self._needed(action)), None)
        if following is None:
            self.finished = True
        else:
            self._asked.append(following)

    def _needed(self, action: Action) -> bool:
        """Return True if the keypad may need a key for `action`: digits until one is skipped, `next` without `down`."""
        if action is Action.NEXT:
            return Action.DOWN not in self.keys
        return action not in PICKS[1:] or PICKS[PICKS.index(action) - 1] in self.keys


def as_yaml(keys: dict[Action, str], made: str) -> str:
    """Return the key map file; `made`: its first line, on where it comes from."""
    lines = [f"# {made}", "# docs/keys.md explains how to give a key another name, and more.", "keys:"]
    for action in ORDER:
        if action in keys:
            lines.append(f"  {action.value}: {{press: [{_quoted(keys[action])}]}}")
    return "\n".join(lines) + "\n"


def _quoted(key: str) -> str:
    return key if len(key) > 1 or key.isalnum() else f"'{key}'"
