"""Abbreviations, titles, doses and words with a slash: what the table of the language knows by its letters."""

from __future__ import annotations

import re

from kiosk.speech.spoken.grammar.expressions import measured, plain, spans
from kiosk.speech.spoken.grammar.names import capitals
from kiosk.speech.spoken.grammar.numbers import RAISED, ROMAN
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
_RAISED_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
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
    in_address = tokens[end].text in table.regions or tokens[end].text.lower() in table.streets
    if key in table.may_end_sentence and ends_sentence(tokens, end) and not in_address:
        words += "."
    return Said(words, end)


def before_number(tokens: Tokens, i: int, table: Table) -> Said | None:
    """No. 5, Rm 204."""
    found = longest(tokens, i, table.before_number, 3)  # type: ignore[arg-type]
    if found is None or not (is_number(tokens[found[1]]) or ROMAN.fullmatch(tokens[found[1]].text)):
        return None
    if found[0] in table.weekdays and tokens[i].text.islower():
        return None  # O2 sat 95
    if found[0][-1] not in ".º°" and not tokens[found[1]].gap:
        return None
    return Said(f"{table.before_number[found[0]]} ", found[1])


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
        shouted = table.units.get(tokens[end].text.lower()) if tokens[end].text.isupper() else None
        if number and shouted and shouted.kind == "duration" and not tokens[end].gap:
            return Said(f"{table.say['every']} {number.words} {shouted.many}", end + 1)  # Q6H, Q3W
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
    said = table.doses[word]
    if i and said.startswith(f"{tokens[i - 1].text} "):
        said = said.partition(" ")[2]  # at h.s.
    return Said(said + ("." if dotted and ends_sentence(tokens, end) else ""), end)


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
    own = table.names.get("/".join(words))
    if own is not None:
        return Said(own, k)
    if all(word.istitle() and word.lower() in table.weekdays for word in words):
        return Said(", ".join(table.weekdays[word.lower()] for word in words), k)  # Sat/Sun
    counted = words[0].lower().endswith("s") or words[0].lower() in table.per_words
    unit = table.units.get(words[1])
    if len(words) == 2 and counted and unit and (unit.one == words[1] or not words[1].isalpha() or unit.kind):
        return Said(f"{words[0]} {table.say['per']} {unit.one}", k)
    measure = table.units.get(words[0])
    if len(words) == 2 and unit and measure and len("".join(words)) > 2 and not {*words} & {*unit[:2], *measure[:2]}:
        return Said(f"{measure.many} {table.say['per']} {unit.one}", k)  # in g/dL
    words = [table.abbreviations[f"{word.lower()}."] if word.lower() in table.titles else word for word in words]
    if any(len(word) > 1 and word.removesuffix("s").isupper() for word in words):
        return Said(", ".join(_acronym(word, table) for word in words), k)
    return Said(f" {table.say['or']} ".join(words), k)


def _acronym(word: str, table: Table) -> str:
    """One of several acronyms with slashes, perhaps of more than one: DVTs/PEs."""
    single = word.removesuffix("s")
    if word == single or len(single) < 2 or not single.isupper():
        return capitals(word, table)
    said = capitals(single, table)
    return said + ("'s" if "-" in said else "s") if table.plural_acronyms else said


def isotope(tokens: Tokens, i: int, table: Table) -> Said | None:
    """18F, 99mTc, ⁹⁹ᵐTc: a number with the letters of an element."""
    mass, k = tokens[i].text.translate(RAISED), i + 1
    while mass != tokens[i].text and tokens[k].text in _RAISED_DIGITS and not tokens[k].gap:
        mass += tokens[k].text.translate(RAISED)
        k += 1
    behind = tokens[k]
    if not is_word(behind) or behind.gap or not mass.isdecimal() or len(mass) > 3:
        return None
    if behind.text == "F" and tokens[k + 1].text != "-":
        return None
    name = behind.text.replace("ᵐ", "m")
    if not re.fullmatch(r"F|m?(?:Tc|In|Ga|Lu|Ra|Sr|Sm|Cu|Zr|Y|I)", name):
        return None
    return Said(f"{mass} {' '.join(re.findall('m(?=[A-Z])|[A-Z][a-z]?', name))}", k + 1)
