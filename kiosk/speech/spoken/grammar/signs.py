"""Single signs that no other rule took: marks, symbols, and those that are not heard."""

from __future__ import annotations

import re
import unicodedata

from kiosk.speech.spoken.grammar.token import Kind, Tokens, is_word
from kiosk.speech.spoken.guess import Doubt
from kiosk.speech.spoken.pieces import Pieces
from kiosk.speech.spoken.tables.table import Table

_MARKS = frozenset(".,;:!?")
_SILENT = frozenset("\"“”„«»'*^™®©¿¡`´_†‡")
"""Signs that are neither said nor heard as a pause."""
_SPACED = frozenset("_<>/\\|")
_RESULTS = frozenset("+-−–")
_LONGEST_SHORT = 5
_NEXT_LETTER = re.compile(r"\s([^\W\d_])")
"""Behind a full stop; a capital begins a sentence."""
_MEANING = frozenset({"Sm", "Sc", "No"})
_PICTURES = frozenset({"So", "Sk", "Cs", "Cn"})


def say_sign(tokens: Tokens, i: int, table: Table, pieces: Pieces) -> None:
    """Say the sign at `i`."""
    text, token = tokens.text, tokens[i]
    sign, at, stop = token.text, token.start, token.end
    before = text[at - 1] if at else " "
    after = text[stop] if tokens[i + 1].kind is not Kind.END and not tokens[i + 1].gap else " "
    if "\ufe00" <= sign <= "\ufe0f" or sign == "\u20e3":
        return  # how the sign before it is drawn
    if len(sign) > 2:
        pieces.pause(at, stop)
    elif sign[0] in _MARKS:
        short = tokens[i - 1] if i else None
        if (
            sign == "."
            and not token.gap
            and short is not None
            and is_word(short)
            and len(short.text) <= _LONGEST_SHORT
            and (behind := _NEXT_LETTER.match(text, stop, tokens[-1].start))
            and not behind[1].isupper()
        ):
            pieces.guess(Doubt.SHORT, short.start, stop)
        pieces.mark(sign[0], at, stop)
    elif sign in "-‐" and before.isalnum() and after.isalnum():
        if before.isalpha() and after.isalpha() and not pieces.after_expansion:
            pieces.word("-", at, stop)
        else:
            pieces.space(at, stop)
    elif sign in table.symbols and not (sign == before or sign == "~"):
        pieces.expand(table.symbols[sign], at, stop)
        pieces.space(stop, stop)
    elif sign in "ªº":
        pieces.space(at, stop)
    elif (numeral := unicodedata.numeric(sign, None)) is not None and not sign.isdecimal():
        if numeral == int(numeral) and sign not in "⁰¹⁴⁵⁶⁷⁸⁹" and table.say:
            pieces.expand(str(int(numeral)), at, stop)
    elif sign.isalnum() or unicodedata.category(sign).startswith("M"):
        pieces.word(sign, at, stop)  # a sign of another script, or an accent that has no letter of its own
    elif sign == "#" and after.isalpha() and table.say:
        pieces.expand(table.say["hashtag"], at, stop)
        pieces.space(stop, stop)
    elif sign == "/" and before in _RESULTS:
        pieces.pause(at, stop)
    elif sign in _SILENT or (sign in "<>/\\|~#" and not after.isspace()):
        if sign in _SPACED or (before.isalnum() and after.isalnum()):
            pieces.space(at, stop)
    elif unicodedata.category(sign) in _PICTURES and ord(sign) > 0x25FF and sign not in "➜➔➡":
        pieces.space(at, stop)
    else:
        if (
            table.say
            and unicodedata.category(sign) in _MEANING
            and not "\u2190" <= sign <= "\u21ff"
            and not sign.isascii()
        ):
            pieces.guess(Doubt.SIGN, at, stop)
        pieces.pause(at, stop)
