"""Abbreviations, titles, doses and words with a slash: what the table of the language knows by its letters."""

from __future__ import annotations

import re

from kiosk.speech.spoken.grammar.expressions import measured, plain, spans
from kiosk.speech.spoken.grammar.names import capitals
from kiosk.speech.spoken.grammar.numbers import ROMAN
from kiosk.speech.spoken.grammar.token import (
    Kind,
    Said,
    Tokens,
    ends_sentence,
    glued,
    is_number,
    is_word,
    longest,
)
from kiosk.speech.spoken.grammar.units import unit_and_per
from kiosk.speech.spoken.tables.table import Table

_SMALL_DOSES = frozenset({"po", "qd"})
"""Short words for doses that may be in small letters."""
_MOST_INITIALS = 5
_MOST_SLASHED = 4
_LONGEST_SLASHED = 20


def abbreviation(tokens: Tokens, i: int, table: Table) -> Said | None:
    """e.g., p. ej., Dr., w/o, 24/7."""
    found = longest(tokens, i, table.abbreviations)  # type: ignore[arg-type]
    if found is None:
        return None
    key, end = found
    words = table.abbreviations[key]
    if key[-1].isdigit() and (tokens[end].text == "/" or (is_number(tokens[end]) and glued(tokens[end]))):
        return None
    if key in table.may_end_sentence and ends_sentence(tokens, end):
        words += "."
    return Said(words, end)


def before_number(tokens: Tokens, i: int, table: Table) -> Said | None:
    """No. 5, Rm 204."""
    found = longest(tokens, i, table.before_number, 3)  # type: ignore[arg-type]
    if found is None or not (is_number(tokens[found[1]]) or ROMAN.fullmatch(tokens[found[1]].text)):
        return None
    if found[0][-1] not in ".º°" and not tokens[found[1]].gap:
        return None
    return Said(f"{table.before_number[found[0]]} ", found[1])


def street(tokens: Tokens, i: int, table: Table) -> Said | None:
    """12 Oak Dr., 1600 Pennsylvania Ave NW."""
    kind = table.streets.get(tokens[i].text.lower())
    if kind is None or not tokens[i].text[0].isupper():
        return None
    k = i - 1
    while k > max(0, i - 4) and is_word(tokens[k]) and tokens[k].text[0].isupper():
        k -= 1
    if k in (i - 1, -1) or not (is_number(tokens[k]) or tokens[k].text in table.ordinal_suffixes):
        return None
    dotted = tokens[i + 1].text == "." and not tokens[i + 1].gap
    return Said(kind + ("." if dotted and ends_sentence(tokens, i + 2) else ""), i + 1 + dotted)


def before_name(tokens: Tokens, i: int, table: Table) -> Said | None:
    """St. Mary's but Elm St.; Dr Lee; D. José, but vitamin D."""
    word, sign = tokens[i].text, tokens[i + 1]
    dotted = sign.text == "." and not sign.gap
    if not dotted:
        if f"{word.lower()}." in table.before_name and word.istitle() and sign.gap and sign.text[:1].isupper():
            return Said(table.before_name[f"{word.lower()}."][0], i + 1)
        if word.lower() in table.titles and word[0].isupper() and sign.gap and sign.text[:1].isupper():
            title = table.abbreviations.get(f"{word.lower()}.")
            return Said(title, i + 1) if title else None
        return None
    if f"{word.lower()}." not in table.before_name:
        return None
    before, elsewhere = table.before_name[f"{word.lower()}."]
    name = tokens[i + 2]
    named = is_word(name) and bool(name.gap) and name.text[0].isupper()
    if elsewhere:
        return Said(before if named else elsewhere, i + 2)
    if not named or not word.isupper() or len(name.text) < 2 or not name.text[1].islower():
        return None
    first = i == 0 or tokens[i - 1].kind is Kind.SIGN or tokens[i - 1].text.lower() in table.title_after
    return Said(before, i + 2) if first else None


def dose(tokens: Tokens, i: int, table: Table) -> Said | None:
    """BID, PRN, b.i.d. behind a dose; q8h, c/8 h."""
    found = longest(tokens, i, table.every, 2)
    if found is not None and is_number(tokens[found[1]]):
        often = spans(tokens, found[1], table) or measured(tokens, found[1], table)
        number = often or plain(tokens, found[1], table)
        end = number.end if number else 0
        if number and tokens[end].text == "H" and not tokens[end].gap:
            return Said(f"{table.say['every']} {number.words} {table.units['h'].many}", end + 1)  # Q6H
        unit = table.units.get(tokens[end - 1].text)
        timed = (unit and unit.kind == "duration") or table.lasting & {tokens[end - 1].text, tokens[end].text}
        if number and timed:
            return Said(f"{table.say['every']} {number.words}", end)
    joined, k = "", i
    while len(joined) <= _MOST_INITIALS and _is_initial(tokens, k):
        joined += tokens[k].text.lower()
        k += 2
        if tokens[k].gap:
            break
    dotted = len(joined) > 1
    word = joined if dotted else tokens[i].text.lower()
    end = k if dotted else i + 1
    if len(word) < 3 and not (dotted or tokens[i].text.isupper() or word in _SMALL_DOSES):
        return None
    if word not in table.doses or (glued(tokens[end]) and tokens[end].kind is not Kind.SIGN):
        return None
    if not (dotted and i) and not _behind_dose(tokens, i, table):
        return None
    return Said(table.doses[word] + ("." if dotted and ends_sentence(tokens, end) else ""), end)


