"""Capitals: letters one by one or a word; genes, markers, stages, and their results."""

from __future__ import annotations

import re

from kiosk.speech.spoken.grammar.numbers import ROMAN, from_roman
from kiosk.speech.spoken.grammar.token import DASHES, Kind, Said, Tokens, glued, is_number, is_word
from kiosk.speech.spoken.guess import Doubt
from kiosk.speech.spoken.tables.table import SMALL_NUMERALS, Table, words

_VOWELS = frozenset("AEIOUYÁÉÍÓÚ")
LONGEST_SPELLED = 5
_LONGEST_REST = 8
_CLOSING = frozenset(".,;:)/!?-–")
_LONE_ROMAN = re.compile("III?|VI{1,3}|IX|XI{1,3}|XI?V|XVI{0,3}|XIX|XX[IV]+")
"""I and II; not IV, which is also a way to give medicines."""
_JOINTS = frozenset({",", "and", "or", "to", "y", "o", "a", "e", "u"})
_BLOOD = frozenset({"A", "B", "AB", "O"})
_NO_VOWEL = re.compile("[A-Zb-df-hj-np-tv-xz](?<![AEIOUY])[b-df-hj-np-tv-xz]{1,5}")
_SAID_WITHOUT_VOWEL = words("mr mrs ms dr st nd rd th hm hmm mm shh psst nth tsk ll ve tv km kg cm pm ng")
_CAPITAL_INSIDE = re.compile("[a-záéíóúñ][A-ZÁÉÍÓÚÑ]|[A-ZÁÉÍÓÚÑ]{2}[a-záéíóúñ](?!$|(?<=s)$)|[A-ZÁÉÍÓÚÑ]{2}[a-rt-z]$")
_SURNAME = re.compile("(?:Mc|Mac|Fitz|De|Di|Du|La|Le|Van|[A-Z]')[A-Z][a-z]+$")
_LONG = re.compile("[0-9]|...")
_STAGED = re.compile("(?:[a-z]|yp|yc|rp)[A-Z]")
"""What a letter of the TNM stages has before it."""
_MIXED = re.compile("[a-z]{1,2}[A-ZÁÉÍÓÚÑ]{2,4}")


def capitals(word: str, table: Table) -> str:
    """A word of capitals, spelled or read as a word."""
    own = table.names.get(word)
    if own is not None:
        return own
    if not word.isupper() or len(word) == 1:
        return word
    if word in table.spelled or (len(word) <= LONGEST_SPELLED and word not in table.read):
        return table.spell(word)
    return word.lower()


def _is_known(word: str, table: Table) -> bool:
    return len(word) == 1 or word in table.names or word in table.spelled or word in table.read


def name(tokens: Tokens, i: int, table: Table) -> Said | None:
    """HER2, BRCA1/2, PIK3CA, T1N0M0, HER2+: letters and digits in one, with the result of a test."""
    found = _own(tokens, i, table) or _mixed(tokens, i, table)
    if found is None:
        if len(tokens[i].text) > 1 or not tokens[i].text.isupper():
            return None
        found = Said(tokens[i].text, i + 1)  # of a type of blood
    written = tokens.text[tokens[i].start : tokens[found.end - 1].end]
    tested = result(tokens, found.end, written, table)
    if tested is not None:
        return found._replace(words=f"{found.words} {tested.words}", end=tested.end)
    return found if found.words != written or found.doubt else None


def result(tokens: Tokens, k: int, written: str, table: Table) -> Said | None:
    """Return what the + or - at `k` says of the test that is `written` before it: HER2+, ER-, HPV -ve."""
    sign, behind = tokens[k], tokens[k + 1]
    if sign.gap and not (sign.text == "+" and not is_number(behind)):
        return None
    is_last = behind.kind is Kind.END or behind.gap or behind.text in _CLOSING
    tested = written in table.tested or written in _BLOOD
    if sign.text == "+" and is_last and (tested or (not sign.gap and written.isupper() and _LONG.search(written))):
        return Said(table.say["positive"], k + 1)
    if sign.text in ("+", "-") and behind.text == "ve" and not behind.gap and not sign.gap:
        return Said(table.say["positive" if sign.text == "+" else "negative"], k + 2)
    if sign.text in DASHES and is_last and not (behind.text in DASHES and glued(behind)) and written in table.tested:
        return Said(table.say["negative"], k + 1)
    return None


