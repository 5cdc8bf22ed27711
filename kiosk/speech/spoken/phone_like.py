"""Digits in groups of no other use, which staff may have typed for a telephone number: 91 123 45 67."""

from __future__ import annotations

import re

from kiosk.speech.spoken.guess import Doubt, Guessed
from kiosk.speech.spoken.rule import Match, Rule
from kiosk.speech.spoken.table import Table

LEAST_DIALLED = 7
"""Digits that may be a telephone number."""
_OTHERWISE = re.compile(
    r"(?:(?:19|20)[0-9]{2}[ ./-]?)+|[1-9][0-9]{0,2}(?:[ .][0-9]{3})+|[0-9]+\.[0-9]+"
    r"|[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}"
)
"""Years, thousands, decimals, and dates that are none."""


def emergency(match: Match, table: Table) -> str | None:
    """911, where nothing is counted or measured with it."""
    return table.digit_by_digit(match.group()) if match.group().replace("-", "") in table.emergency else None


def _dialled(match: Match, table: Table) -> str | None:
    groups = re.findall(r"[0-9]+", match.group())
    if sum(map(len, groups)) < LEAST_DIALLED or max(map(len, groups)) == 1 or _OTHERWISE.fullmatch(match.group()):
        return None
    plus = f"{table.say['plus']} " if match.group()[0] == "+" else ""
    return Guessed(plus + ", ".join(map(table.digit_by_digit, groups)), Doubt.NUMBER)


def _lettered(match: Match, table: Table) -> str | None:
    """1-800-CLINIC."""
    groups = re.findall(r"[0-9]+|[A-Z]+", match.group())
    said = (table.digit_by_digit(group) if group.isdecimal() else table.spell(group) for group in groups)
    return Guessed(", ".join(said), Doubt.NUMBER)


_LETTERS = r"(?:1[-. ][0-9]{3}|[89][0-9]{2})[-.](?:[0-9]-)?[A-Z]{4,8}(?!\w)"

LETTERED: tuple[Rule, ...] = ((re.compile(_LETTERS), _lettered),)
_GROUPS = r"(?:\+[0-9]+(?:[ ./-]\(?[0-9]+\)?)*|[0-9]+(?:[ ./-]\(?[0-9]+\)?)+)"

PHONE_LIKE: tuple[Rule, ...] = ((re.compile(rf"{_GROUPS}(?![0-9]|[,.%][0-9])"), _dialled),)
