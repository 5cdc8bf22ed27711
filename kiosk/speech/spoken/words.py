"""Words that are not said as they are written: abbreviations, capitals, Roman numerals, addresses."""

from __future__ import annotations

import re
from functools import lru_cache

from kiosk.speech.spoken.guess import Doubt, Guessed
from kiosk.speech.spoken.rule import Match, Rule
from kiosk.speech.spoken.table import Table

_LONGEST_PATH = 60
"""Of a longer web address only the site is said."""
_TOP = "org|com|gov|edu|net|info|health|uk|us|es|mx|ca|eu|int|io"
_ROMAN = {"I": 1, "V": 5, "X": 10}
_VOWELS = frozenset("AEIOUYÁÉÍÓÚ")
_LONGEST_SPELLED = 5


def _address(match: Match, table: Table) -> str | None:
    """www.cancer.org/types → w-w-w dot cancer dot org slash types."""
    written = match.group()
    site, _, path = re.sub(r"^https?://|[?#].*", "", written).rstrip("/").partition("/")
    kept = site if len(path) > _LONGEST_PATH or not path else f"{site}/{path}"
    return _sign_by_sign(kept, table)


def _email(match: Match, table: Table) -> str | None:
    return _sign_by_sign(match.group(), table)


def _sign_by_sign(address: str, table: Table) -> str:
    names = {
        ".": table.say["dot"], "/": table.say["slash"], "@": table.say["at"], "-": table.say["dash"],
        "_": table.say["underscore"], "+": table.say["plus"], "%": table.say["percent"],
    }  # fmt: skip
    parts = re.findall(r"[^\W\d_]+|[0-9]+|[./@_+%-]", address)
    return " ".join(table.say["www"] if part == "www" else names.get(part, part) for part in parts)


def _abbreviation(match: Match, table: Table) -> str | None:
    written = match.group()
    key = written.lower()
    said = table.abbreviations.get(key)
    if said is None:
        return None
    rest = match.string[match.end() :]
    if key in table.may_end_sentence and re.match(r"\s*$|\s+[\"“(¿¡]*[A-ZÁÉÍÓÚÑ]", rest):
        return f"{said}."
    return said


def _title(match: Match, table: Table) -> str | None:
    """Dr Lee, without a full stop."""
    return table.abbreviations.get(f"{match.group().lower()}.")


def _before_number(match: Match, table: Table) -> str | None:
    said = table.before_number.get(match["word"].lower())
    return f"{said} " if said else None


def _month(match: Match, table: Table) -> str | None:
    month = table.short_months.get(match["word"].lower())
    return f"{table.months[month - 1]} " if month else None


def _saint(match: Match, table: Table) -> str | None:
    """St. Mary's, but Elm St."""
    if table.st is None:
        return None
    before_name, after_name = table.st
    return before_name if re.match(r"\s[A-Z]", match.string[match.end() :]) else after_name


def _lone_unit(match: Match, table: Table) -> str | None:
    """How many mg?"""
    unit, per = match["unit"], match["per"]
    if unit not in table.lone_units or unit not in table.units or (per and per not in table.units):
        return None
    said = table.units[unit][1]
    return f"{said} {table.say['per']} {table.units[per][0]}" if per else said


def _lone_roman(match: Match, table: Table) -> str | None:
    """I and II; not IV, which is also a way to give medicines."""
    return str(_from_roman(match.group()))


def _initials(match: Match, table: Table) -> str | None:
    """U.S., M.D."""
    ends = re.match(r"\s*$|\s+[A-Z][a-z]", match.string[match.end() :]) and match.group().endswith(".")
    return table.spell(match.group().replace(".", "").upper()) + ("." if ends else "")


def _from_roman(numeral: str) -> int:
    values = [_ROMAN[sign] for sign in numeral]
    return sum(-now if now < then else now for now, then in zip(values, [*values[1:], 0], strict=True))


