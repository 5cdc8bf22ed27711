"""Digits that staff may have typed for a telephone number, and other digits that are said one by one."""

from __future__ import annotations

import re

from kiosk.speech.spoken.grammar.expressions import LEAST_DIALLED
from kiosk.speech.spoken.grammar.token import THOUSANDS_GAP, Said, Tokens, glued, index_at, is_number, is_word
from kiosk.speech.spoken.grammar.units import unit_at
from kiosk.speech.spoken.guess import Doubt
from kiosk.speech.spoken.tables.table import Table

_OTHERWISE = re.compile(
    r"(?:(?:19|20)[0-9]{2}[ ./-]?)+|[1-9][0-9]{0,2}(?:[ .'][0-9]{3})+|[0-9]+\.[0-9]+"
    r"|[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}"
)
"""Years, thousands, decimals, and dates that are none."""
_SHAPES = frozenset({(3, 4), (3, 3, 4), (1, 3, 3, 4), (3, 2, 2, 2)})
"""Groups of digits that can be nothing else."""
_MOBILE = re.compile(r"[6-9][0-9]{2} [0-9]{3} (?!000)[0-9]{3}")
_BETWEEN = rf"[ ./{THOUSANDS_GAP}-]"
_ONE_GROUP = r"(?:\([0-9]+\)|[0-9]+)"
_GROUPS = re.compile(
    rf"(?:\+ ?)?{_ONE_GROUP}(?:(?:{_BETWEEN}|(?<=\))|(?=\()| - ){_ONE_GROUP}){{0,11}}(?![0-9]|[,.%:][0-9]|%)"
)
_EXTENSION = re.compile(r"[\s,]*\b(?:extensi[oó]n|ext\.?|x)\s?(?P<digits>[0-9]{1,6})\b")
_LETTERED = re.compile(
    r"(?:1(?P<sign>[-. ])[2-9][0-9]{2}(?=(?P=sign))|[89][0-9]{2})(?=[-. ](?:[0-9]-)?[A-Z]{2})"
    r"(?:[-. ](?:[0-9]{1,4}|[A-Z]{2,8})(?!\w)){1,3}(?!-?\w)"
)
_KEYS = re.compile(r"\*[0-9*#]*|#(?![0-9\w])[*#]*")
_EMERGENCY = re.compile(r"[0-9]-?[0-9]-?[0-9](?![-\w]|[.,:/][0-9])")
_LEAST_BEHIND_WORD = 3
"""Digits of a number that stands behind a word such as "call"."""
_CODE = re.compile("[0-9]{5}(?:-[0-9]{4})?(?!-?[0-9])")


def lettered(tokens: Tokens, i: int, table: Table) -> Said | None:
    """1-800-CLINIC."""
    match = _LETTERED.match(tokens.text, tokens[i].start)
    if match is None or match.group().rpartition(" ")[2] in table.units:
        return None
    groups = re.findall(r"[0-9]+|[A-Z]+", match.group())
    said = ", ".join(table.digit_by_digit(group) if group.isdecimal() else table.spell(group) for group in groups)
    return Said(said, index_at(tokens, i, match.end()), Doubt.NUMBER)


def keys(tokens: Tokens, i: int, table: Table) -> Said | None:
    """Press *9, then #: keys of a telephone."""
    match = _KEYS.match(tokens.text, tokens[i].start)
    if match is None or not i or tokens[i - 1].text.lower() not in table.pressed | {table.say["or"]}:
        return None
    names = {"*": table.say["star key"], "#": table.say["hash key"]}
    said = " ".join(names[sign] if sign in names else table.digits[int(sign)] for sign in match.group())
    return Said(said, index_at(tokens, i, match.end()))


