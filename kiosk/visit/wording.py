"""The kiosk's own words (not the topics'), in the visitor's language."""

from __future__ import annotations

from collections.abc import Callable


def english(text: str) -> str:
    """The words as they stand in the program."""
    return text


class Wording:
    """Says the kiosk's own words in one language: `say("Page {n} of {m}", n=1, m=3)`.

    The text is the key of the translation, as gettext has it; only the names in braces are filled in.
    """

    def __init__(self, translate: Callable[[str], str] = english) -> None:
        self._translate = translate

    def __call__(self, text: str, **values: object) -> str:
        """The text in the visitor's language with its values filled in."""
        return self._translate(text).format(**values)
