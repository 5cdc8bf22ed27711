"""The kiosk's own words (not the topics'), in the visitor's language; English where that lacks them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kiosk.content.catalogue import Catalogue
from kiosk.visit.terms.stand_ins import StandIns

ENGLISH = "en"
_SPOILT = (LookupError, ValueError, AttributeError, TypeError)
"""Raised by str.format for a translation with an unknown value or a stray brace."""


def english(text: str) -> str:
    """Return the text as it is in the program."""
    return text


def english_count(one: str, many: str, n: int) -> str:
    """Return the form for one or for many."""
    return one if n == 1 else many


class Wording:
    """The kiosk's own texts in one language: `wording("Page {n} of {m}", n=1, m=3)`.

    The English text is the key of the translation, as in gettext. If a translation is broken, the English text is used,
    so a translator's mistake never ends a visit.
    """

    def __init__(
        self,
        translate: Callable[[str], str] = english,
        translate_count: Callable[[str, str, int], str] | None = None,
        language: str = ENGLISH,
    ) -> None:
        """`translate_count` chooses the form for a number; a language may have more than two."""
        self._translate = translate
        self._translate_count = translate_count
        self.stand_ins = None if language == ENGLISH else StandIns()
        """The English texts that have stood in so far; None in English, which lacks none."""

    def __call__(self, text: str, **values: object) -> str:
        """Return the text in the visitor's language with its values filled in."""
        return self._said(self._translate(text), text, values)

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """Return a text that depends on the number `n`, with `n` and the values filled in: `one` for 1, else `many`."""
        text = english_count(one, many, n)
        return self._said(self.form_for(one, many, n), text, {"n": n, **values})

    def translated(self, text: str) -> str:
        """Return the translation of a text with its values still in braces; the text itself if there is none."""
        return self._translate(text)

    def form_for(self, one: str, many: str, n: int) -> str:
        """Return the form for the number `n`, with its values still in braces."""
        return (
            self._translate_count(one, many, n)
            if self._translate_count
            else self._translate(english_count(one, many, n))
        )

    def _said(self, translated: str, text: str, values: dict[str, object]) -> str:
        if self.stand_ins is not None and translated is text:  # gettext gives back the very text that it lacks
            self.stand_ins.add(text)
        return _filled(translated, text, values)


def _filled(translated: str, text: str, values: dict[str, object]) -> str:
    """Fill the values into `translated`, or into `text` if that is broken."""
    try:
        return translated.format(**values)
    except _SPOILT:
        return text.format(**values)


class ClinicWordings(Mapping[str, Wording]):
    """The wordings of all languages: of a clinic's own catalogue where there is one, else the kiosk's."""

    def __init__(self, shipped: Mapping[str, Wording], catalogues: Mapping[str, Catalogue]) -> None:
        self._shipped = shipped
        self._catalogues = catalogues
        self._made: dict[str, Wording] = {}

    def __getitem__(self, language: str) -> Wording:
        if language not in self._catalogues:
            return self._shipped[language]
        if language not in self._made:
            shipped = self._shipped.get(language) or Wording(language=language)
            self._made[language] = _of_catalogue(self._catalogues[language], shipped, language)
        return self._made[language]

    def __iter__(self) -> Iterator[str]:
        return iter({**dict.fromkeys(self._shipped), **dict.fromkeys(self._catalogues)})

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _of_catalogue(own: Catalogue, shipped: Wording, language: str) -> Wording:
    """Return the wording of a clinic's catalogue, with the kiosk's own where it lacks a text."""
    from gettext import c2py  # only such a clinic needs it

    form = c2py(own.plural)

    def translate_count(one: str, many: str, n: int) -> str:
        forms = own.counts.get(one)
        return forms[form(n)] if forms else shipped.form_for(one, many, n)

    return Wording(lambda text: own.texts.get(text) or shipped.translated(text), translate_count, language)
