"""Dates, days of the week, and spans of them."""

from __future__ import annotations

import re
from collections.abc import Callable

from kiosk.speech.spoken.grammar.expressions import SCALES
from kiosk.speech.spoken.grammar.times import time_of_day
from kiosk.speech.spoken.grammar.token import (
    DASHES,
    Said,
    Token,
    Tokens,
    ends_sentence,
    glued,
    glued_on,
    is_number,
    is_word,
)
from kiosk.speech.spoken.tables.table import Table

_Rule = Callable[[Tokens, int, Table], Said | None]
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([12][0-9]{3})")
_YEAR = re.compile("[12][0-9]{3}")


def _date(year: str, month: int, day: int, table: Table) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    said_day = table.say["day one"] if day == 1 else str(day)
    full = f"20{year}" if len(year) == 2 else year
    if table.years_in_pairs and re.fullmatch("19[0-9][1-9]|19[1-9]0", full):
        full = f"19 {table.say['oh']} {full[3]}" if full[2] == "0" else f"19 {full[2:]}"
    pattern = table.say["date" if year else "date without year"]
    return pattern.format(month=table.months[month - 1], day=said_day, year=full)


def _one_or_span(read: _Rule, tokens: Tokens, i: int, table: Table) -> Said | None:
    """Return what `read` finds at token `i`, and what it finds after a dash behind it: “11/22/2026 to 11/24/2026”."""
    first = read(tokens, i, table)
    if first is None or tokens[first.end].text not in DASHES or not is_number(tokens[first.end + 1]):
        return first
    last = read(tokens, first.end + 1, table)
    return Said(f"{first.words} {table.say['to']} {last.words}", last.end) if last else first


def dates_in_digits(tokens: Tokens, i: int, table: Table) -> Said | None:
    """11/22/2026; 11/22/2026–11/24/2026; Tues. 12/1."""
    whole = _one_or_span(_date_in_digits, tokens, i, table)
    return whole or _one_or_span(_date_without_year, tokens, i, table)


def _date_without_year(tokens: Tokens, i: int, table: Table) -> Said | None:
    """12/1, behind a weekday or where it can be no share: 12 of 1."""
    first, second = tokens[i], tokens[i + 2]
    if tokens[i + 1].text != "/" or tokens[i + 1].gap or second.gap or not is_number(second):
        return None
    if not (first.text + second.text).isdecimal() or max(len(first.text), len(second.text)) > 2:
        return None
    if (tokens[i + 3].text in ("/", ":") or is_number(tokens[i + 3])) and glued(tokens[i + 3]):
        return None
    before = tokens[i - 1 - (tokens[i - 1].text in (".", ",") and i > 1)] if i else tokens[i]
    word, written = before.text.lower(), f"{first.text}/{second.text}"
    if written in table.abbreviations or (written in table.fractions and word not in table.weekdays):
        return None
    if not (word in table.weekdays or (word in table.before_date and second.text not in SCALES)):
        share = int(first.text) <= int(second.text) or word in table.staged | table.paged or before.text.isupper()
        joints = DASHES | {"&", ",", table.say["and"], table.say["or"], table.say["to"]}
        ahead = tokens[i + 3].text in joints and tokens[i + 5].text == "/"
        behind = i > 3 and tokens[i - 1].text in joints and tokens[i - 3].text == "/"
        spans = (ahead or behind) and second.text not in SCALES
        if (share and not spans) or (is_word(before) and glued(first)):
            return None
    return _either_first(first.text, second.text, "", i + 3, table)