def _staged(match: Match, table: Table) -> str | None:
    """Stage IV → stage 4; stages I–IIIA → stages 1 to 3 A."""

    def arabic(found: Match) -> str:
        letter = f" {found['letter']}" if found["letter"] else ""
        return f"{_from_roman(found['roman'])}{letter}"

    said = re.sub(r"\b(?P<roman>[IVX]+)(?P<letter>[ABC])?\b", arabic, match["numerals"])
    return f"{match['word']} " + re.sub(r"\s?[–—-]\s?", f" {table.say['to']} ", said)


def _receptor(match: Match, table: Table) -> str | None:
    """HER2+, ER-: the result of a test of a marker."""
    sign = "positive" if match["sign"] == "+" else "negative"
    return f"{capitals(match['marker'], table)} {table.say[sign]}"


def _slashed(match: Match, table: Table) -> str | None:
    """and/or, his/her, w/ and the like."""
    written = match.group()
    own = table.slashed.get(written.lower())
    if own is not None:
        return own
    words = written.split("/")
    if any(len(word) > 1 and word.isupper() for word in words):
        return ", ".join(capitals(word, table) for word in words)
    counted = words[0].lower().endswith("s") or words[0].lower() in table.per_words
    per = len(words) == 2 and counted and table.units.get(words[1], ("",))[0] == words[1]
    return f" {table.say['per' if per else 'or']} ".join(words)


def _days(match: Match, table: Table) -> str | None:
    """Monday–Friday, and months in the same way."""
    names = {**table.weekdays, **{short: table.months[number - 1] for short, number in table.short_months.items()}}
    said = [names.get(match[end].lower().rstrip("."), match[end]) for end in ("first", "last")]
    return f" {table.say['to']} ".join(said)


def _don(match: Match, table: Table) -> str | None:
    """D. José is don José; the D. of a vitamin is a letter."""
    before = match.string[: match.start()]
    is_title = re.search(r"(?:^|[,;(.?!¿¡]\s*|\b(?i:con|a|de|por|para|y|es|soy)\s+)$", before)
    return table.title_d if is_title else None


def _short_slashed(match: Match, table: Table) -> str | None:
    return table.slashed.get(match.group().lower())


def capitals(word: str, table: Table) -> str:
    """A word of capitals and perhaps digits, spelled or read as a word."""
    own = table.acronyms.get(word)
    if own is not None:
        return own
    letters = word.rstrip("0123456789")
    tail = word[len(letters) :]
    if tail:
        return f"{capitals(letters, table)} {tail}"
    if letters in table.spelled or (
        len(letters) <= _LONGEST_SPELLED and not _VOWELS & set(letters) and letters.isupper()
    ):
        return table.spell(letters)
    return word.lower() if word.isupper() and len(word) > 1 else word


def _capitals(match: Match, table: Table) -> str | None:
    """Capitals, with an s for more than one: MRIs. Shouted words are read as words."""
    word = match["word"]
    if match["tail"] and not word.isupper() and word.istitle():
        return Guessed(f"{word} {match['tail']}", Doubt.MIXED, _rest(match))  # Ki67
    if not word.isupper() or (len(word) == 1 and not match["tail"]):
        return None
    if word in table.words_too and _shouted(match, table):
        return word.lower() + match["plural"]
    if match["tail"]:
        said = capitals(word + match["tail"], table)
        known = len(word) == 1 or word + match["tail"] in table.acronyms
        return said if known else Guessed(said, Doubt.MIXED, _rest(match))
    said = capitals(word, table)
    if match["plural"] and table.plural_acronyms:
        said = f"{said}'s" if "-" in said else f"{said}s"
    known = word in table.acronyms or word in table.spelled or len(word) > _LONGEST_SPELLED or _shouted(match, table)
    return said if known else Guessed(said, Doubt.CAPITALS)


def _rest(match: Match) -> int:
    """The characters behind `match` that belong to its word, as in CA15-3."""
    rest = re.compile(r"(?:[-/]?\w+)*").match(match.string, match.end(), match.endpos)
    return rest.end() - match.end() if rest else 0


