"""Find where sentences begin and end: pages are cut, spoken and highlighted sentence by sentence."""

import re
from collections.abc import Iterator
from functools import lru_cache

_END = re.compile(r"[.!?…]+[\"”’)\]]*(?=\s|$)")
_OPENS = re.compile(r"\s+[\"“‘(\[¿¡]*([^\W\d_])|\s+[\"“‘(\[]*\d|\s*$")
_OTHER_END = re.compile("[。！？｡．؟۔।॥።፧။៕։]")
"""Marks that end a sentence in other scripts, some without white space behind: such a text is left to Unicode."""
_QUOTES = "“‘「『（《〈【"
"""Marks that open what follows, though Unicode takes some of them for closing ones."""
_WITHIN = frozenset({
    "dr", "drs", "dra", "dres", "mr", "mrs", "ms", "mt", "prof", "profa", "st", "sr", "sra", "sres", "sras",
    "srta", "lic", "ee", "vs", "e.g", "i.e", "approx", "tel", "tfno", "ext", "av", "avda",
})  # fmt: skip
"""Abbreviations that never end a sentence."""
_BEFORE_NUMBER = frozenset({
    "no", "nos", "fig", "p", "pp", "pág", "págs", "núm", "núms", "hab", "rm", "apt", "ste", "ch", "vol",
    "cap", "art", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ene",
    "abr", "ago", "dic", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "lun",
    "mié", "jue", "vie", "sáb", "dom",
})  # fmt: skip
"""Abbreviations that do not end a sentence before a number."""
_LETTERED = frozenset({
    "hepatitis", "vitamin", "vitamina", "group", "grupo", "type", "tipo", "stage", "option", "opción", "plan",
    "part", "parte", "room", "ward", "entrance", "gate", "floor", "building", "block", "section", "sección",
    "entrada", "sala", "puerta",
})  # fmt: skip
"""Words after which a single letter is a name and not an initial."""
_HALF_OF_DAY = re.compile(r"[ap]\.\s?m$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s+(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?|january|february|march|april|june|july"
    r"|august|september|october|november|december|[ecmp][ds]t)\b",
    re.IGNORECASE,
)
"""Words that follow a time of day in the same sentence: 8 a.m. Monday."""


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the sentences of `text` as (start, end) in characters, in order, without the white space between.

    Every character that is not white space is in exactly one span.
    """
    return list(_spans(text))


@lru_cache(maxsize=1024)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences; kept, because a page, its voice and its highlight all ask for them."""
    if _OTHER_END.search(text):
        return tuple(_by_unicode(text))
    spans: list[tuple[int, int]] = []
    start = _skip_space(text, 0)
    for match in _END.finditer(text):
        if match.start() < start or not _is_end(text, start, match):
            continue
        spans.append((start, match.end()))
        start = _skip_space(text, match.end())
    if start < len(text):
        spans.append((start, len(text.rstrip())))
    return tuple(spans)


def _by_unicode(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text in another script, by UAX 29."""
    from uniseg.sentencebreak import sentence_boundaries  # its tables are large, and few texts need them

    start = 0
    for end in sentence_boundaries(text):
        if end < len(text) and text[end - 1] in _QUOTES:
            end -= 1
        first = _skip_space(text, start)
        if first < end:
            yield first, first + len(text[first:end].rstrip())
        start = end


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    """True if the full stop at `match` ends a sentence and not just an abbreviation."""
    opens = _OPENS.match(text, match.end())
    if opens is None or (opens[1] and opens[1].islower()):
        return False
    if match.group() != "." or match.end() == len(text.rstrip()):
        return True
    before, number_follows = text[start : match.start()], text[match.end() :].lstrip()[:1].isdigit()
    *others, word = re.split(r"[\s(\[“\"‘]", before.lower())
    if _HALF_OF_DAY.search(before):
        return not number_follows and not _GOES_ON.match(text, match.end())
    if word == "etc":
        return not number_follows
    if len(word) == 1 and word.isalpha() and word != "i":
        return bool(others) and others[-1] in _LETTERED
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):
        return False  # U.S., M.D.
    return word not in _WITHIN and not (number_follows and word in _BEFORE_NUMBER)


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
