"""Two forms of one word: symptom(s), médico(a), enfermera/o."""

from __future__ import annotations

from kiosk.speech.spoken.grammar.token import Said, Tokens, glued_on, is_word
from kiosk.speech.spoken.tables.table import Table

_LEAST = 3
"""Letters of a word that takes an ending."""


def two_forms(tokens: Tokens, i: int, table: Table) -> Said | None:
    """Return the word in both forms."""
    word = tokens[i].text
    sign, ending = tokens[i + 1], tokens[i + 2]
    if len(word) < _LEAST or sign.gap or ending.gap or not is_word(ending):
        return None
    taken_off = table.word_endings.get(ending.text)
    if taken_off is None:
        return None
    if sign.text == "(":
        end = i + 4
        if tokens[i + 3].text != ")":
            return None
    elif sign.text == "/" and taken_off:
        end = i + 3
    else:
        return None
    if glued_on(tokens, end):
        return None
    stem = next((word.removesuffix(each) for each in taken_off if word.endswith(each)), word)
    return Said(f"{word} {table.say['or']} {stem}{ending.text}", end)
