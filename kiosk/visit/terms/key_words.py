"""Names of keys as pages show them, in one language and for one key map."""

from __future__ import annotations

from kiosk.visit.terms.action import Action
from kiosk.visit.terms.keys import Key, Keys
from kiosk.visit.terms.wording import Wording


class KeyWords:
    """Names of keys, and hints that use them."""

    def __init__(self, wording: Wording, keys: Keys) -> None:
        self.wording = wording
        self.keys = keys

    def key(self, action: Action) -> str:
        """Return the name of the key for `action`; empty if it has none."""
        if len(self.keys.names.get(action, "")) > 1:
            return self.wording(self.keys.names[action])
        return self.keys.names.get(action, "")

    def hint(self, text: str, *actions: Action) -> str:
        """Return a hint such as "Help: H"; empty if none of the actions has a key."""
        keys = ", ".join(filter(None, (self.key(action) for action in actions)))
        return f"{text}: {keys}" if keys else ""

    def for_eyes(self) -> tuple[str, ...]:
        """Return the hints that only help who sees the screen."""
        return (self.hint(self.wording("Larger"), Action.SIZE),)

    def hints(self, *more: str) -> tuple[str, ...]:
        """Return the hints of every page and `more`, the most needed first."""
        w, hint = self.wording, self.hint
        hints = (
            hint(w("Help"), Action.HELP),
            hint(w("Choose"), Action.CHOOSE),
            *self.for_eyes(),
            hint(w("I feel unwell"), Action.UNWELL),
            *more,
            hint(w("Read aloud"), Action.READ),
        )
        return tuple(filter(None, hints))

    def band(self, roomy: bool) -> tuple[Key, ...]:
        """Return the keys in the last row of a page, the most needed first; fewer words if it is not `roomy`.

        Of one or two switches, each is named: they are all that the visitor has.
        """
        w = self.wording
        switches = ((Action.NEXT, w("Next")), (Action.CHOOSE, w("Choose"))) if self.keys.few else ()
        jobs = (
            *switches,
            (Action.HELP, w("Help")),
            (Action.UNWELL, w("I feel unwell") if roomy else w("Unwell")),
            (Action.BACK, w("Back")),
            (Action.SIZE, w("Larger")),
            (Action.READ, w("Read aloud")),
        )
        return tuple(Key(self.key(action), job, action) for action, job in jobs if self.key(action))