def _date_in_digits(tokens: Tokens, i: int, table: Table) -> Said | None:
    """2026-11-22, 11/22/2026, 22-11-2026, 22.11.2026."""
    if dotted := _DOTTED.fullmatch(tokens[i].text):
        return _either_first(dotted[1], dotted[2], dotted[3], i + 1, table)
    first, second, third = tokens[i], tokens[i + 2], tokens[i + 4]
    sign = tokens[i + 1].text
    if sign not in ("-", "/", ".") or tokens[i + 3].text != sign or not (is_number(second) and is_number(third)):
        return None
    behind = tokens[i + 5]
    if any(token.gap for token in tokens[i + 1 : i + 5]) or (behind.text in ("-", "/") and is_number(tokens[i + 6])):
        return None
    if not (first.text + second.text + third.text).isdecimal() or len(second.text) > 2:
        return None
    if _YEAR.fullmatch(first.text) and sign != "." and len(second.text) == len(third.text) == 2:
        said = _date(first.text, int(second.text), int(third.text), table)
        return Said(said, i + 5) if said else None
    if len(first.text) > 2 or not (_YEAR.fullmatch(third.text) or (sign == "/" and len(third.text) == 2)):
        return None
    return _either_first(first.text, second.text, third.text, i + 5, table)


def _either_first(first: str, second: str, year: str, end: int, table: Table) -> Said | None:
    day, month = (int(first), int(second)) if table.day_first else (int(second), int(first))
    if month > 12 and year:
        day, month = month, day
    said = _date(year, month, day, table)
    return Said(said, end) if said else None


def _month_number(word: str, table: Table) -> int | None:
    name = word.lower()
    for n, month in enumerate(table.months, 1):
        if month.lower() == name:
            return n
    return table.short_months.get(name)


def day_and_month(tokens: Tokens, i: int, table: Table) -> Said | None:
    """22 Nov. 2026, 30 nov.–2 dic."""
    return _one_or_span(_day_and_month, tokens, i, table)


def _day_and_month(tokens: Tokens, i: int, table: Table) -> Said | None:
    """22 Nov. 2026, 22-Nov-2026, 22/Nov/2026, 1 de enero de 2026."""
    k = i + 1
    if not tokens[i].text.isdecimal() or len(tokens[i].text) > 2:
        return None
    hyphened = tokens[k].text in ("-", "/", ".") and not tokens[k].gap and glued(tokens[k + 1])
    joint = tokens[k].text
    needed = tokens[k].text == table.month_needs and bool(tokens[k].gap)
    k += hyphened or needed
    if not is_word(tokens[k]) or (not hyphened and not tokens[k].gap):
        return None
    month = _month_number(tokens[k].text, table)
    whole = month is not None and table.months[month - 1].lower() == tokens[k].text.lower()
    if month is None or (whole and not table.day_first):
        return None
    k += 1
    if tokens[k].text == "." and not tokens[k].gap and not whole and not ends_sentence(tokens, k + 1):
        k += 1
    year, end = "", k
    behind = k + ((hyphened and tokens[k].text == joint) or (needed and tokens[k].text == table.month_needs))
    if (behind > k or not needed) and _YEAR.fullmatch(tokens[behind].text) and not glued_on(tokens, behind + 1):
        year, end = tokens[behind].text, behind + 1
    day = tokens[i].text
    if table.day_first:
        said = _date(year, month, int(day), table)
        return Said(said, end) if said else None
    said = table.say["day month"].format(day=day, month=table.months[month - 1])
    return Said(f"{said} {year}".rstrip(), end)