def in_brackets(tokens: Tokens, i: int, table: Table) -> Said | None:
    """The method behind a stage, with its result: pN0(i-), pN0(mol+)."""
    sign = tokens[i + 1]
    if not i or tokens[i - 1].text != "(" or tokens[i].gap or sign.gap or tokens[i + 2].text != ")":
        return None
    if sign.text != "+" and sign.text not in DASHES:
        return None
    return Said(f"{tokens[i].text} {table.say['positive' if sign.text == '+' else 'negative']}", i + 2)


def _own(tokens: Tokens, i: int, table: Table) -> Said | None:
    """The longest name that the table has."""
    joined, best = "", None
    for k in range(i, i + 4):
        token = tokens[k]
        if token.kind is Kind.END or (k > i and token.gap):
            break
        joined += token.text
        behind = tokens[k + 1]
        if joined in table.names and not (
            glued(behind) and (is_word(behind) or (joined[-1].isdigit() and is_number(behind)))
        ):
            best = k + 1
    if best is None:
        return None
    if is_number(tokens[best]) and glued(tokens[best]):
        return None  # BRCA1: its number belongs to it
    return Said(table.names["".join(token.text for token in tokens[i:best])], best)


def _mixed(tokens: Tokens, i: int, table: Table) -> Said | None:
    """Letters and digits without a gap, or letters alone."""
    word = tokens[i].text
    k = i + 1
    parts = [word]
    while glued(tokens[k]) and (is_number(tokens[k]) or is_word(tokens[k])) and not re.search("[.,]", tokens[k].text):
        parts.append(tokens[k].text)
        k += 1
    if len(parts) == 1:
        return _letters(tokens, i, table)
    if not any(sign.isupper() for sign in "".join(parts)):
        return Said(" ".join(parts), k, Doubt.MIXED, _rest(tokens, k)) if word.islower() else None
    known = all(
        part.isdecimal() or _is_known(part, table) or len(part) < 3 or _STAGED.fullmatch(part) for part in parts
    )
    if (
        tokens[k].text == "/"
        and tokens[k - 1].text.isdecimal()
        and glued(tokens[k])
        and is_number(tokens[k + 1])
        and glued(tokens[k + 1])
    ):
        parts.append(tokens[k + 1].text)
        k += 2
    said = []
    for part in parts:
        if part.isdecimal():
            said.append(str(int(part)))
        elif _STAGED.fullmatch(part):
            said.append(" ".join(part))  # pT2N1aM0
        elif _MIXED.fullmatch(part) or (part.isupper() and len(part) == 2 and part not in table.names):
            said.append(table.spell(part))
        else:
            said.append(capitals(part, table))
    return Said(" ".join(said), k, None if known else Doubt.MIXED, 0 if known else _rest(tokens, k))


def _rest(tokens: Tokens, k: int) -> int:
    """How many tokens from `k` on belong to the word before them, as in CA15-3."""
    end = k
    while (
        end - k < _LONGEST_REST
        and glued(tokens[end])
        and (
            is_word(tokens[end])
            or is_number(tokens[end])
            or (
                tokens[end].text in ("-", "/")
                and glued(tokens[end + 1])
                and tokens[end + 1].kind in (Kind.WORD, Kind.NUMBER)
            )
        )
    ):
        end += 1
    return end - k


def _letters(tokens: Tokens, i: int, table: Table) -> Said | None:
    """MRI, MRIs, dMMR. Shouted words are read as words."""
    written = tokens[i].text
    word, plural = written, ""
    if word[-2:] in ("'s", "'S"):
        word, plural = word[:-2], "'s"
    elif len(word) > 2 and word[-1] == "s" and word[:-1].isupper():
        word, plural = word[:-1], "s"
    if _MIXED.fullmatch(word) and word not in table.units:
        return Said(table.spell(word), i + 1)
    if not word.isupper() or (len(word) == 1 and not plural):
        uncovered = _is_uncovered(tokens, i, table)
        return Said(written, i + 1, Doubt.MIXED) if uncovered else None
    shouted = _shouted(tokens, i, table)
    if shouted and (word in table.words_too or not _is_known(word, table)):
        return Said(word.lower() + plural, i + 1)
    said = capitals(word, table)
    if plural and table.plural_acronyms:
        said += "'s" if "-" in said else plural
    known = _is_known(word, table) or len(word) > LONGEST_SPELLED
    return Said(said, i + 1, None if known else Doubt.CAPITALS)


