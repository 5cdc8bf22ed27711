"""Warnings about letters that the kiosk's large letters lack: the terminal's own, small ones show such words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from kiosk.content.model.excerpt import shortened
from kiosk.content.model.languages import language_name
from kiosk.content.model.library import Library
from kiosk.content.parsing.diagnostic import WHOLE_FOLDER, Diagnostic, Level
from kiosk.terminal.drawn import IN_QUADRANTS
from kiosk.terminal.drawn.line import undrawn

CODE = "not-drawn"
MOST = 5
"""Letters named for a file. A text with more different ones is in a script that is not drawn."""


def undrawn_letters(library: Library) -> Iterator[Diagnostic]:
    """Yield a warning for each file with such letters, or one for a language in a script that is not drawn."""
    for language, topics in library.topics.items():
        found = {name: _first_texts([block.text for block in topic.blocks]) for name, topic in topics.items()}
        if len({sign for texts in found.values() for sign in texts}) > MOST * 4:
            yield Diagnostic(
                WHOLE_FOLDER, 0, 0, CODE,
                f"The letters of {language_name(language)} are not among the kiosk's large letters.",
                "Use a terminal that draws them, and set its own letters large.",
                Level.WARNING,
            )  # fmt: skip
            continue
        for name, texts in found.items():
            for sign, text in list(texts.items())[:MOST]:
                yield Diagnostic(
                    f"{language}/{name}.yaml", 0, 0, CODE,
                    f"“{sign}” ({_named(sign)}) in “{shortened(text)}” is not among the kiosk's large letters: "
                    "that word is small.",
                    "Write it in other letters, or leave it as it is if small letters are enough there.",
                    Level.WARNING,
                )  # fmt: skip


def _first_texts(texts: list[str]) -> dict[str, str]:
    """Return letter that some size lacks → the first text with it."""
    found: dict[str, str] = {}
    for text in texts:
        if not text.isascii():
            for font in IN_QUADRANTS:
                for sign in undrawn(font, text):
                    found.setdefault(sign, text)
    return found


def _named(sign: str) -> str:
    return " with ".join(unicodedata.name(each, f"U+{ord(each):04X}").lower() for each in sign)