def _shouted(match: Match, table: Table) -> bool:
    """Whether a neighbouring word is in capitals too, and not an abbreviation."""
    text = match.string
    around = f"{text[max(0, match.start() - 12) : match.start()]} {text[match.end() : match.end() + 12]}"
    known = table.spelled | set(table.acronyms)
    return any(word not in known for word in re.findall(r"\b[A-ZÁÉÍÓÚÑ]{2,}\b", around))


@lru_cache(maxsize=8)
def word_rules(table: Table) -> tuple[Rule, ...]:
    """The rules that start at a letter."""
    known = sorted((*table.abbreviations,), key=len, reverse=True)
    abbreviations = "|".join(map(re.escape, known))
    numbered = "|".join(map(re.escape, sorted(table.before_number, key=len, reverse=True)))
    months = "|".join(sorted(table.short_months, key=len, reverse=True))
    spans = "|".join(rf"{name}\b\.?" for name in (*table.weekdays, *map(str.lower, table.months), *table.short_months))
    numeral = r"[IVX]{1,5}[ABC]?\b"
    joined = r"(?:\s?[–—-]\s?|,?\s(?:(?:and|or|to|y|o|a)\s)?)"
    return (
        (
            re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"),
            _email,
        ),
        (
            re.compile(
                r"(?:https?://|www\.)[A-Za-z0-9-]{1,63}(?:\.[\w-]{1,63}){0,5}(?:/[\w./%+?=&#~-]{0,300}(?<![.?]))?"
            ),
            _address,
        ),
        (
            re.compile(rf"(?:[a-z0-9-]{{2,63}}\.){{1,4}}(?:{_TOP})(?![\w-])(?:/[\w./%+?=&#~-]{{0,300}}(?<![.?]))?"),
            _address,
        ),
        (re.compile(rf"(?i:(?P<first>{spans})\s?[–-]\s?(?P<last>{spans}))"), _days),
        (re.compile(r"D\.(?=\s[A-ZÁÉÍÓÚÑ][a-záéíóúñ])"), _don),
        (re.compile(rf"(?i:{abbreviations})(?!\w)"), _abbreviation),
        (re.compile(rf"(?P<word>(?i:{numbered}))\s?(?=[0-9])"), _before_number),
        (re.compile(rf"(?P<word>(?i:{months}))\.?\s(?=[0-9])"), _month),
        (re.compile(r"(?:Dr|Mr|Mrs|Ms|Prof|Dra|Sr|Sra|Srta|Ud|Uds)(?=\s[A-Z])"), _title),
        (re.compile(r"St\.(?!\w)"), _saint),
        (
            re.compile(rf"(?i:(?P<word>{table.staged}))\s(?P<numerals>{numeral}(?:{joined}{numeral}){{0,4}})"),
            _staged,
        ),
        (
            re.compile(r"(?P<marker>HER-?2|ER|PR|HR|TN|RE|RP|RH)\s?(?P<sign>[+]|[-−–](?=[\s.,;:)/]|$))"),
            _receptor,
        ),
        (re.compile(r"w/o?(?!\w)"), _short_slashed),
        (re.compile(r"(?P<unit>[A-Za-zµ]{2,4}g?)(?:/(?P<per>[a-zA-Z]{1,5}))?(?![\w/])"), _lone_unit),
        (re.compile(r"(?:III?|VI{1,3}|IX)(?![\w'])"), _lone_roman),
        (re.compile(r"[^\W\d_]{1,20}(?:/[^\W\d_]{1,20}){1,3}(?![\w@])"), _slashed),
        (re.compile(r"(?:[A-Z]\.){2,5}(?!\w)|(?:[a-z]\.){2,5}(?!\w)"), _initials),
        (re.compile(r"(?P<word>HER)-?(?P<tail>2)(?P<plural>)(?!\w)"), _capitals),
        (re.compile(r"(?P<word>[^\W\d_]+?)(?P<tail>[0-9]{0,4})(?P<plural>s?)(?![^\W\d_])"), _capitals),
    )
