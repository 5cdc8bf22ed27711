"""The kiosk's own words (not the topics'), in the visitor's language."""

from __future__ import annotations

from collections.abc import Callable

_SPOILT = (LookupError, ValueError, AttributeError, TypeError)
"""What filling in a translation raises that names a value which is not given, or has a brace too many."""


def english(text: str) -> str:
    """The words as they stand in the program."""
    return text


def english_count(one: str, many: str, n: int) -> str:
    """Likewise, for one and for several."""
    return one if n == 1 else many


class Wording:
    """Says the kiosk's own words in one language: `say("Page {n} of {m}", n=1, m=3)`.

    The text is the key of the translation, as gettext has it; only the names in braces are filled in. Where a
    translation is spoilt the text itself is said, so that a mistake in it never ends a visit.
    """

    def __init__(
        self,
        translate: Callable[[str], str] = english,
        translate_count: Callable[[str, str, int], str] | None = None,
    ) -> None:
        """`translate_count` chooses the form for a number, as a language may have more than two."""
        self._translate = translate
        self._translate_count = translate_count

    def __call__(self, text: str, **values: object) -> str:
        """The text in the visitor's language with its values filled in."""
        return _filled(self._translate(text), text, values)

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """Likewise for a text that depends on the number `n`, which is filled in too: `one` for 1, else `many`."""
        text = english_count(one, many, n)
        translated = self._translate_count(one, many, n) if self._translate_count else self._translate(text)
        return _filled(translated, text, {"n": n, **values})


def _filled(translated: str, text: str, values: dict[str, object]) -> str:
    """`translated`, or where that is spoilt `text`, with the values in place of their names."""
    try:
        return translated.format(**values)
    except _SPOILT:
        return text.format(**values)