def surely_dialled(tokens: Tokens, i: int, table: Table) -> Said | None:
    """+1 555 555 0142, (555) 555-0142, 912 34 56 78; and any number behind "call"."""
    found = _groups(tokens, i)
    if found is None:
        return None
    written, groups, end = found
    shape = tuple(map(len, groups))
    sure = written[0] == "+" and len(groups) > 1 and sum(shape) >= LEAST_DIALLED
    sure = sure or (written[0] == "(" and len(groups) > 1 and sum(shape) >= LEAST_DIALLED)
    sure = sure or shape in _SHAPES or bool(_MOBILE.fullmatch(written))
    if not sure and not (sum(shape) >= _LEAST_BEHIND_WORD and "/" not in written and _behind_word(tokens, i, table)):
        return None
    if table.units and not glued(tokens[end]) and unit_at(tokens, end, written, table) and sum(shape) < 10:
        return None
    return _said(tokens, groups, written, end, table, known=not sure and sum(shape) < LEAST_DIALLED)


def maybe_dialled(tokens: Tokens, i: int, table: Table) -> Said | None:
    """91 123 45 67: groups of digits that have no other use."""
    found = _groups(tokens, i)
    if found is None:
        return None
    written, groups, end = found
    if sum(map(len, groups)) < LEAST_DIALLED or len(groups) < 2 or max(map(len, groups)) == 1:
        return None
    return None if _OTHERWISE.fullmatch(written) else _said(tokens, groups, written, end, table)


def _groups(tokens: Tokens, i: int) -> tuple[str, list[str], int] | None:
    """Return the digits at `i` as written and in groups, and the token behind them."""
    match = _GROUPS.match(tokens.text, tokens[i].start, tokens[-1].start)
    if match is None or (
        i and not tokens[i].gap and tokens[i - 1].text in ("-", "–", ".", "/") and is_number(tokens[i - 2])
    ):
        return None
    end = index_at(tokens, i, match.end())
    if match.group()[-1] == ")" or tokens[end - 1].end > match.end() or (glued(tokens[end]) and is_word(tokens[end])):
        return None
    return match.group(), re.findall(r"[0-9]+", match.group()), end


def _said(tokens: Tokens, groups: list[str], written: str, end: int, table: Table, *, known: bool = False) -> Said:
    said = (", " if max(map(len, groups)) > 1 else " ").join(map(table.digit_by_digit, groups))
    if written[0] == "+" and table.say:
        said = f"{table.say['plus']} {said}"
    extension = _EXTENSION.match(tokens.text, tokens[end - 1].end)
    if extension and table.say:
        said += f", {table.say['extension']} {table.digit_by_digit(extension['digits'])}"
        end = index_at(tokens, end, extension.end())
    return Said(said, end, None if known else Doubt.NUMBER)


def _behind_word(tokens: Tokens, i: int, table: Table) -> bool:
    """Whether "call" or the like stands before `i`, with nothing but small words between."""
    for token in reversed(tokens[max(0, i - 5) : i]):
        word = token.text.lower()
        if word in table.dialled:
            return True
        if not (word in table.between or word == "(" or is_number(token) or (token.text.isupper() and len(word) > 1)):
            return False
    return False


def emergency(tokens: Tokens, i: int, table: Table) -> Said | None:
    """911, where nothing is counted or measured with it."""
    match = _EMERGENCY.match(tokens.text, tokens[i].start)
    if match is None or match.group().replace("-", "") not in table.emergency:
        return None
    return Said(table.digit_by_digit(match.group()), index_at(tokens, i, match.end()))


def coded(tokens: Tokens, i: int, table: Table) -> Said | None:
    """ZIP 90210, MA 02115: the digits of a code, not a number."""
    if not tokens[i].text.isdecimal():
        return None
    code = _CODE.match(tokens.text, tokens[i].start)
    before = ("".join(token.text.lower() for token in tokens[max(0, i - n) : i]).rstrip(".:#") for n in (1, 2, 4, 5))
    named = any(word in table.coded for word in before)
    state = tokens[i - 1].text if i else ""
    in_state = code is not None and state.isalpha() and len(state) == 2 and state.isupper()
    in_town = (
        code and tokens[i + 1].text.istitle() and (not i or (tokens[i - 1].text == "," and is_number(tokens[i - 2])))
    )
    if not (named and len(tokens[i].text) > 2) and not in_state and not in_town:
        return None
    end = index_at(tokens, i, code.end()) if code else i + 1
    groups = re.findall("[0-9]+", tokens.text[tokens[i].start : tokens[end - 1].end])
    return Said(", ".join(map(table.digit_by_digit, groups)), end)
