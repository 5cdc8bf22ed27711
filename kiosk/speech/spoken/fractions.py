"""Two numbers with a slash, and the signs for parts of one: 3/4 of a pill, 2 out of 5, CDK 4/6."""

from __future__ import annotations

import re

from kiosk.speech.spoken.rule import Match, Rule
from kiosk.speech.spoken.table import Table

_FRACTION = r"[½⅓⅔¼¾⅛]"
_MARKERS = re.compile(r"(?:CDK|BRCA|TOP|PARP)\s?$")
"""Behind these, 4/6 is two names and no part of anything."""


def _fraction(match: Match, table: Table) -> str | None:
    whole, sign = match["whole"], match["sign"]
    if sign not in table.fractions or _named_before(match, table):
        return None
    alone, after = table.fractions[sign]
    said = f"{whole} {after}" if whole else alone
    if table.half_feminine and re.match(r"\s+\w+as?\b", match.string[match.end() :]):
        said = said.replace(*table.half_feminine)
    return said


def _named_before(match: Match, table: Table) -> bool:
    """Whether two numbers with a slash belong to a name: CDK 4/6, grade 3/4, page 3/4."""
    before = match.string[: match.start()]
    return bool(_MARKERS.search(before) or re.search(rf"\b(?i:{table.staged}|pages?|páginas?)\s$", before))


def _out_of(match: Match, table: Table) -> str | None:
    before = match.string[: match.start()]
    if _MARKERS.search(before):
        return f"{match['n']} {match['all']}"
    if table.emergency & {match["n"], match["all"]}:
        return f" {table.say['or']} ".join(table.digit_by_digit(match[end]) for end in ("n", "all"))
    if re.search(rf"\b(?i:{table.staged})\s$", before):
        return f"{match['n']} {table.say['or']} {match['all']}"
    if match["n"] == match["all"]:
        return f"{match['n']} {match['all']}"
    return f"{match['n']} {table.say['out of']} {match['all']}"


FRACTIONS: tuple[Rule, ...] = (
    (re.compile(rf"(?:(?P<whole>[0-9]{{1,3}})[\s-]?)?(?P<sign>{_FRACTION})"), _fraction),
    (re.compile(r"(?P<whole>[0-9]{1,3})[\s-](?P<sign>[0-9]/[0-9])(?![0-9/])"), _fraction),
    (re.compile(r"(?P<whole>)(?P<sign>[0-9]/[0-9])(?![0-9/])"), _fraction),
    (re.compile(r"(?P<n>[0-9]{1,3})/(?P<all>[0-9]{1,4})(?![0-9/])"), _out_of),
)
