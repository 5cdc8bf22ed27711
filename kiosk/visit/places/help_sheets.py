"""Describes the help pages: for one page, for all keys, for each key, and for actions without a key."""

from __future__ import annotations

from kiosk.visit.terms.action import Action, help_lines
from kiosk.visit.terms.key_words import KeyWords
from kiosk.visit.terms.names import ALL_KEYS, EXPLORE, HELP, MORE, TRANSIENT
from kiosk.visit.terms.sheet import Choice, Part, Role, Sheet, Verb


class HelpSheets:
    """The help pages, in one language and for one key map."""

    def __init__(self, language: str, key_words: KeyWords) -> None:
        self._language = language
        self._wording = key_words.wording
        self._keys = key_words.keys
        self.key = key_words.key
        self._hints = key_words.hints()
        self._back = Choice(self._wording("Go back"), Verb.BACK)

    def job(self, action: Action) -> str:
        """Return what `action` does, in a few words."""
        return self._wording(action.job)

    def help_with(self, sheet: Sheet, count: int) -> Sheet:
        """Return help for `sheet`, which has `count` pages."""
        w = self._wording
        about = sheet.told.inside(self._what_it_is(sheet, count))
        parts = [Part(Role.TEXT, about.text, numbers=about.numbers), Part(Role.TEXT, self.how_to_move())]
        for text, action in (
            (w("To hear the page, pause or go on"), Action.READ),
            (w("To hear the last sentence again"), Action.REPEAT),
            (w("To turn the page, or to skip a sentence"), Action.RIGHT),
            (w("To go back"), Action.BACK),
            (w("To see all keys, press again"), Action.HELP),
        ):
            if self._keys.has(action) and (sheet.parts or action is not Action.RIGHT):
                parts.append(Part(Role.POINT, f"{text}: {self.key(action)}."))
        choices = (self._back, Choice(w("All keys"), Verb.OPEN, ALL_KEYS))
        return Sheet(HELP, w("Help"), tuple(parts), choices, self._hints, language=self._language)

    def _what_it_is(self, sheet: Sheet, count: int) -> str:
        w = self._wording
        if sheet.about:
            return sheet.about
        return w.count(
            "This text has one page: {title}.", "This text has {n} pages: {title}.", count, title=sheet.title
        )

    def how_to_move(self) -> str:
        """Return one or two sentences for a first-time visitor."""
        w = self._wording
        if not self._keys.has(Action.CHOOSE):
            return w("Press the number of your choice.")
        return w(
            "Use {keys} to move. Press {choose} to choose.",
            keys=w(self._keys.moving),
            choose=self.key(Action.CHOOSE),
        )

    def all_keys(self) -> Sheet:
        """Return the list of every key and what it does."""
        w = self._wording
        points = [
            " ".join(f"{self.job(action)}: {self.key(action)}." for action in group if self._keys.has(action))
            for group in help_lines()
        ]
        if self._keys.has(Action.PICK_1):
            points.insert(1, w("Choose by number: 1 to 9."))
        parts = tuple(Part(Role.POINT, point) for point in points if point)
        choices = (self._back, Choice(w("Try the keys"), Verb.OPEN, EXPLORE))
        return Sheet(ALL_KEYS, w("All keys"), parts, choices, self._hints, language=self._language)

    def explore(self) -> Sheet:
        """Return the page on which each key says what it does instead of doing it."""
        w = self._wording
        texts = (
            w("Press any key to hear what it does. Nothing else happens."),
            w("To leave, press {key} twice.", key=self.key(Action.HELP) or self.key(Action.CHOOSE)),
        )
        parts = tuple(Part(Role.TEXT, text) for text in texts)
        return Sheet(EXPLORE, w("Try the keys"), parts, (), (), language=self._language)

    def more(self) -> Sheet:
        """Return the menu of actions that have no key in this key map."""
        choices = [Choice(self.job(action), Verb.ACT, action.value) for action in self._keys.missing]
        return Sheet(MORE, self._wording("More"), (), tuple(choices), self._hints, True, language=self._language)

    def with_more(self, sheet: Sheet) -> tuple[Choice, ...]:
        """Return the choices of `sheet`, plus "More" if any action has no key."""
        if not self._keys.missing or not sheet.choices or sheet.name in (*TRANSIENT, MORE):
            return sheet.choices
        return (*sheet.choices, Choice(self._wording("More"), Verb.OPEN, MORE))
