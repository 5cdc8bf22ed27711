"""Dates, times of day, days of the week, and spans of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from kiosk.speech.spoken.grammar.token import (
    DASHES,
    Kind,
    Said,
    Token,
    Tokens,
    ends_sentence,
    glued,
    is_number,
    is_word,
)
from kiosk.speech.spoken.tables.table import Table

_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([12][0-9]{3})")
_YEAR = re.compile("[12][0-9]{3}")
_NIGHT = 8
_NOON = 12


def _date(year: str, month: int, day: int, table: Table) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    said_day = table.say["day one"] if day == 1 else str(day)
    full = f"20{year}" if len(year) == 2 else year
    if table.years_in_pairs and re.fullmatch("19[0-9][1-9]|19[1-9]0", full):
        full = f"19 {table.say['oh']} {full[3]}" if full[2] == "0" else f"19 {full[2:]}"
    pattern = table.say["date" if year else "date without year"]
    return pattern.format(month=table.months[month - 1], day=said_day, year=full)


def date_in_digits(tokens: Tokens, i: int, table: Table) -> Said | None:
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
    if _YEAR.fullmatch(first.text) and sign == "-" and len(second.text) == len(third.text) == 2:
        said = _date(first.text, int(second.text), int(third.text), table)
        return Said(said, i + 5) if said else None
    if len(first.text) > 2 or not (_YEAR.fullmatch(third.text) or (sign == "/" and len(third.text) == 2)):
        return None
    return _either_first(first.text, second.text, third.text, i + 5, table)


def _either_first(first: str, second: str, year: str, end: int, table: Table) -> Said | None:
    day, month = (int(first), int(second)) if table.day_first else (int(second), int(first))
    if month > 12:
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
    """22 Nov. 2026, 22-Nov-2026, 1 de enero de 2026."""
    k = i + 1
    if not tokens[i].text.isdecimal() or len(tokens[i].text) > 2:
        return None
    hyphened = tokens[k].text == "-" and not tokens[k].gap
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
    behind = k + (tokens[k].text == "-" or (needed and tokens[k].text == table.month_needs))
    if (behind > k or not needed) and _YEAR.fullmatch(tokens[behind].text) and not _glued_on(tokens, behind + 1):
        year, end = tokens[behind].text, behind + 1
    day = tokens[i].text
    if table.day_first:
        said = _date(year, month, int(day), table)
        return Said(said, end) if said else None
    said = table.say["day month"].format(day=day, month=table.months[month - 1])
    return Said(f"{said} {year}".rstrip(), end)


def _glued_on(tokens: Tokens, k: int) -> bool:
    return glued(tokens[k]) and tokens[k].kind is not Kind.SIGN


def month_before_number(tokens: Tokens, i: int, table: Table) -> Said | None:
    """Nov. 22, Sept 3rd; behind a number, the end of a date: del 1 al 15 de ene."""
    month = table.short_months.get(tokens[i].text.lower())
    if month is None:
        return None
    k = i + 1
    dotted = tokens[k].text == "." and not tokens[k].gap
    k += dotted
    if is_number(tokens[k]) and tokens[k].gap:
        return Said(f"{table.months[month - 1]} ", k)
    before = tokens[i - 1] if i else tokens[i]
    if before.text in table.ordinal_suffixes or (
        i > 1 and before.text == table.month_needs and is_number(tokens[i - 2])
    ):
        ends = dotted and ends_sentence(tokens, k)
        return Said(table.months[month - 1] + ("." if ends else ""), k)  # 25th Dec.
    return None


class _Time(NamedTuple):
    hour: str
    minute: str
    second: str
    half: str
    """`am`, `pm` or nothing."""
    end: int
    dotted: bool
    """Whether it ends with a full stop."""


def _half(tokens: Tokens, k: int) -> tuple[str, int, bool]:
    """Return am or pm at `k`, the token behind it, and whether it ends with a full stop."""
    word = tokens[k].text.lower()
    if word in ("am", "pm") and not _glued_on(tokens, k + 1):
        dot = tokens[k + 1].text == "." and not tokens[k + 1].gap
        return word, k + 1 + dot, dot
    if word in ("a", "p") and not tokens[k].gap and (_spans(tokens, k + 1) or _spans(tokens, k - 2)):
        return f"{word}m", k + 1, False  # 8a-5p
    if word == "m" and tokens[k + 1].text == "." and tokens[k - 1].text in ("12", "00"):
        return "pm", k + 2, True
    m = tokens[k + 2]
    if word in ("a", "p") and tokens[k + 1].text == "." and m.text.lower() == "m" and not _glued_on(tokens, k + 3):
        dot = tokens[k + 3].text == "." and not tokens[k + 3].gap
        return f"{word}m", k + 3 + dot, dot
    return "", k, False


def _spans(tokens: Tokens, k: int) -> bool:
    """Whether the token at `k` is a dash between numbers."""
    return k > 0 and tokens[k].text in DASHES and is_number(tokens[k + 1]) and not tokens[k].gap


def _clock(tokens: Tokens, i: int, table: Table) -> _Time | None:
    token = tokens[i]
    if not is_number(token):
        return None
    hour, _, minute = token.text.partition(".")
    k, second = i + 1, ""
    if not hour.isdecimal() or len(hour) > 2:
        return None
    if minute:
        half, end, dotted = _half(tokens, k)
        spelled = tokens[k].text in table.hours
        if len(minute) != 2 or minute > "59" or not (half or (spelled and table.dotted_clock)):
            return None
        return _Time(hour, minute, "", half, end if half else k + 1, dotted)
    behind = tokens[k + 1]
    if tokens[k].text in (":", "h") and not tokens[k].gap and re.fullmatch("[0-9]{2}", behind.text) and not behind.gap:
        minute, k = behind.text, k + 2
        if tokens[k].text == ":" and re.fullmatch("[0-5][0-9]", tokens[k + 1].text) and not tokens[k].gap:
            second, k = tokens[k + 1].text, k + 2
    half, k, dotted = _half(tokens, k)
    if minute and not half and tokens[k].text in table.hours and not _glued_on(tokens, k + 1):
        k += 1
    return _Time(hour, minute, second, half, k, dotted)


def _said_time(time: _Time, table: Table, *, alone: bool = True) -> str | None:
    """8:05 → 8 oh 5."""
    h, m = int(time.hour), int(time.minute or 0)
    if h > 24 or m > 59:
        return None
    said, half = str(h), time.half
    if h == 0 and not half:
        said, half = "12", "am"
    if m:
        said += f" {table.clock['low minutes'].format(minutes=m)}" if m < 10 else f" {m}"
    elif time.minute and not half and alone:
        return f"{said} {table.clock['full hour']}"
    return f"{said} {_half_of_day(h, half, table)}" if half else said


def _half_of_day(hour: int, half: str, table: Table) -> str:
    if half == "pm" and "night" in table.clock:
        if hour == _NOON:
            return table.clock["noon"]
        return table.clock["night" if hour >= _NIGHT else "pm"]
    return table.clock[half]


def _free(tokens: Tokens, k: int) -> bool:
    """Whether a time may end before `k`."""
    return not (_glued_on(tokens, k) or (glued(tokens[k]) and tokens[k].text in ("/", ":")))


def time_of_day(tokens: Tokens, i: int, table: Table) -> Said | None:
    """8:05, 8 a.m., 8:00–9:00, 8 am–noon."""
    if tokens[i].text.lower() in table.noon:
        return _from_noon(tokens, i, table)
    first = _clock(tokens, i, table)
    if first is None:
        return None
    if tokens[first.end].text in DASHES:
        span = _time_span(tokens, first, first.end + 1, table)
        if span is not None:
            return span
    if not (first.minute or first.half) or not _free(tokens, first.end):
        return None
    until = tokens[first.end].text in table.until and _clock(tokens, first.end + 1, table) is not None
    words = tokens[first.end].text.lower() in {unit.many for unit in (table.units.get("h"),) if unit}
    said = _said_time(first, table, alone=not (until or words))
    if said and first.second:
        said += f", {int(first.second)}"
    return _closed(said, tokens, first)


def _time_span(tokens: Tokens, first: _Time, k: int, table: Table) -> Said | None:
    begins = _said_time(first, table, alone=False)
    if tokens[k].text.lower() in table.noon:
        return Said(f"{begins} {table.say['to']} {tokens[k].text}", k + 1) if begins else None
    last = _clock(tokens, k, table)
    if last is None or not (first.minute or first.half or last.minute or last.half):
        return None
    behind = tokens[last.end]
    if not _free(tokens, last.end) or (behind.text == "-" and is_number(tokens[last.end + 1]) and glued(behind)):
        return None
    ends = _said_time(last, table)
    if begins is None or ends is None:
        return None
    return _closed(f"{begins} {table.say['to']} {ends}", tokens, last)


def _from_noon(tokens: Tokens, i: int, table: Table) -> Said | None:
    """noon–1 pm."""
    if tokens[i + 1].text not in DASHES:
        return None
    last = _clock(tokens, i + 2, table)
    ends = _said_time(last, table) if last else None
    return _closed(f"{tokens[i].text} {table.say['to']} {ends}", tokens, last) if last and ends else None


def _closed(said: str | None, tokens: Tokens, time: _Time) -> Said | None:
    """The full stop of "8 a.m." may end the sentence too."""
    if said is None:
        return None
    return Said(said + ("." if time.dotted and ends_sentence(tokens, time.end) else ""), time.end)


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
    if last is None or _glued_on(tokens, k + 2):
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
        return None if ends_sentence(tokens, i + 2) or word.lower() in table.before_number else Said(name, i + 2)
    return Said(name, i + 1) if word in table.capital_days and not _glued_on(tokens, i + 1) else None