def _behind_dose(tokens: Tokens, i: int, table: Table) -> bool:
    """Whether what stands before `i` is a dose, or how it is taken; or whether the latter is behind it."""
    if tokens[i + 1].text.isupper() and tokens[i + 1].text.lower() in table.doses:
        return True
    if not i:
        return False
    before = tokens[i - 1 - (tokens[i - 1].text in (".", ",", ";") and i > 1)]
    word = before.text.lower()
    return is_number(before) or before.text in table.units or word in table.doses or word in table.dosed


def _is_initial(tokens: Tokens, k: int) -> bool:
    """Whether a single letter with its full stop is at `k`."""
    return is_word(tokens[k]) and len(tokens[k].text) == 1 and tokens[k + 1].text == "." and not tokens[k + 1].gap


def _joins(tokens: Tokens, k: int) -> bool:
    """Whether the sign at `k` has a word right behind it, and something right before it."""
    return not tokens[k].gap and is_word(tokens[k + 1]) and not tokens[k + 1].gap


def initials(tokens: Tokens, i: int, table: Table) -> Said | None:
    """U.S., M.D."""
    letters, k = "", i
    while len(letters) <= _MOST_INITIALS and _is_initial(tokens, k):
        if letters and (tokens[k].gap or tokens[k].text.isupper() != letters.isupper()):
            break
        letters += tokens[k].text
        k += 2
    if not 2 <= len(letters) <= _MOST_INITIALS or (glued(tokens[k]) and is_word(tokens[k])):
        return None
    return Said(
        table.spell(letters.upper())
        + ("." if tokens[k].kind is Kind.END or (len(tokens[k].text) > 1 and tokens[k].text.istitle()) else ""),
        k,
    )


def lone_unit(tokens: Tokens, i: int, table: Table) -> Said | None:
    """How many mg?"""
    found = unit_and_per(tokens, i, table) if tokens[i].text in table.lone_units else None
    if found is None or (tokens[found.end].text == "/" and not tokens[found.end].gap):
        return None
    return Said(found.unit.many + found.per, found.end)


def slashed(tokens: Tokens, i: int, table: Table) -> Said | None:
    """his/her, ER/PR, 3 times/day."""
    words, k = [tokens[i].text], i + 1
    while len(words) <= _MOST_SLASHED and tokens[k].text == "/" and _joins(tokens, k):
        words.append(tokens[k + 1].text)
        k += 2
    if len(words) < 2 or len(words) > _MOST_SLASHED or max(map(len, words)) > _LONGEST_SLASHED:
        return None
    if glued(tokens[k]) and (is_number(tokens[k]) or tokens[k].text in ("@", "/")):
        return None
    counted = words[0].lower().endswith("s") or words[0].lower() in table.per_words
    unit = table.units.get(words[1])
    if len(words) == 2 and counted and unit and (unit.one == words[1] or not words[1].isalpha() or unit.kind):
        return Said(f"{words[0]} {table.say['per']} {unit.one}", k)
    words = [table.abbreviations[f"{word.lower()}."] if word.lower() in table.titles else word for word in words]
    if any(len(word) > 1 and word.isupper() for word in words):
        return Said(", ".join(capitals(word, table) for word in words), k)
    return Said(f" {table.say['or']} ".join(words), k)


def isotope(tokens: Tokens, i: int, table: Table) -> Said | None:
    """18F, 99mTc: a number with the letters of an element."""
    behind = tokens[i + 1]
    if not is_word(behind) or behind.gap or not tokens[i].text.isdecimal() or len(tokens[i].text) > 3:
        return None
    if behind.text == "F" and tokens[i + 2].text != "-":
        return None
    if not re.fullmatch(r"F|m?(?:Tc|In|Ga|Lu|Ra|Sr|Sm|Cu|Zr|Y|I)", behind.text):
        return None
    return Said(f"{tokens[i].text} {' '.join(re.findall('m(?=[A-Z])|[A-Z][a-z]?', behind.text))}", i + 2)
