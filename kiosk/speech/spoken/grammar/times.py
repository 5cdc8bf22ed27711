"""Times of day, and spans of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from kiosk.speech.spoken.grammar.token import DASHES, Said, Tokens, ends_sentence, glued, glued_on, is_number
from kiosk.speech.spoken.tables.table import Table

_QUARTERS = frozenset({"00", "15", "30", "45"})
_NIGHT = 8
_NOON = 12


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
    if word in ("am", "pm") and not glued_on(tokens, k + 1):
        dot = tokens[k + 1].text == "." and not tokens[k + 1].gap
        return word, k + 1 + dot, dot
    timed = tokens[k - 2].text == ":" if k > 1 else False
    if timed and word in ("a", "p") and not tokens[k].gap and not glued_on(tokens, k + 1) and tokens[k + 1].text != ".":
        return f"{word}m", k + 1, False  # 2:15p
    if word in ("a", "p") and not tokens[k].gap and (_spans(tokens, k + 1) or _spans(tokens, k - 2)):
        return f"{word}m", k + 1, False  # 8a-5p
    if word == "m" and tokens[k + 1].text == "." and tokens[k - 1].text in ("12", "00"):
        return "pm", k + 2, True
    m = tokens[k + 2]
    if word in ("a", "p") and tokens[k + 1].text == "." and m.text.lower() == "m" and not glued_on(tokens, k + 3):
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
        plain = table.dotted_clock and minute in _QUARTERS and (_spans(tokens, k) or _spans(tokens, k - 2))
        if len(minute) != 2 or minute > "59" or not (half or plain or (spelled and table.dotted_clock)):
            return None
        return _Time(hour, minute, "", half, end if half else k + spelled, dotted)
    behind = tokens[k + 1]
    if tokens[k].text in (":", "h") and not tokens[k].gap and re.fullmatch("[0-9]{2}", behind.text) and not behind.gap:
        minute, k = behind.text, k + 2
        if tokens[k].text == ":" and re.fullmatch("[0-5][0-9]", tokens[k + 1].text) and not tokens[k].gap:
            second, k = tokens[k + 1].text, k + 2
    half, k, dotted = _half(tokens, k)
    if minute and not half and tokens[k].text in table.hours and not glued_on(tokens, k + 1):
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
    return not (glued_on(tokens, k) or (glued(tokens[k]) and tokens[k].text in ("/", ":")))


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
