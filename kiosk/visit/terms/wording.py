"""The kiosk's own words (not the topics'), in the visitor's language."""

from __future__ import annotations

from collections.abc import Callable

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
    ) -> None:
        """`translate_count` chooses the form for a number; a language may have more than two."""
        self._translate = translate
        self._translate_count = translate_count

    def __call__(self, text: str, **values: object) -> str:
        """Return the text in the visitor's language with its values filled in."""
        return _filled(self._translate(text), text, values)

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """Return a text that depends on the number `n`, with `n` and the values filled in: `one` for 1, else `many`."""
        text = english_count(one, many, n)
        translated = self._translate_count(one, many, n) if self._translate_count else self._translate(text)
        return _filled(translated, text, {"n": n, **values})


def _filled(translated: str, text: str, values: dict[str, object]) -> str:
    """Fill the values into `translated`, or into `text` if that is broken."""
    try:
        return translated.format(**values)
    except _SPOILT:
        return text.format(**values)
