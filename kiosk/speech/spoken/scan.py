"""Walks through a cleaned text once and says each word, number and sign."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.speech.spoken.grammar import calendar, expressions, names, numbers, phones, phrases, postal, shares, times
from kiosk.speech.spoken.grammar.addresses import address
from kiosk.speech.spoken.grammar.signs import say_sign
from kiosk.speech.spoken.grammar.token import Kind, Own, Rule, Said, Token, Tokens, glued_on, tokenize
from kiosk.speech.spoken.grammar.word_endings import two_forms
from kiosk.speech.spoken.pieces import Pieces
from kiosk.speech.spoken.tables.english import ENGLISH
from kiosk.speech.spoken.tables.spanish import SPANISH
from kiosk.speech.spoken.tables.table import Table

_TABLES = {"en": ENGLISH, "es": SPANISH}
_AS_WRITTEN = Table(digits=tuple("0123456789"))
"""Of a language that has no table: its digits are left to the voice."""
_RULES: dict[Kind, tuple[Rule, ...]] = {
    Kind.ADDRESS: (address,),
    Kind.WORD: (
        calendar.days, calendar.month_before_number, calendar.short_day, times.time_of_day, phrases.dose,
        postal.street, postal.compass, postal.region, two_forms,
        phrases.before_name, phrases.abbreviation, phrases.before_number, names.roman, phrases.initials,
        expressions.lasting, phrases.lone_unit, expressions.measured, phrases.slashed, names.in_brackets, names.name,
    ),
    Kind.NUMBER: (
        phones.lettered, names.from_nought,
        expressions.marker_number, shares.named_ratio, phones.coded, phones.surely_dialled,
        calendar.dates_in_digits, times.time_of_day, calendar.day_and_month, phrases.abbreviation,
        numbers.ordinals, phrases.isotope,
        expressions.feet_and_inches, expressions.products, expressions.spans, expressions.measured,
        shares.slashes, expressions.or_more, shares.ratios, phones.emergency, phones.maybe_dialled,
        expressions.plain,
    ),
    Kind.SIGN: (
        phones.keys, phones.surely_dialled, phrases.abbreviation, phrases.isotope, expressions.compared,
        expressions.lasting, expressions.products,
        expressions.spans, expressions.measured, expressions.numbered, expressions.plain,
    ),
}  # fmt: skip
_RULES_AS_WRITTEN: dict[Kind, tuple[Rule, ...]] = {
    Kind.ADDRESS: (address,),
    Kind.NUMBER: (phones.surely_dialled, phones.emergency, phones.maybe_dialled),
    Kind.SIGN: (phones.surely_dialled,),
}
_MAY_BEGIN = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹$€£¥₹₩₫₱฿₪₺₽₴₦₡₲½⅓⅔¼¾⅛⅜⅝⅞#*+<>~-−–.,(×")
"""Signs at which a rule must look."""
_ENDS_WORD = frozenset(',;!?)"”»…')
_VOWELS = frozenset("aeiouyAEIOUYáéíóúüÁÉÍÓÚ")
_LONGEST_SHORT = 6
_LONGEST_WORD = 80
"""An engine may choke on a longer run of letters."""


def table_for(language: str) -> Table:
    """The table of a language, such as `es` or `es-MX`; one without words where there is none."""
    return _TABLES.get(language.partition("-")[0].lower(), _AS_WRITTEN)


def scan(text: str, start: int, end: int, table: Table, pieces: Pieces, own: Sequence[Own] = ()) -> None:
    """Says `text` from `start` to `end`, and the clinic's `own` words in it as the clinic wants them."""
    tokens = tokenize(text, start, end, own)
    rules = _RULES if table.say else _RULES_AS_WRITTEN
    i = 0
    while True:
        token = tokens[i]
        if token.gap:
            if token.gap.count("\n") > 1:
                pieces.mark(".", token.start - len(token.gap), token.start)
            pieces.space(token.start - len(token.gap), token.start)
        kind = token.kind
        if kind is Kind.END:
            return
        if token.start in tokens.own:
            i = _say_own(tokens, i, table, pieces)
            continue
        if kind is Kind.WORD and _is_plain(token, tokens[i + 1], table):
            pieces.word(token.text, token.start, token.end)
            i += 1
            continue
        said = None
        if kind is not Kind.SIGN or (token.text[0] in _MAY_BEGIN and _begins(tokens, i)):
            said = _first(rules.get(kind, ()), tokens, i, table)
        if said is not None:
            _add(said, tokens, i, pieces)
            i = said.end
            continue
        if kind is Kind.SIGN:
            say_sign(tokens, i, table, pieces)
        elif token.text in table.symbols:
            pieces.expand(table.symbols[token.text], token.start, token.end)
        else:
            _add_written(token, pieces)
        i += 1