def month_before_number(tokens: Tokens, i: int, table: Table) -> Said | None:
    """Nov. 22, Sept 3rd; behind a number, the end of a date: del 1 al 15 de ene."""
    month = table.short_months.get(tokens[i].text.lower())
    k = i + 1
    dotted = tokens[k].text == "." and not tokens[k].gap
    k += dotted
    if is_number(tokens[k]) and tokens[k].gap and _spans_months(tokens, k, table):
        name = table.months[(month or _month_number(tokens[i].text, table) or 1) - 1]
        return Said(f"{name} {tokens[k].text} {table.say['to']} ", k + 2)
    if month is None:
        return None
    if tokens[i].text.lower() in table.weekdays and (time_of_day(tokens, k, table) or tokens[k + 1].text == "/"):
        return None  # mar. 9 a. m. and mar. 1/12, in Spanish also a Tuesday
    if is_number(tokens[k]) and tokens[k].gap:
        return Said(f"{table.months[month - 1]} ", k)
    before = tokens[i - 1] if i else tokens[i]
    joints = {"&", table.say["and"], table.say["or"], table.say["to"]}
    if dotted and tokens[i].text.lower() not in table.weekdays and tokens[k].text in joints:
        return Said(f"{table.months[month - 1]} ", k)  # Jan. & Feb.
    if dotted and before.text in joints and i > 1 and tokens[i - 2].text == ".":
        return Said(f"{table.months[month - 1]}.", k)
    if dotted and before.text.lower() in table.before_date and tokens[i].text.lower() not in table.weekdays:
        return Said(table.months[month - 1] + ("." if ends_sentence(tokens, k) else ""), k)  # in Jan.
    if before.text in table.ordinal_suffixes or (
        i > 1 and before.text == table.month_needs and is_number(tokens[i - 2])
    ):
        ends = dotted and ends_sentence(tokens, k)
        return Said(table.months[month - 1] + ("." if ends else ""), k)  # 25th Dec.
    return None


def _spans_months(tokens: Tokens, k: int, table: Table) -> bool:
    """Whether the day at `k` is followed by a dash and another date: Nov 30–Dec 2."""
    if tokens[k + 1].text not in DASHES or len(tokens[k].text) > 2 or not is_word(tokens[k + 2]):
        return False
    dotted = tokens[k + 3].text == "." and not tokens[k + 3].gap
    return _month_number(tokens[k + 2].text, table) is not None and is_number(tokens[k + 3 + dotted])


def _day_name(token: Token, table: Table) -> str | None:
    name = token.text.lower()
    if name in table.weekdays:
        return table.weekdays[name]
    month = _month_number(name, table)
    return table.months[month - 1] if month else None


def days(tokens: Tokens, i: int, table: Table) -> Said | None:
    """Monday–Friday, Mon.–Fri., and months in the same way."""
    first = _day_name(tokens[i], table)
    if first is None:
        return None
    k = i + 1 + (tokens[i + 1].text == "." and not tokens[i + 1].gap)
    if tokens[k].text not in DASHES or tokens[k].text == "—":
        return None
    last = _day_name(tokens[k + 1], table)
    if last is None or glued_on(tokens, k + 2):
        return None
    end = k + 2
    if tokens[end].text == "." and not tokens[end].gap and not tokens[end + 1].text[:1].isupper():
        end += 1
    written = [
        tokens[n].text if tokens[n].text.lower() == name.lower() else name for n, name in ((i, first), (k + 1, last))
    ]
    return Said(f" {table.say['to']} ".join(written), end)


def short_day(tokens: Tokens, i: int, table: Table) -> Said | None:
    """Mon, with a capital; mar. where no sentence ends."""
    word, behind = tokens[i].text, tokens[i + 1]
    name = table.weekdays.get(word.lower())
    if name is None or name.lower() == word.lower():
        return None
    if behind.text == "." and not behind.gap:
        only_titled = word.lower() in table.before_number and not word.istitle()
        if ends_sentence(tokens, i + 2):
            return Said(f"{name}.", i + 2) if _beside_day(tokens, i, table) else None
        return None if only_titled else Said(name, i + 2)
    sure = word in table.capital_days or _beside_day(tokens, i, table)
    return Said(name, i + 1) if sure and not glued_on(tokens, i + 1) else None


def _beside_day(tokens: Tokens, i: int, table: Table) -> bool:
    """Whether another day is named beside the one at `i`: Sat & Sun."""
    joints = {"&", ",", "-", table.say["and"], table.say["or"], table.say["to"]}
    behind = i + 1 + (tokens[i + 1].text == ".")
    beside = [tokens[behind + 1]] if tokens[behind].text in joints else []
    if i > 1 and tokens[i - 1].text in joints:
        beside.append(tokens[i - 2 - (tokens[i - 2].text == "." and i > 2)])
    titled = tokens[i].text.istitle()
    return any(
        token.text in table.capital_days or (titled and token.text.istitle() and token.text.lower() in table.weekdays)
        for token in beside
    )
