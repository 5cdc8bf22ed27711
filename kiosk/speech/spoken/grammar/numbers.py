"""Numbers by themselves: thousands, decimals, ordinals, Roman numerals, and the gender of the noun that they count."""

from __future__ import annotations

import re

from kiosk.speech.spoken.grammar.token import DASHES, THOUSANDS_GAP, Kind, Said, Tokens, glued, is_number, is_word
from kiosk.speech.spoken.tables.table import Table

_LONGEST_SAID_AS_ONE = 9
"""Longer runs of digits are a card's or a file's number, and are said digit by digit."""
_MOST_GROUPS = 5
_GROUP = re.compile(r"[0-9]{3}(?:[.,][0-9]{1,2})?")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
ROMAN = re.compile(r"(?=[IVXL])(?P<roman>(?:X{0,3}|XL|L)(?:IX|IV|V?I{0,3}))(?P<letter>[ABC]?)")
FEVERISH = {"C": (34, 43), "F": (93, 110)}
"""Degrees that a body may have: with a space, only these are told by their letter alone."""
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")


def literal(tokens: Tokens, i: int, table: Table) -> tuple[str, int] | None:
    """Return the number at `i` as it is written, without spaces between its thousands, and the token behind it."""
    token = tokens[i]
    if token.kind is not Kind.NUMBER:
        return None
    k = i + 1
    if not (1 <= len(token.text) <= 3 and token.text.isdecimal() and token.text[0] != "0"):
        return token.text, k
    groups: list[str] = []
    narrow = True
    while len(groups) < _MOST_GROUPS:
        is_narrow = tokens[k].text == THOUSANDS_GAP and not tokens[k].gap and not tokens[k + 1].gap
        group = tokens[k + is_narrow]
        if not (group.kind is Kind.NUMBER and (is_narrow or group.gap == " ") and _GROUP.fullmatch(group.text)):
            break
        narrow = narrow and is_narrow
        groups.append(group.text)
        k += 1 + is_narrow
        if not group.text.isdecimal():
            break
    if groups and (
        narrow or len(groups) > 1 or groups[0] == "000" or (table.space_groups_thousands and len(token.text) > 1)
    ):
        return token.text + "".join(groups), k
    return token.text, i + 1


def number(written: str, table: Table) -> str:
    """One number, without unit: 1,000 → 1000, 100.4 → 100 point 4, −5 → minus 5."""
    if written[:1] in "-−–":
        return f"{table.say['minus']} {number(written[1:], table)}"
    groups = r"[.,]" if table.dot_groups_thousands else ","
    if re.fullmatch(rf"[1-9][0-9]{{0,2}}(?:({groups})[0-9]{{3}})(?:\1[0-9]{{3}})*(?:[.,][0-9]+)?", written):
        mark = "," if re.match(r"[0-9]+,", written) else "."
        return number(written.replace(mark, ""), table)
    whole, sign, part = re.fullmatch(r"([0-9]*)([.,]?)(.*)", written).groups()  # type: ignore[union-attr]
    if not sign:
        return _whole(written, table)
    point = table.say.get("comma", table.say["point"]) if sign == "," else table.say["point"]
    parts = re.split(r"[.,]", part)  # more than one in the number of a version
    said = f" {table.say['point']} ".join(" ".join(piece) for piece in parts)
    return f"{_whole(whole or '0', table)} {point} {said}"


def _whole(digits: str, table: Table) -> str:
    if len(digits) > _LONGEST_SAID_AS_ONE or (len(digits) > 1 and digits[0] == "0"):
        return table.digit_by_digit(digits)
    return digits


def value(written: str) -> float:
    """How much it is, to compare; not a number where points part more than a whole and its decimals."""
    plain = re.sub(r",(?=[0-9]{3}(?![0-9]))", "", written).replace(",", ".").replace("−", "-").replace("–", "-")
    return float(plain) if plain.count(".") < 2 else float("nan")


