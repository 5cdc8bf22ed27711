"""Cuts a cleaned text into tokens: words, numbers, addresses, and single signs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from kiosk.speech.spoken.guess import Doubt
from kiosk.speech.spoken.tables.table import Table

if TYPE_CHECKING:
    from kiosk.speech.spoken.grammar.amounts import Amount

THOUSANDS_GAP = "'"
"""What stands in a cleaned text for a space that no line may end at, between digits."""
_OPENING = frozenset('"“(¿¡')
DASHES = frozenset("-–—−")
_LETTER = r"[^\W\d_ªº²³¹¼-¾\u2070-\u209c\u2150-\u218b\u2460-\u24ff]"
_TOP = "org|com|gov|edu|net|info|health|uk|us|es|mx|ca|eu|int|io|ar|co|cl|pe|clinic|care"
_PATH = r"(?:/[\w./%+?=&#~-]{0,300}(?<![.?]))?"
_TOKEN = re.compile(
    rf"""(?P<SPACE>\s+)
    |(?P<ADDRESS>[A-Za-z0-9._%+-]{{1,64}}@[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{1,5}}
        |(?i:https?://|www\.)[A-Za-z0-9-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,5}}{_PATH}
        |(?:[A-Za-z0-9-]{{2,63}}\.){{1,4}}(?:{_TOP})(?![\w-]){_PATH}
        |(?<![\w.])[a-z]\.(?:com|org|net|gov|co|io)(?![\w-]){_PATH})
    |(?P<WORD>{_LETTER}+(?:'{_LETTER}+)*)
    |(?P<NUMBER>[0-9]+(?:[.,][0-9]+)*|(?<![\w.,])[.,][0-9]+)
    |(?P<SIGN>\.\.+|.)""",
    re.VERBOSE,
)


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    NUMBER = auto()
    ADDRESS = auto()
    SIGN = auto()
    END = auto()


_KINDS = {kind.name: kind for kind in Kind}


class Token(NamedTuple):
    """A piece of the text, without the white space before it."""

    kind: Kind
    text: str
    """Of the last token: empty at the end of the text, something where the text goes on."""
    start: int
    end: int
    gap: str
    """The white space before it."""


class Tokens(list[Token]):
    """The tokens of a stretch of `text`, closed by some of kind `END`."""

    text: str
    amounts: dict[int, Amount | None]
    """The amounts that were read already, by the token where they begin."""
    own: dict[int, str]
    """How the clinic wants words said, by the character where each begins."""


class Said(NamedTuple):
    """What a rule says."""

    words: str
    end: int
    """The token behind what it has read."""
    doubt: Doubt | None = None
    """Why it is only a guess."""
    beyond: int = 0
    """Tokens behind `end` that the doubt is about too."""


Own = tuple[int, int, str]
"""Where a word of the clinic's own begins and ends, and how it is said."""
Rule = Callable[[Tokens, int, Table], Said | None]


def tokenize(text: str, start: int, end: int, own: Sequence[Own] = ()) -> Tokens:
    """Return the tokens of `text` from `start` to `end`; each of the clinic's `own` words is one token."""
    tokens = Tokens()
    tokens.text, tokens.amounts, tokens.own = text, {}, {}
    gap, at = "", start
    for first, last, said in (*own, (end, end, "")):
        for match in _TOKEN.finditer(text, at, first):
            name = match.lastgroup or "SIGN"
            if name == "SPACE":
                gap = match.group()
                continue
            tokens.append(Token(_KINDS[name], match.group(), *match.span(), gap))
            gap = ""
        if first < last:
            tokens.append(Token(Kind.WORD, text[first:last], first, last, gap))
            tokens.own[first], gap = said, ""
        at = last
    goes_on = "\0" if end < len(text) else ""
    tokens.append(Token(Kind.END, goes_on, end, end, gap))
    tokens.extend([Token(Kind.END, goes_on, end, end, "")] * 5)
    return tokens


def index_at(tokens: Tokens, i: int, place: int) -> int:
    """Return the first token from `i` on that begins at character `place` or behind it."""
    while tokens[i].start < place and tokens[i].kind is not Kind.END:
        i += 1
    return i


def is_number(token: Token) -> bool:
    """Whether it is digits."""
    return token.kind is Kind.NUMBER


def is_word(token: Token) -> bool:
    """Whether it is letters."""
    return token.kind is Kind.WORD


def glued(token: Token) -> bool:
    """Whether something stands right before it, as far as letters and digits are concerned."""
    return not token.gap and token.kind is not Kind.END


def glued_on(tokens: Tokens, k: int) -> bool:
    """Whether letters or digits go on at `k` without a gap."""
    return glued(tokens[k]) and tokens[k].kind is not Kind.SIGN


def ends_sentence(tokens: Tokens, i: int) -> bool:
    """Whether a new sentence, or nothing, begins at token `i`."""
    token = tokens[i]
    if token.kind is Kind.END:
        return not token.text
    if not token.gap:
        return False
    while token.text in _OPENING:
        i += 1
        token = tokens[i]
    return token.text[:1].isupper()


def longest(tokens: Tokens, i: int, known: frozenset[str] | dict[str, str], most: int = 6) -> tuple[str, int] | None:
    """Return the longest of the `known` joined forms that begins at `i`, in small letters, and the token behind it.

    Within a form white space counts only behind a full stop, where it may be left out: p. ej., p.ej.
    """
    joined, best = "", None
    for k in range(i, i + most):
        token = tokens[k]
        if token.kind is Kind.END or (k > i and token.gap and joined[-1] not in "./"):
            break
        joined += token.text.lower()
        if joined in known and not (is_word(token) and is_word(tokens[k + 1]) and glued(tokens[k + 1])):
            best = joined, k + 1
    return best
