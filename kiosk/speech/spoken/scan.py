"""Walks through a cleaned text once and says each word, number and sign."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from kiosk.speech.spoken.dates import CALENDAR
from kiosk.speech.spoken.english import ENGLISH
from kiosk.speech.spoken.guess import Doubt, Guessed
from kiosk.speech.spoken.numbers import NUMBERS
from kiosk.speech.spoken.phone_like import LETTERED
from kiosk.speech.spoken.pieces import Pieces
from kiosk.speech.spoken.rule import Rule, first_that_holds
from kiosk.speech.spoken.spanish import SPANISH
from kiosk.speech.spoken.table import Table
from kiosk.speech.spoken.words import word_rules

_TABLES = {"en": ENGLISH, "es": SPANISH}
_LETTER = r"[^\W\d_²³¹¼½¾⅓⅔⅛]"
_WORD = re.compile(rf"{_LETTER}+(?:'{_LETTER}+)*")
_SPACE = re.compile(r"\s+")
_NUMBER_SIGNS = frozenset("0123456789½⅓⅔¼¾⅛$€£#+<>~-−–.(")
_DIGITS = frozenset("0123456789")
_AT_NUMBER = LETTERED + CALENDAR + NUMBERS
_AFTER_WORD = frozenset("0123456789@/.:_+-–")
"""Signs that may make one thing of a word and what follows it, such as an address."""
_NOON = re.compile(r"(?:noon|midnight|mediodía|medianoche)\b")
_MARKS = frozenset(".,;:!?")
_SILENT = frozenset("\"“”„«»'*^™®©¿¡`´_†‡")
"""Signs that are neither said nor heard as a pause."""
_LONGEST_SHORT = 5
_SHORT = re.compile(rf"(?<!\w){_LETTER}{{1,{_LONGEST_SHORT}}}$")
_GOES_ON = re.compile(r"\s[^\W\d_A-ZÁÉÍÓÚÑ]")
"""Behind a full stop within a sentence."""
_LONGEST_WORD = 80
"""An engine may choke on a longer run of letters."""


def table_for(language: str) -> Table:
    """The table of a language, such as `es` or `es-MX`; English where there is none."""
    return _TABLES.get(language[:2].lower(), ENGLISH)


def has_table(language: str) -> bool:
    """Whether a language has a table of its own."""
    return language[:2].lower() in _TABLES


def scan(text: str, start: int, end: int, table: Table, pieces: Pieces) -> None:
    """Says `text` from `start` to `end`."""
    at = start
    rules = word_rules(table)
    while at < end:
        word = _WORD.match(text, at, end)
        if word is not None:
            plain = _plain_until(text, word, end, table.triggers)
            if plain > at:
                pieces.word(text[at:plain], at, plain)
                at = plain
            else:
                at = _say_word(text, word, end, rules, table, pieces)
            continue
        sign = text[at]
        if sign.isspace():
            stop = _SPACE.match(text, at, end).end()  # type: ignore[union-attr]
            if text.count("\n", at, stop) > 1:
                pieces.mark(".", at, stop)
            pieces.space(at, stop)
            at = stop
            continue
        if sign in _NUMBER_SIGNS and _may_start_number(text, at):
            found = first_that_holds(_AT_NUMBER, text, at, end, table)
            if found is not None:
                at = _add_said(*found, at, text, pieces)
                continue
        at = _say_sign(text, at, end, table, pieces)


def _plain_until(text: str, word: re.Match[str] | None, end: int, triggers: frozenset[str]) -> int:
    """Where a run of everyday words ends that are said just as they are written; nearly all text is such."""
    plain = 0
    while word is not None:
        stop = word.end()
        written = word.group()
        following = text[stop] if stop < end else ""
        if (
            following in _AFTER_WORD
            or written.lower() in triggers
            or not (written.islower() or written[1:].islower() or written == "I")
            or len(written) > _LONGEST_WORD
            or (len(written) == 1 and not written.isascii())
        ):
            break
        plain = stop
        word = _WORD.match(text, stop + 1, end) if following == " " else None
    return plain


def _may_start_number(text: str, at: int) -> bool:
    """A minus, a point or a bracket belongs to a number only at the start of a word."""
    if text[at] in _DIGITS:
        return True
    return at == 0 or not (text[at - 1].isalnum() or (text[at] == "-" and text[at - 1] == "-"))


def _say_word(text: str, word: re.Match[str], end: int, rules: Sequence[Rule], table: Table, pieces: Pieces) -> int:
    """Say the word at `word`, or the longer expression that starts with it; return where that ends."""
    at, stop = word.span()
    written = word.group()
    if written in table.symbols:
        pieces.expand(table.symbols[written], at, stop)
        return stop
    found = first_that_holds(rules, text, at, end, table)
    if found is not None:
        return _add_said(*found, at, text, pieces)
    for cut in range(at, stop, _LONGEST_WORD):
        if cut > at:
            pieces.space(cut, cut)
        pieces.word(text[cut : min(stop, cut + _LONGEST_WORD)], cut, min(stop, cut + _LONGEST_WORD))
    return stop


def _add_said(said: str, stop: int, at: int, text: str, pieces: Pieces) -> int:
    """Adds what a rule says for `at` to `stop`; the full stop or the space at its end is held back."""
    if isinstance(said, Guessed):
        pieces.guess(said.doubt, at, stop + said.beyond)
    if said == text[at:stop]:
        pieces.word(said, at, stop)
        return stop
    body = " ".join(said.rstrip(" .").split())
    pieces.expand(body, at, stop)
    if said.endswith("."):
        pieces.mark(".", stop, stop)
    elif said.endswith(" "):
        pieces.space(stop, stop)
    return stop


def _unit_after(text: str, at: int, table: Table) -> bool:
    word = _WORD.match(text, at)
    return word is not None and word.group() in table.units


def _say_sign(text: str, at: int, end: int, table: Table, pieces: Pieces) -> int:
    """Says one sign that no rule took."""
    sign = text[at]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < end else " "
    stop = at + 1
    if sign == "." and text.startswith("...", at):
        stop = at + len(re.match(r"\.+", text[at:end]).group())  # type: ignore[union-attr]
        pieces.pause(at, stop)
    elif sign in _MARKS:
        if (
            sign == "."
            and (word := _SHORT.search(text, max(0, at - _LONGEST_SHORT - 1), at))
            and _GOES_ON.match(text, stop, end)
        ):
            pieces.guess(Doubt.SHORT, word.start(), stop)
        pieces.mark(sign, at, stop)
    elif sign in "-‐" and before.isalnum() and after.isalnum():
        if before.isalpha() and after.isalpha() and not pieces.after_expansion:
            pieces.word("-", at, stop)
        else:
            pieces.space(at, stop)
    elif sign in table.symbols and not (sign == before or sign == "~"):
        pieces.expand(table.symbols[sign], at, stop)
        pieces.space(stop, stop)
    elif sign.isalnum() or unicodedata.category(sign).startswith("M"):
        pieces.word(sign, at, stop)  # a sign of another script, or an accent that has no letter of its own
    elif sign == "–" and _NOON.match(text, stop):
        pieces.expand(table.say["to"], at, stop)
        pieces.space(stop, stop)
    elif sign == "/" and (before.isdigit() or pieces.after_expansion) and _unit_after(text, stop, table):
        pieces.expand(table.say["per"], at, stop)
        pieces.space(stop, stop)
    elif sign == "#" and after.isalpha():
        pieces.expand(table.say["hashtag"], at, stop)
        pieces.space(stop, stop)
    elif sign in _SILENT or (sign in "<>/\\|~#" and not after.isspace()):
        if sign in "_<>/\\|" or (before.isalnum() and after.isalnum()):
            pieces.space(at, stop)
    else:
        pieces.pause(at, stop)
    return stop
