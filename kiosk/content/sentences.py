"""Where sentences begin and end: a page is cut, spoken and lit sentence by sentence."""

import re

_END = re.compile(r"[.!?…]+[\"”’)\]]*(?=\s|$)")
_OPENS = re.compile(r"\s+[\"“‘(\[¿¡]*[^\W\d_a-zß-öø-ÿ]|\s+[\"“‘(\[]*\d|\s*$")
_ABBREVIATIONS = frozenset(
    [
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "st",
        "no",
        "vs",
        "e.g",
        "i.e",
        "etc",
        "approx",
        "a.m",
        "p.m",
        "sr",
        "sra",
        "dra",
    ]
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """The sentences of `text` as (start, end) in characters, in order, without the white space between.

    Every character that is not white space lies in exactly one span.
    """
    spans: list[tuple[int, int]] = []
    start = _skip_space(text, 0)
    for match in _END.finditer(text):
        if match.start() < start or not _is_end(text, start, match):
            continue
        spans.append((start, match.end()))
        start = _skip_space(text, match.end())
    if start < len(text):
        spans.append((start, len(text.rstrip())))
    return spans


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop at `match` ends a sentence, rather than an abbreviation."""
    if not _OPENS.match(text, match.end()):
        return False
    if match.group() != "." or match.end() == len(text.rstrip()):
        return True
    word = re.split(r"[\s(\[“\"‘]", text[start : match.start()])[-1].lower()
    single_letter = len(word) == 1 and word.isalpha() and word != "i"
    return word not in _ABBREVIATIONS and not single_letter


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
