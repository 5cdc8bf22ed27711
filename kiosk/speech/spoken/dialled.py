"""Says a telephone number as it is dialled: digit by digit, with a short pause between its written groups.

Nothing is guessed: the caller knows that the characters are a number, because a placeholder such as `<phone>` stood for
them. So 107 is never one hundred seven, and +44 20 no sum.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kiosk.speech.spoken.pieces import Pieces
from kiosk.speech.spoken.tables.table import Table

_EXTENSION = re.compile(
    r",?\s*\b(?:extensi[oó]n|ext|extn|x|anexo|interno|int)\b\.?:?\s*(?=\d)|,?\s*x(?=\d)", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_KEYS = {"*": "star key", "#": "hash key"}
"""Signs that have a key of their own on a telephone."""
_JOINS = frozenset("-.0123456789")

Say = Callable[[int, int], None]
"""Says a stretch of the text, from character to character, by the rules for any text."""


def dial(text: str, start: int, end: int, table: Table, pieces: Pieces, otherwise: Say) -> None:
    """Add the number from `start` to `end` of the cleaned `text` to `pieces`.

    Without a `table` of the language, its digits are left to the voice, one by one. So are letters that stand for
    digits, as in 1-800-FLOWERS; other words, such as “or” between two numbers, are said by `otherwise`.
    """
    at, after_digits = start, False
    while at < end:
        sign = text[at]
        if digits := _DIGITS.match(text, at, end):
            if after_digits:
                pieces.pause(at, at)
            pieces.expand(_one_by_one(digits.group(), table), at, digits.end())
            at, after_digits = digits.end(), True
            continue
        if extension := _EXTENSION.match(text, at, end):
            pieces.pause(at, at)
            pieces.expand(table.say.get("extension", ""), at, extension.end())
            pieces.space(extension.end(), extension.end())
            at, after_digits = extension.end(), False
            continue
        if word := _WORD.match(text, at, end):
            if _stands_for_digits(text, word, start, end):
                if after_digits:
                    pieces.pause(at, at)
                pieces.expand("-".join(word.group().upper()), at, word.end())
                after_digits = True
            else:
                otherwise(at, word.end())
                after_digits = False
            at = word.end()
            continue
        if table.say and (sign == "+" or sign in _KEYS):
            if after_digits:
                pieces.pause(at, at)
            pieces.expand(table.say[_KEYS.get(sign, "plus")], at, at + 1)
            pieces.space(at + 1, at + 1)
            after_digits = False
        elif sign.isspace():
            pieces.space(at, at + 1)
        elif sign in ",;":
            pieces.pause(at, at + 1)
        at += 1


def _one_by_one(digits: str, table: Table) -> str:
    plain = "".join(str(int(sign)) for sign in digits)
    return table.digit_by_digit(plain)


def _stands_for_digits(text: str, word: re.Match[str], start: int, end: int) -> bool:
    """True for letters to be dialled: capitals, or letters that a hyphen or nothing joins to digits."""
    before = text[word.start() - 1] if word.start() > start else " "
    after = text[word.end()] if word.end() < end else " "
    return word.group().isupper() or before in _JOINS or after.isdigit() or (after == "-" and word.end() + 1 < end)