def _say_own(tokens: Tokens, i: int, table: Table, pieces: Pieces) -> int:
    """Say the clinic's own word at `i`, with the result of a test behind it; return the token that is next."""
    token = tokens[i]
    pieces.expand(tokens.own[token.start], token.start, token.end, glued=True)
    found = names.result(tokens, i + 1, token.text, table) if table.say else None
    if found is None:
        return i + 1
    pieces.space(token.end, token.end)
    pieces.expand(found.words, tokens[i + 1].start, tokens[found.end - 1].end)
    return found.end


def _is_plain(token: Token, behind: Token, table: Table) -> bool:
    """Whether it is an everyday word that is said just as it is written; nearly all text is such."""
    text = token.text
    if not (text.islower() or text[1:].islower() or text == "I") or (len(text) == 1 and not text.isascii()):
        return False
    if len(text) > _LONGEST_WORD or text.lower() in table.triggers:
        return False
    if 1 < len(text) <= _LONGEST_SHORT and table.say and _VOWELS.isdisjoint(text):
        return False
    if behind.gap or behind.kind is Kind.END or behind.text in _ENDS_WORD:
        return True
    return behind.text == "." and len(text) > 1


def _begins(tokens: Tokens, i: int) -> bool:
    """Whether the sign at `i` may belong to what follows it; one behind a letter or a digit belongs to that."""
    if tokens[i].text == "(":
        return tokens[i + 1].kind is Kind.NUMBER
    if tokens[i].text == "#":
        return tokens[i + 1].kind is Kind.NUMBER or not glued_on(tokens, i + 1)
    if tokens[i].text in ("<", ">") and not tokens[i + 1].gap and i and tokens[i - 1].kind is not Kind.SIGN:
        return i == 1 or tokens[i - 2].text not in ("<", "/")  # p<0.05, but <b>5
    return i == 0 or bool(tokens[i].gap) or not tokens[i - 1].text[-1].isalnum()


def _first(rules: Sequence[Rule], tokens: Tokens, i: int, table: Table) -> Said | None:
    """Return what the first rule that holds says."""
    for rule in rules:
        said = rule(tokens, i, table)
        if said is not None and not (tokens.own and _hides_own(tokens, i, said)):
            return said
    return None


def _hides_own(tokens: Tokens, i: int, said: Said) -> bool:
    """Whether a word of the clinic's own would be said in another way: the HER2 of ER/HER2."""
    return any(token.start in tokens.own for token in tokens[i + 1 : said.end])


def _add_written(token: Token, pieces: Pieces) -> None:
    for cut in range(0, len(token.text), _LONGEST_WORD):
        at = token.start + cut
        if cut:
            pieces.space(at, at)
        part = token.text[cut : cut + _LONGEST_WORD]
        pieces.word(part, at, at + len(part))


def _add(said: Said, tokens: Tokens, i: int, pieces: Pieces) -> None:
    """Add what a rule says; the full stop or the space at its end is held back."""
    at, stop = tokens[i].start, tokens[said.end - 1].end
    if said.doubt is not None and not any(token.start in tokens.own for token in tokens[i : said.end + said.beyond]):
        pieces.guess(said.doubt, at, tokens[said.end + said.beyond - 1].end)
    if said.words == tokens.text[at:stop]:
        pieces.word(said.words, at, stop)
        return
    pieces.expand(" ".join(said.words.rstrip(" .").split()), at, stop)
    if said.words.endswith("."):
        pieces.mark(".", stop, stop)
    elif said.words.endswith(" "):
        pieces.space(stop, stop)
