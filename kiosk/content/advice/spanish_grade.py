"""How easy a Spanish text is to read, from 0 to about 100; more is easier.

Two published formulas, pinned: Fernández Huerta (1959), as it is used today, and Szigriszt-Pazos (1993), whose values
the INFLESZ scale (Barrio-Cantalejo and others, 2008) names for texts for patients. Syllables are counted by the rules
of Spanish spelling, which need no list of words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kiosk.content.advice.reading_grade import sentences, words

EASE_OF_TOPIC = 65.0
"""The least for a topic as a whole: “fairly easy” on the INFLESZ scale."""
EASE_OF_BLOCK = 40.0
"""The least for one paragraph or point: below is “very hard”."""
SHORTEST = 8
"""Number of words below which one long word, such as “radiografía”, would decide."""
_SCALE = ((80.0, "very easy"), (65.0, "fairly easy"), (55.0, "normal"), (40.0, "somewhat hard"))

_STRONG = "aeoáéóíú"
"""Vowels that are heard by themselves; an accent makes an i or u strong."""
_NUCLEUS = re.compile(rf"[iuü]*[{_STRONG}](?:[iuü](?![{_STRONG}]))*|[iuü]+")
_SILENT_U = re.compile(r"(?<=q)u(?=[eiéí])|(?<=g)u(?=[eiéí])")
_FINAL_Y = re.compile(r"y(?![aeiouáéíóú])")
_DIGIT = re.compile(r"\d")


def syllables(word: str) -> int:
    """Count the syllables of one word; a number has two for each digit, capitals such as MRI one for each letter."""
    if _DIGIT.search(word):
        return 2 * len(_DIGIT.findall(word))
    if word.isupper() and 1 < len(word) <= 5:
        return len(word)
    plain = _FINAL_Y.sub("i", _SILENT_U.sub("", word.lower()))
    return max(1, len(_NUCLEUS.findall(plain)))


def fernandez_huerta(texts: Sequence[str]) -> float:
    """Return 206.84 − 60 × syllables per word − 1.02 × words per sentence; 100.0 without words."""
    found = _counts(texts)
    return 206.84 - 60 * found[2] / found[0] - 1.02 * found[0] / found[1] if found else 100.0


def inflesz(texts: Sequence[str]) -> float:
    """Return 206.835 − 62.3 × syllables per word − words per sentence; 100.0 without words."""
    found = _counts(texts)
    return 206.835 - 62.3 * found[2] / found[0] - found[0] / found[1] if found else 100.0


def in_words(ease: float) -> str:
    """Return what the INFLESZ scale calls a value."""
    return next((name for least, name in _SCALE if ease >= least), "very hard")


def _counts(texts: Sequence[str]) -> tuple[int, int, int] | None:
    """Return the number of words, sentences and syllables; every text ends a sentence."""
    found = [word for text in texts for word in words(text)]
    if not found:
        return None
    return len(found), max(1, sum(len(sentences(text)) for text in texts)), sum(map(syllables, found))
