"""Describes the places of every visit, a patient's or a staff member's: help, "More", "Where am I?"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.visit.layout.grid import Grid
from kiosk.visit.places.help_sheets import HelpSheets
from kiosk.visit.terms.key_words import KeyWords
from kiosk.visit.terms.keys import STANDARD, Keys
from kiosk.visit.terms.names import ALL_KEYS, EXPLORE, MORE, PAUSED, TRANSIENT, WARNING, WHERE
from kiosk.visit.terms.sheet import CLOCK, Choice, Part, Role, Sheet, Verb
from kiosk.visit.terms.told import Told
from kiosk.visit.terms.wording import Wording


class OwnSheets:
    """The sheets in one language, for one key map and one grid. Subclasses add places in `_places`."""

    def __init__(self, language: str, wording: Wording, keys: Keys = STANDARD, grid: Grid | None = None) -> None:
        self.language = language
        self.wording = wording
        self.by_machine = False
        """True if every page says that a computer translated it."""
        self.grid = grid or Grid(80, 24)
        self.speaks = True
        """False where there is no sound, so that nothing offers to read aloud."""
        self.key_words = KeyWords(wording, keys.named_in(language))
        self.helping = HelpSheets(language, self.key_words, self.grid.has_pictures)

    def sheet(self, name: str) -> Sheet:
        """Return the place called `name`. Raises KeyError if there is none."""
        sheet = self._described(name)
        return replace(sheet, choices=self.helping.with_more(sheet))

    def has(self, name: str) -> bool:
        """Return True if `sheet` has a place called `name`."""
        return name in TRANSIENT or name in self._places()

    def where(self, sentences: tuple[Told, ...]) -> Sheet:
        """Return the answer to "Where am I?"."""
        parts = tuple(Part(Role.TEXT, each.text, numbers=each.numbers) for each in sentences)
        title, hints = self.wording("Where am I?"), self.key_words.hints()
        choices = self.helping.near((self.back(),))
        return Sheet(WHERE, title, parts, choices, hints, language=self.language)

    def still_there(self, seconds: int, of: float) -> Sheet:
        """Return the question “Are you still there?”; `seconds` are left to answer, out of `of`."""
        w = self.wording
        touch, roomy = self.key_words.keys.touch, self.grid.roomy
        stay = w("To stay, touch the screen or press a key.") if touch else w("To stay, press any key.")
        parts = (Part(Role.TEXT, self.countdown(seconds)), Part(Role.PRESS, stay if roomy else w("Stay: any key")))
        return Sheet(
            WARNING,
            w("Are you still there?"),
            parts,
            (),
            (w("Stay: any key"),),
            keys=(),  # any key answers
            language=self.language,
            picture=CLOCK,
            share=min(1.0, seconds / of),
            count=str(seconds),
        )

    def countdown(self, seconds: int) -> str:
        """Return the sentence that counts down."""
        return self.wording.count(
            "This kiosk starts again in 1 second.", "This kiosk starts again in {n} seconds.", seconds
        )

    def greeting(self) -> str:
        """Return what is said first on the start page; empty for none."""
        return ""

    def back(self) -> Choice:
        """Return the choice "Go back"."""
        return Choice(self.wording("Go back"), Verb.BACK)

    def _places(self) -> dict[str, Callable[[], Sheet]]:
        """Return the places by name, each with the method that describes it."""
        helping = self.helping
        return {ALL_KEYS: helping.all_keys, EXPLORE: helping.explore, MORE: helping.more, PAUSED: helping.paused}

    def _described(self, name: str) -> Sheet:
        """Return the place called `name`, without the choice "More"."""
        return self._places()[name]()