def _is_uncovered(tokens: Tokens, i: int, table: Table) -> bool:
    """Whether a word has capitals inside, or no vowel: AbbVie and pts, but not McDonald and Ms."""
    word = tokens[i].text
    if i and not tokens[i].gap and tokens[i - 1].text in ("<", "/"):
        return False  # a tag, which is an error
    if word.istitle() and len(word) == 2:
        return False  # an element, as in Tc-99m
    in_table = word.lower() in table.abbreviations or f"{word.lower()}." in table.before_name
    if in_table or word in table.units or word.removesuffix("s") in table.names:
        return False
    if _NO_VOWEL.fullmatch(word):
        return word.lower() not in _SAID_WITHOUT_VOWEL
    return bool(_CAPITAL_INSIDE.search(word)) and not _SURNAME.match(word)


def _shouted(tokens: Tokens, i: int, table: Table) -> bool:
    """Whether a neighbouring word is in capitals too, and is a word."""
    near = [tokens[i + 1]] if tokens[i + 1].gap else []
    if i and tokens[i].gap:
        near.append(tokens[i - 1])
    words = (token.text for token in near if is_word(token) and len(token.text) > 1 and token.text.isupper())
    return any(word in table.read or (len(word) > LONGEST_SPELLED and word not in table.spelled) for word in words)


def roman(tokens: Tokens, i: int, table: Table) -> Said | None:
    """Stage IV → stage 4; stages I–IIIA → stages 1 to 3 A; World War II."""
    said = _numeral(tokens, i)
    if said is None:
        return None
    spans = tokens[i + 1].text in DASHES and _numeral(tokens, i + 2) is not None and len(tokens[i + 2].text) > 1
    if not (spans or _staged_before(tokens, i, table)):
        lone = _LONE_ROMAN.fullmatch(tokens[i].text) and tokens[i + 1].text[:1] != "'"
        return Said(said, i + 1) if lone else None
    if tokens[i].text == "I" and i > 1 and tokens[i - 2].text.lower() in table.pointing:
        return None
    joint = "to" if tokens[i + 1].text in DASHES else "or" if tokens[i + 1].text == "/" else ""
    last = _numeral(tokens, i + 2) if joint else None
    return Said(f"{said} {table.say[joint]} {last}", i + 3) if last else Said(said, i + 1)


def from_nought(tokens: Tokens, i: int, table: Table) -> Said | None:
    """Stage 0–III."""
    if tokens[i].text != "0" or tokens[i + 1].text not in DASHES or not _staged_before(tokens, i, table):
        return None
    last = _numeral(tokens, i + 2)
    return Said(f"0 {table.say['to']} {last}", i + 3) if last else None


def _numeral(tokens: Tokens, i: int) -> str | None:
    """IIIA → 3 A."""
    text = tokens[i].text
    numeral = ROMAN.fullmatch(text.upper() if text.lower() in SMALL_NUMERALS else text)
    if numeral is None or (glued(tokens[i + 1]) and tokens[i + 1].kind is not Kind.SIGN):
        return None
    return f"{from_roman(numeral['roman'])} {numeral['letter']}".rstrip()


def _staged_before(tokens: Tokens, i: int, table: Table) -> bool:
    """Whether a word such as "stage" is before `i`, with nothing but further numerals between."""
    joined = True
    for token in reversed(tokens[max(0, i - _LONGEST_REST) : i]):
        if token.text.lower() in table.staged:
            return joined
        if token.text == ".":
            continue
        if token.text in _JOINTS or token.text in DASHES:
            joined = True
        elif ROMAN.fullmatch(token.text) and joined:
            joined = False
        else:
            return False
    return False
