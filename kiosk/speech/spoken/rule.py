"""A rule: a pattern, and how to say what it matched."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kiosk.speech.spoken.table import Table

Match = re.Match[str]
Say = Callable[[Match, Table], str | None]
"""The spoken words for a match, or None when the rule does not hold after all."""
Rule = tuple[re.Pattern[str], Say]


def first_that_holds(rules: Sequence[Rule], text: str, at: int, end: int, table: Table) -> tuple[str, int] | None:
    """Return what the first rule that holds at `at` says, and where its match ends; None if none does."""
    for pattern, say in rules:
        match = pattern.match(text, at, end)
        if match is not None and match.end() > at:
            spoken = say(match, table)
            if spoken is not None:
                return spoken, match.end()
    return None
