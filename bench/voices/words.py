"""Compares the words that were heard with those that were said. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_SPANISH_SOUNDS = (
    (r"h(?!u)", ""), (r"(?<!c)h", ""), ("qu", "k"), (r"c(?=[ei])", "s"), ("c(?!h)", "k"), ("z", "s"),
    ("v", "b"), ("ll", "y"), (r"g(?=[ei])", "j"), ("x", "s"),
)  # fmt: skip
"""Letters that sound alike in the Spanish of the Americas, in the order in which they are replaced."""


def words_of(text: str) -> list[str]:
    """Return the words of `text` without accents and signs; letters that are said one by one are one word."""
    plain = unicodedata.normalize("NFD", text.lower().replace("’", "'").replace("ñ", "ny"))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = re.sub(r"\b([a-z])[.\- ]+(?=[a-z]\b)", r"\1", plain)
    return [word.strip("'") for word in re.findall(r"[a-z0-9']+", plain) if word.strip("'")]


def sounds_of(word: str, language: str) -> str:
    """Return `word` so that words which nobody can tell apart by ear are the same: in Spanish avise and avice."""
    if language == "es":
        for letters, sound in _SPANISH_SOUNDS:
            word = re.sub(letters, sound, word)
    return word


def word_errors(said: Sequence[str], heard: Sequence[str]) -> int:
    """Return how many words were left out, put in or taken for others (Levenshtein)."""
    costs = list(range(len(heard) + 1))
    for row, word in enumerate(said, 1):
        before, costs[0] = costs[0], row
        for column, other in enumerate(heard, 1):
            before, costs[column] = (
                costs[column],
                min(costs[column] + 1, costs[column - 1] + 1, before + (word != other)),
            )
    return costs[-1]
