"""Breaks a text into lines that fit a number of cells; each line knows which characters it holds."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from rich.cells import cell_len

FEWEST = 2
"""Letters before and after a hyphen, if the line is wide enough."""
OWN_DIVISIONS = {
    word.replace("-", ""): word
    for word in (
        *("met-a-stat-ic", "me-tas-ta-sis", "me-tas-ta-ses"),
        *("im-mu-no-ther-a-py", "im-mu-no-ther-a-pies", "im-mu-no-com-pro-mised"),
        *("mul-ti-dis-ci-plin-ary", "lymph-ede-ma"),
        *("phys-io-ther-a-pist", "phys-io-ther-a-pists", "phys-io-ther-a-py"),
    )
}
"""Medical words as English dictionaries divide them; the general patterns get them wrong."""
BREAKS_AFTER = "-‐–—/"
"""Characters inside a word after which a line may end without an added hyphen."""
_WORD = re.compile(r"\S+")
_UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff9f\U00020000-\U0003ffff]"
)
"""Letters and marks of scripts that put no spaces between words: Thai to Tibetan, Burmese, Khmer, Chinese, Japanese."""
_HYPHENATED = re.compile("[\0-\u058f\u10a0-\u10ff\u1e00-\u206f]")
"""What a hyphen may follow: Latin, Greek, Cyrillic, Armenian and Georgian letters, digits, marks."""
_ADDRESS = re.compile(r"(https?://|www\.|[\w-]+(\.[\w-]+)+/)")
"""The start of a web address."""


Measure = Callable[[str], int]
"""How many cells of a page a text takes."""


class Line(NamedTuple):
    """One line of a text: its characters `start` to `end`, then a hyphen if a word continues on the next line."""

    start: int
    end: int
    hyphen: bool = False

    def of(self, text: str) -> str:
        """Return the line as it is shown."""
        return text[self.start : self.end] + ("-" if self.hyphen else "")


def wrap(
    text: str,
    width: int,
    start: int = 0,
    end: int | None = None,
    language: str = "en",
    measure: Measure = cell_len,
) -> list[Line]:
    """Return lines of at most `width` cells (at least 2), as `measure` counts them, for `start` to `end` of `text`.

    Lines break at white space; in scripts that have none, where UAX 14 allows it. Only a word wider than a whole line
    is divided, by the rules of `language`, with a hyphen where its script has one.
    """
    return list(_wrapped(text, max(2, width), start, len(text) if end is None else end, language, measure))


@lru_cache(maxsize=2048)
def _wrapped(text: str, width: int, start: int, end: int, language: str, measure: Measure) -> tuple[Line, ...]:
    """Return the lines; kept, because the same text is tried in pages of several kinds."""
    lines: list[Line] = []
    line_start = line_end = -1
    for word_start, word_end in words_in(text, start, end):
        if line_start >= 0 and measure(text[line_start:word_end]) <= width:
            line_end = word_end
            continue
        if line_start >= 0:
            lines.append(Line(line_start, line_end))
        if measure(text[word_start:word_end]) > width:
            pieces = _divided(text, word_start, word_end, width, language, measure)
            lines += pieces[:-1]
            word_start = pieces[-1].start
        line_start, line_end = word_start, word_end
    if line_start >= 0:
        lines.append(Line(line_start, line_end))
    return tuple(lines)


def words_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the words of `text` between `start` and `end` as (start, end)."""
    if not _UNSPACED.search(text, start, end):
        return [found.span() for found in _WORD.finditer(text, start, end)]
    from uniseg.linebreak import line_break_boundaries  # its tables are large, and few texts need them

    places = [start, *(start + place for place in line_break_boundaries(text[start:end]))]
    found = [(first, first + len(text[first:last].rstrip())) for first, last in pairwise(places)]
    return [(first, last) for first, last in found if first < last]


def _divided(text: str, start: int, end: int, width: int, language: str, measure: Measure) -> list[Line]:
    """Return the pieces of a word wider than a line: each as long as fits, the last one without a hyphen."""
    if _ADDRESS.match(text[start:end]):
        return _divided_address(text, start, end, width, measure)
    places = [start + place for place in _places(text[start:end], language)]
    pieces = []
    while measure(text[start:end]) > width:
        cut = max((place for place in places if start < place and _fits(text, start, place, width, measure)), default=0)
        cut = cut or _anywhere(text, start, end, width, measure)
        pieces.append(Line(start, cut, _has_hyphen(text[cut - 1])))
        start = cut
    return [*pieces, Line(start, end)]


def _divided_address(text: str, start: int, end: int, width: int, measure: Measure) -> list[Line]:
    """Return the pieces of a web address, split after / . or - where possible; a hyphen would be typed by readers."""
    pieces = []
    while measure(text[start:end]) > width:
        cut = last = start + 1
        while cut < end and measure(text[start : cut + 1]) <= width:
            cut += 1
            last = cut if text[cut - 1] in "/.-" else last
        last = last if last > start + 1 else cut
        pieces.append(Line(start, last))
        start = last
    return [*pieces, Line(start, end)]


def _fits(text: str, start: int, cut: int, width: int, measure: Measure) -> bool:
    return measure(Line(start, cut, _has_hyphen(text[cut - 1])).of(text)) <= width


def _has_hyphen(last: str) -> bool:
    """Return True if a line that ends inside a word, with the letter `last`, gets a hyphen."""
    return last not in BREAKS_AFTER and _HYPHENATED.match(last) is not None


def _anywhere(text: str, start: int, end: int, width: int, measure: Measure) -> int:
    """Return where to cut a word without known syllables: as late as fits, with `FEWEST` letters on either side."""
    cut = start + 1
    while cut < end and measure(text[start : cut + 1]) <= width - 1:
        cut += 1
    cut = max(min(cut, end - FEWEST), start + 1)
    if all(map(str.isalpha, text[start:end])):
        return cut
    from uniseg.graphemecluster import grapheme_cluster_boundaries  # a letter keeps its marks

    places: list[int] = [start + place for place in grapheme_cluster_boundaries(text[start:end]) if place]
    return max((place for place in places if place <= cut), default=places[0])


def _places(word: str, language: str) -> list[int]:
    """Return where `word` may be divided: between syllables and after `BREAKS_AFTER`."""
    places = []
    at = 0
    while at < len(word):
        run = at
        while run < len(word) and word[run].isalpha():
            run += 1
        if run > at:
            places += [at + place for place in _syllables(word[at:run], language)]
            at = run
            continue
        at += 1
        if word[at - 1] in BREAKS_AFTER and FEWEST <= at <= len(word) - FEWEST:
            places.append(at)
    return places


@lru_cache(maxsize=512)
def _syllables(letters: str, language: str) -> tuple[int, ...]:
    """Return where a run of letters may be divided, with `FEWEST` letters on either side."""
    own = OWN_DIVISIONS.get(letters.lower()) if language == "en" else None
    if own:
        parts = own.split("-")
        found = [sum(map(len, parts[:count])) for count in range(1, len(parts))]
    else:
        patterns = _patterns(language)
        found = list(patterns.positions(letters)) if patterns else []
    return tuple(place for place in found if FEWEST <= place <= len(letters) - FEWEST)


@lru_cache(maxsize=8)
def _patterns(language: str) -> Any:
    """Return Pyphen's patterns for a language; None if it has none or is not installed.

    Loading takes 0.1 s, so it waits for the first word that does not fit.
    """
    try:
        pyphen = importlib.import_module("pyphen")
    except ImportError:
        return None
    known = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang="en_US" if known == "en" else known) if known else None
