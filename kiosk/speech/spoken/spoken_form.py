"""The spoken form of a text: what the engine gets, so that every engine says numbers and signs the same way.

How it works, in order:

1. `clean` takes out what nobody sees and an engine might obey.
2. Telephone numbers that are known as such are dialled, digit by digit; no rule and no guess touches them.
3. The clinic's own pronunciations are found; they go before all rules.
4. What lies between is walked through once, word by word. Most words pass untouched; numbers, abbreviations
   and signs are said by rules that read their words from the table of the language.
5. What is left is letters, digits and the marks `.,;:!?'-`. Tags, brackets and backslashes do not get
   through, so no text can give an engine a command.

Each spoken character remembers the written ones that it stands for, so that the word that is lit is the
word that sounds.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial

from kiosk.content.model.clean import clean
from kiosk.content.model.word_rules import WordRule, holds_in, pattern_of
from kiosk.speech.spoken.dialled import dial
from kiosk.speech.spoken.grammar.token import THOUSANDS_GAP
from kiosk.speech.spoken.guess import Guess
from kiosk.speech.spoken.pieces import Pieces, Span
from kiosk.speech.spoken.scan import scan, table_for

LONGEST_WRITTEN = 4000
"""Characters, which are more than four minutes of speech; the rest is not spoken."""
LONGEST_SPOKEN = 12000

Spans = Sequence[tuple[int, int]]
"""Stretches of a text: start and end, in characters."""

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(
    r"</?(?:a|b|big|br|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|s|small|span|strong|su[bp]|table|t[dhr]|u|ul)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
"""A tag of a web page, whose name nobody wants to hear."""
_NARROW = re.compile("(?<=[0-9])[\u00a0\u2007-\u2009\u202f](?=[0-9]{3}(?![0-9]))")
"""Spaces between thousands, at which no line ends."""


@dataclass(frozen=True)
class SpokenForm:
    """A text as an engine gets it."""

    text: str
    _spans: tuple[Span, ...] = field(default=(), repr=False)
    _places: tuple[int, ...] | None = field(default=None, repr=False)
    """Where each cleaned character stands in the written text, if cleaning moved any."""

    guesses: tuple[Guess, ...] = field(default=(), repr=False)
    """What the rules did not know, in the order of the text."""

    def written(self, start: int, length: int) -> tuple[int, int]:
        """The written text that is sounding: start and length, for spoken characters from `start`.

        For a word inside an expansion it is everything that the expansion stands for.
        """
        if not self._spans:
            return 0, 0
        first = min(max(start, 0), len(self.text) - 1)
        last = min(max(first, first + length - 1), len(self.text) - 1)
        begin = self._place(self._written_at(first)[0])
        end = self._place(self._written_at(last)[1])
        return begin, max(0, end - begin)

    def _written_at(self, at: int) -> tuple[int, int]:
        """The written start and end of one spoken character."""
        spoken, written, written_end, as_written = self._spans[
            bisect_right(self._spans, at, key=lambda span: span[0]) - 1
        ]
        if as_written:
            return written + at - spoken, written + at - spoken + 1
        return written, written_end

    def _place(self, at: int) -> int:
        return at if self._places is None else self._places[at]


def spoken_form(text: str, language: str = "en", rules: Sequence[WordRule] = (), numbers: Spans = ()) -> SpokenForm:
    """How `text` is said in `language`, with the clinic's own pronunciations. Never raises.

    `numbers` are the telephone numbers in it, as (start, end) in characters. A language without a table gets its words
    as they are written and no word of another language; the digits of telephone numbers are left to its voice, one by
    one.
    """
    kept, places = _plain(text[:LONGEST_WRITTEN])
    table = table_for(language)
    pieces = Pieces()
    own = tuple(rules)
    at = 0
    for start, end in _known(kept, places, numbers):
        _say(kept, at, start, language, own, pieces)
        dial(kept, start, end, table, pieces, partial(scan, kept, table=table, pieces=pieces))
        at = end
    _say(kept, at, len(kept), language, own, pieces)
    spoken = pieces.finish()[:LONGEST_SPOKEN]
    spans = tuple(span for span in pieces.spans if span[0] < len(spoken))
    form = SpokenForm(spoken, spans, None if places is None else tuple(places))
    if not pieces.guesses:
        return form
    guesses = (Guess(each.doubt, form._place(each.start), form._place(each.end)) for each in pieces.guesses)
    return replace(form, guesses=tuple(guesses))


def _plain(text: str) -> tuple[str, list[int] | None]:
    """Return `text` as `clean` does, without tags, and with what stands for other signs as those: &amp; → &."""
    kept, places = clean(_NARROW.sub(THOUSANDS_GAP, _TAG.sub(lambda tag: " " * len(tag.group()), text)))
    if "&" not in kept or not _ENTITY.search(kept):
        return kept, places
    from html import unescape  # a large table, which hardly any text needs

    signs: list[str] = []
    moved: list[int] = []
    at = 0
    origin = range(len(kept) + 1) if places is None else places
    for match in _ENTITY.finditer(kept):
        meant = clean(unescape(match.group()))[0]
        signs += [kept[at : match.start()], meant]
        moved += [*origin[at : match.start()], *[origin[match.start()]] * len(meant)]
        at = match.end()
    return "".join([*signs, kept[at:]]), [*moved, *origin[at:]]


def _known(text: str, places: list[int] | None, numbers: Spans) -> Iterator[tuple[int, int]]:
    """Yield the telephone numbers as characters of the cleaned `text`, in order, without those that hold no digit."""
    at = 0
    for first, last in sorted(numbers):
        start, end = (first, last) if places is None else (bisect_left(places, first), bisect_left(places, last))
        start, end = max(at, start), min(end, len(text))
        if start < end and any(sign.isdecimal() for sign in text[start:end]):
            yield start, end
            at = end


def _say(text: str, start: int, end: int, language: str, rules: tuple[WordRule, ...], pieces: Pieces) -> None:
    """Say `text` from `start` to `end`: the clinic's own words as it wants them, the rest by the rules."""
    own = tuple(_own_words(text, start, end, language, rules)) if rules else ()
    scan(text, start, end, table_for(language), pieces, own)


def _own_words(
    text: str, start: int, end: int, language: str, rules: tuple[WordRule, ...]
) -> Iterator[tuple[int, int, str]]:
    """Where the clinic's own words stand between `start` and `end`, and how they are said."""
    pattern, said = _compiled(language, rules)
    if pattern is None:
        return
    for match in pattern.finditer(text, start, end):
        yield match.start(), match.end(), said[(match.lastindex or 1) - 1]


@lru_cache(maxsize=32)
def _compiled(language: str, rules: tuple[WordRule, ...]) -> tuple[re.Pattern[str] | None, tuple[str, ...]]:
    """One pattern for all rules of a language, the longest word first; rules that say nothing are left out."""
    parts: list[str] = []
    said: list[str] = []
    for rule in sorted(rules, key=lambda rule: len(rule.write), reverse=True):
        pattern, say = pattern_of(rule), spoken_form(rule.say, language).text
        if pattern and say and holds_in(rule, language):
            parts.append(f"({pattern})")
            said.append(say)
    return (re.compile("|".join(parts)) if parts else None), tuple(said)


def as_spoken(text: str) -> SpokenForm:
    """Return the form of a text that is spoken as it is written."""
    return SpokenForm(text, ((0, 0, len(text), True),))
