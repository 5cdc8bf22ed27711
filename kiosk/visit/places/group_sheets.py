"""Describes the groups of the main menu: each is a place of its own, such as `menu/1`."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.content.model.library import Clinic, Group
from kiosk.visit.terms.names import MENU
from kiosk.visit.terms.sheet import Choice, Sheet, Verb
from kiosk.visit.terms.wording import Wording


class Words(NamedTuple):
    """Words of a group, and in which language they are."""

    text: str
    language: str
    """Empty for the patient's."""


class GroupPlaces:
    """The groups of one clinic, for patients in one language."""

    def __init__(self, clinic: Clinic, language: str, wording: Wording) -> None:
        self._clinic = clinic
        self._language = language
        self._wording = wording

    @property
    def names(self) -> list[str]:
        """The names of the places, in order."""
        return [_place(group) for group in self._clinic.groups]

    def at(self, place: str) -> Group | None:
        """Return the group whose place is called `place`, or None."""
        return next((group for group in self._clinic.groups if _place(group) == place), None)

    def holding(self, topic: str) -> Group | None:
        """Return the group that leads to the topic called `topic`, or None."""
        return next((group for group in self._clinic.groups if topic in group.topics), None)

    def sheet(self, group: Group, choices: tuple[Choice, ...], hints: tuple[str, ...]) -> Sheet:
        """Return the place of `group`: `choices` lead to its topics and on."""
        title, other = self._in_a_language(group.names)
        about = self._wording("This is a group of topics. Choose one to read or hear.")
        language = other or self._language
        return Sheet(_place(group), title, (), choices, hints, is_list=True, language=language, about=about)

    def choices(self) -> list[Choice]:
        """Return the choices of the menu that open the groups."""
        return [self._choice(group) for group in self._clinic.groups]

    def _choice(self, group: Group) -> Choice:
        label, about = self._in_a_language(group.names), self._in_a_language(group.texts)
        if about.language != label.language:  # the voice says both in the language of the label
            about = Words("", "")
        count = self._wording.count("{n} topic", "{n} topics", len(group.topics))
        text = about.text or ("" if label.language else f"{count}.")
        return Choice(label.text, Verb.OPEN, _place(group), label.language, about=text)

    def _in_a_language(self, words: dict[str, str]) -> Words:
        """Return the words in the patient's language, or else in the clinic's first one."""
        if self._language in words:
            return Words(words[self._language], "")
        first = self._clinic.languages[0]
        return Words(words.get(first, ""), first)


def _place(group: Group) -> str:
    return f"{MENU}/{group.number}"