def before_noun(written: str, gender: str, table: Table) -> str:
    """A number as it is said before a noun; 200 horas → doscientas horas, 21 → veintiún."""
    if written == "1" and gender:
        return table.say[f"one {gender}"]
    said = number(written, table)
    ones = table.ones
    if ones is None or not gender or not re.fullmatch(r"[1-9][0-9]{1,5}", written):
        return said
    thousands, rest = divmod(int(said), 1000)
    parts = [f"{thousands}000"] if thousands else []
    hundreds = ones.hundreds[rest // 100].format(s=ones.endings[gender])
    if said[-1] == "1" and said[-2] != "1":
        tens = ones.one_after_twenty[gender] if said[-2] == "2" else ones.tens[int(said[-2])] + ones.one[gender]
        return " ".join([*parts, f"{hundreds}{tens}"])
    if gender == "m" or rest < 200:
        return said
    return " ".join([*parts, hundreds.strip(), *([str(rest % 100)] if rest % 100 else [])])


def from_roman(numeral: str) -> int:
    """IV → 4."""
    values = [_ROMAN[sign] for sign in numeral]
    return sum(-now if now < then else now for now, then in zip(values, [*values[1:], 0], strict=True))


def ordinals(tokens: Tokens, i: int, table: Table) -> Said | None:
    """1.º, 3rd; 3rd–4th, 2nd/3rd."""
    first = ordinal(tokens, i, table)
    if first is None or not is_number(tokens[first.end + 1]):
        return first
    joint = "to" if tokens[first.end].text in DASHES else "or" if tokens[first.end].text == "/" else ""
    last = ordinal(tokens, first.end + 1, table) if joint else None
    return Said(f"{first.words} {table.say[joint]} {last.words}", last.end) if last else first


def ordinal(tokens: Tokens, i: int, table: Table) -> Said | None:
    """1.º, 2ª, 3er; and 22nd, which every engine can say."""
    digits = tokens[i].text
    k = i + 1
    if not digits.isdecimal() or len(digits) > 6:
        return None
    if tokens[k].text == "." and not tokens[k].gap and not tokens[k + 1].gap:
        k += 1
    ending = tokens[k].text
    if tokens[k].gap or (is_word(tokens[k]) and glued(tokens[k + 1]) and is_number(tokens[k + 1])):
        return None
    if ending in table.ordinal_suffixes:
        return Said(digits + ending, k + 1)
    names = table.ordinals
    if (
        names is None
        or ending not in names.endings
        or (ending in "°º" and glued(tokens[k + 1]) and is_word(tokens[k + 1]))
    ):
        return None
    end = k + 1
    if tokens[end].text in FEVERISH and (ending == "°" or (ending == "º" and _may_be_fever(digits, tokens[end].text))):
        return None
    if is_word(tokens[k]) and tokens[end].text == "." and tokens[end + 1].gap and not ends_with_name(tokens, end + 1):
        end += 1  # 1er. ciclo
    n = int(digits)
    vowel = names.endings[ending]
    if not vowel and digits[-1] not in names.short:
        vowel = next(iter(names.endings.values()))
    if not 1 <= n <= len(names.tens) * 10 + 9:
        return Said(digits, end)
    if n <= len(names.units):
        return Said(names.units[n - 1] + vowel, end)
    tens, ones = names.tens[n // 10 - 1], n % 10
    if not ones:
        return Said(tens + (vowel or "o"), end)
    return Said(f"{tens}{vowel or 'o'} {names.units[ones - 1]}{vowel}", end)


def _may_be_fever(digits: str, scale: str) -> bool:
    low, high = FEVERISH[scale]
    return low <= int(digits) <= high


def ends_with_name(tokens: Tokens, i: int) -> bool:
    """Whether a word with a capital is at `i`, or nothing."""
    return tokens[i].kind is Kind.END or tokens[i].text[:1].isupper()
