"""Describes the help pages: for one page, for all keys, for each key, and for actions without a key."""

from __future__ import annotations

from typing import TypedDict

from kiosk.visit.layout.sentences import openings
from kiosk.visit.terms.action import Action, help_lines
from kiosk.visit.terms.key_words import KeyWords
from kiosk.visit.terms.names import ALL_KEYS, EXPLORE, HELP, MORE, PAUSED, TRANSIENT, UNWELL
from kiosk.visit.terms.sheet import Choice, Part, Role, Sheet, Verb

PICTURE = "talk"
STEPS = 3
"""Choices between any choice and the next "I feel unwell", for visitors who can only go on to the next one."""


class _Own(TypedDict):
    """What the pages of help have in common."""

    language: str
    picture: str


class HelpSheets:
    """The help pages, in one language and for one key map."""

    def __init__(self, language: str, key_words: KeyWords, pictures: bool = False) -> None:
        self._language = language
        self._wording = key_words.wording
        self._keys = key_words.keys
        self.key = key_words.key
        self._hints = key_words.hints()
        self._back = Choice(self._wording("Go back"), Verb.BACK)
        self._own = _Own(language=language, picture=PICTURE if pictures else "")

    def job(self, action: Action) -> str:
        """Return what `action` does, in a few words."""
        return self._wording(action.job)

    def help_with(self, sheet: Sheet) -> Sheet:
        """Return help for `sheet`."""
        w = self._wording
        about = sheet.told.inside(self._what_it_is(sheet))
        parts = [Part(Role.TEXT, about.text, numbers=about.numbers), Part(Role.TEXT, self.how_to_move())]
        for text, action in (
            (w("To pause, or to go on"), Action.READ),
            (w("To hear the last sentence again"), Action.REPEAT),
            (w("To hear the next sentence"), Action.RIGHT),
            (w("To go to the next part"), Action.PAGE_DOWN),
            (w("To speak slower"), Action.SLOWER),
            (w("To go back"), Action.BACK),
            (w("To see all keys, press again"), Action.HELP),
        ):
            if self._keys.has(action) and (sheet.parts or action not in (Action.RIGHT, Action.PAGE_DOWN)):
                parts.append(Part(Role.POINT, f"{text}: {self.key(action)}."))
        choices = self.near((self._back, Choice(w("All keys"), Verb.OPEN, ALL_KEYS)))
        return Sheet(HELP, w("Help"), tuple(parts), choices, self._hints, **self._own)

    def _what_it_is(self, sheet: Sheet) -> str:
        if sheet.about:
            return sheet.about
        count = max(1, len(openings(sheet.parts)))
        return self._wording.count(
            "This text has one part: {title}.", "This text has {n} parts: {title}.", count, title=sheet.title
        )

    def how_to_move(self) -> str:
        """Return a few sentences for a first-time visitor."""
        w = self._wording
        touch = " " + w("Or touch a choice to hear it, and touch it again to choose it.") if self._keys.touch else ""
        if not self._keys.has(Action.CHOOSE):
            return w("Press the number of your choice.") + touch
        move = w(
            "To go from choice to choice, use {keys}. To choose, press {choose}.",
            keys=w(self._keys.moving),
            choose=self.key(Action.CHOOSE),
        )
        return move + touch

    def greeting(self, clinic: str) -> str:
        """Return what a listener needs to go on, in ten seconds at the start speed; only keys that there are.

        Commas, not colons: a recogniser of free text hears “Ill now: E. Slower: comma.” as other words, and eSpeak NG
        is silent for 0.7 s at each colon.
        """
        w = self._wording
        agree, after = self._first_key(Action.CHOOSE, Action.PICK_1), self._first_key(Action.DOWN, Action.NEXT)
        ill, slower, again = map(self.key, (Action.UNWELL, Action.SLOWER, Action.REPEAT))
        ways = (
            w("{key} to agree", key=agree) if agree else "",
            w("{key} for next", key=after) if after else "",
            w("{key} when ill", key=ill) if ill else "",
            w("{key} for slower", key=slower) if slower else "",
            w("{key} to repeat", key=again) if again else "",
        )
        keys = _capital(", ".join(filter(None, ways)))
        return f"{w('Talking kiosk.')} {keys}. {w('This is {clinic}.', clinic=clinic)}"

    def _first_key(self, *actions: Action) -> str:
        """Return the name of the key for the first of `actions` that has one."""
        return next(filter(None, map(self.key, actions)), "")

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
        return Sheet(ALL_KEYS, w("All keys"), parts, choices, self._hints, **self._own)

    def explore(self) -> Sheet:
        """Return the page on which each key says what it does instead of doing it: first of all, how to leave."""
        w = self._wording
        back = self.key(Action.BACK)
        leave = w("To leave: {key}.", key=back) if back else self._leave_by_two()
        parts = (Part(Role.TEXT, leave), Part(Role.TEXT, w("Other keys only say what they do.")))
        return Sheet(EXPLORE, w("Try the keys"), parts, (), (leave.rstrip("."),), **self._own)

    def _leave_by_two(self) -> str:
        key = self.key(Action.HELP) or self.key(Action.CHOOSE)
        return self._wording("To leave: {key}, twice.", key=key)

    def more(self) -> Sheet:
        """Return the menu of actions that have no key in this key map."""
        choices = self.near(tuple(self._act(action) for action in self._keys.missing), is_list=True)
        return Sheet(MORE, self._wording("More"), (), choices, self._hints, True, language=self._language)

    def paused(self) -> Sheet:
        """Return the menu for who has stopped the reading by one of few keys."""
        acts = [Choice(self._wording("Go on"), Verb.ACT, Action.READ.value)]
        acts += map(self._act, (Action.UNWELL, Action.REPEAT, Action.BACK))
        choices = (*acts, Choice(self._wording("More"), Verb.OPEN, MORE))
        return Sheet(PAUSED, self._wording("Paused"), (), choices, self._hints, True, language=self._language)

    def _act(self, action: Action) -> Choice:
        return Choice(self.job(action), Verb.ACT, action.value)

    def with_more(self, sheet: Sheet) -> tuple[Choice, ...]:
        """Return the choices of `sheet`, plus "More" if any action has no key."""
        if not self._keys.missing or not sheet.choices or sheet.name in (MORE, PAUSED):
            return sheet.choices
        more = () if sheet.name in TRANSIENT else (Choice(self._wording("More"), Verb.OPEN, MORE),)
        choices = (*sheet.choices, *more)
        return choices if sheet.name == UNWELL else self.near(choices, sheet.is_list)

    def near(self, choices: tuple[Choice, ...], is_list: bool = False) -> tuple[Choice, ...]:
        """Return `choices` with "I feel unwell" among them, never more than `STEPS` away, for one or two switches.

        Choices that are no list may have "Next page" before them, and go round to the first again.
        """
        if not self._keys.few or self._keys.has(Action.UNWELL):
            return choices
        unwell = self._act(Action.UNWELL)
        near: list[Choice] = []
        since = 0 if is_list else 1
        for choice in choices:
            if since == STEPS or (since == STEPS - 1 and unwell not in near):
                near.append(unwell)
                since = 0
            near.append(choice)
            since = 0 if choice.opens == UNWELL else since + 1
        if since > (1 if is_list and near[0].opens != UNWELL else STEPS - 1 if is_list else 0):
            near.append(unwell)
        return tuple(near)


def _capital(text: str) -> str:
    """Return the text with a capital as its first letter."""
    return text[:1].upper() + text[1:]
