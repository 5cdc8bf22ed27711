"""Describes the offers of language help: lists of doors, such as `languages/2`, and offers, such as `languages/vi`.

A door has a language's own name, said by its own voice, so that people find it who can read nothing else here.
"""

from __future__ import annotations

from kiosk.content.model.language_help import LanguageHelp
from kiosk.content.model.languages import language_of
from kiosk.visit.places.clinic_words import ClinicWords
from kiosk.visit.terms.key_words import KeyWords
from kiosk.visit.terms.names import LANGUAGES
from kiosk.visit.terms.sheet import Choice, Part, Role, Sheet, Verb
from kiosk.visit.terms.wording import Wording

DOORS = 7
"""The most on one list: with “More languages” and the way back, each choice has a number key."""


class OfferPlaces:
    """The offers of one clinic, for patients in one language."""

    def __init__(
        self,
        offers: tuple[LanguageHelp, ...],
        language: str,
        wording: Wording,
        clinic_words: ClinicWords,
        key_words: KeyWords,
    ) -> None:
        self._offers = tuple(each for each in offers if each.language != language)
        self._language = language
        self._wording = wording
        self._clinic_words = clinic_words
        self._keys = key_words

    @property
    def names(self) -> list[str]:
        """The names of the places: the lists first, then the offers, each in order; empty without offers."""
        lists = [_list_called(number) for number in range(len(self._lists))]
        return [*lists, *map(_place, self._offers)] if self._offers else []

    def sheet(self, name: str, back: Choice) -> Sheet:
        """Return the place called `name`, with `back` as a way out. Raises ValueError if it is none of `names`."""
        at = self.names.index(name)
        return self._list(at, back) if at < len(self._lists) else self._offer(self._offers[at - len(self._lists)], back)

    @property
    def _lists(self) -> list[tuple[LanguageHelp, ...]]:
        """The offers of each list; the last one needs no door to a further list, and so has room for one more."""
        lists, rest = [], self._offers
        while len(rest) > DOORS + 1:
            lists.append(rest[:DOORS])
            rest = rest[DOORS:]
        return [*lists, rest]

    def _list(self, number: int, back: Choice) -> Sheet:
        w, more = self._wording, number + 1 < len(self._lists)
        doors = [Choice(each.name, Verb.OPEN, _place(each), _voice(each)) for each in self._lists[number]]
        onward = [Choice(w("More languages"), Verb.OPEN, _list_called(number + 1))] if more else []
        hints = self._keys.hints()
        about = w("Each choice is a language. Choose yours to ask for help.")
        lead = () if number else (Part(Role.TEXT, w("Help in your language is free. Choose your language.")),)
        title, choices = w("Help with other languages"), (*doors, *onward, back)
        return Sheet(
            _list_called(number), title, lead, choices, hints, is_list=True, language=self._language, about=about
        )

    def _offer(self, offer: LanguageHelp, back: Choice) -> Sheet:
        voice = _voice(offer)
        parts = self._clinic_words.parts(Role.TEXT, offer.help, language=voice, say=offer.say)
        for_staff = self._wording("For staff: this person asks for help in {language}.", language=offer.english_name)
        parts.append(Part(Role.NOTE, for_staff))
        return Sheet(_place(offer), offer.name, tuple(parts), (back,), self._keys.hints(), language=voice)


def _voice(offer: LanguageHelp) -> str:
    """Return the language whose voice says an offer; where nobody speaks it, nothing is said."""
    own = language_of(offer.language).voice
    return offer.language if offer.voice in ("", own) else offer.voice


def _list_called(number: int) -> str:
    return f"{LANGUAGES}/{number + 1}" if number else LANGUAGES


def _place(offer: LanguageHelp) -> str:
    return f"{LANGUAGES}/{offer.language}"
