"""Addresses of houses: the side of the town, the kind of street, the state before a postcode."""

from __future__ import annotations

import re

from kiosk.speech.spoken.grammar.token import Said, Token, Tokens, ends_sentence, is_number, is_word
from kiosk.speech.spoken.tables.table import Table

_LONGEST_NAME = 4
"""Words between a house number and the kind of its street."""
_POSTCODE = re.compile("[0-9]{5}(?![0-9])|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]")


def _has_capital(token: Token) -> bool:
    return is_word(token) and token.text[0].isupper()


def street(tokens: Tokens, i: int, table: Table) -> Said | None:
    """12 Oak Dr., 1600 Pennsylvania Ave NW, 2001 MLK Jr. Blvd."""
    kind = table.streets.get(tokens[i].text.lower())
    if kind is None or not _has_capital(tokens[i]):
        return None
    k, names = i - 1, 0
    while k > 0 and names < _LONGEST_NAME and (_has_capital(tokens[k]) or tokens[k].text == "."):
        names += is_word(tokens[k])
        k -= 1
    numbered = k >= 0 and tokens[k].text in table.ordinal_suffixes
    if not numbered and not (names and k >= 0 and is_number(tokens[k])):
        return None
    dotted = tokens[i + 1].text == "." and not tokens[i + 1].gap
    end = i + 1 + dotted
    ends = dotted and ends_sentence(tokens, end) and tokens[end].text not in table.regions
    return Said(kind + ("." if ends else ""), end)


def compass(tokens: Tokens, i: int, table: Table) -> Said | None:
    """1200 N. Main St., 45 W 23rd St., 1600 Pennsylvania Ave NW."""
    side = table.compass.get(tokens[i].text)
    if side is None or i == 0:
        return None
    dotted = tokens[i + 1].text == "." and not tokens[i + 1].gap
    end = i + 1 + dotted
    before = tokens[i - 1 - (tokens[i - 1].text == "." and i > 1)]
    if before.text.lower() in table.streets and _has_capital(before):
        return Said(side + ("." if dotted and ends_sentence(tokens, end) else ""), end)
    if not is_number(before) or before is not tokens[i - 1]:
        return None
    near = range(end + 1, min(end + 1 + _LONGEST_NAME, len(tokens)))
    kinds = {*table.streets, *map(str.lower, table.streets.values())}
    if not any(_has_capital(tokens[k]) and tokens[k].text.lower() in kinds for k in near):
        return None
    return Said(side, end)


def region(tokens: Tokens, i: int, table: Table) -> Said | None:
    """Boston, MA 02115; Toronto, ON M5V 2T6."""
    name = table.regions.get(tokens[i].text)
    behind = tokens[i + 1]
    if name is None or not behind.gap or not _POSTCODE.match(tokens.text, behind.start):
        return None
    return Said(name, i + 1)
