"""Reorders a row of Arabic or Persian for terminals that draw every row from left to right.

Letters get the form for their position in the word (Unicode's Arabic presentation forms), then the row is reversed;
numbers and Latin words in it keep their own direction. Use it on rows after line breaking, and only for drawing: the
voice gets the original text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_BLOCKS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
"""Arabic presentation forms A and B."""
_OTHER_WAY = re.compile(r"[0-9A-Za-z\u00c0-\u024f]+(?:[ .,:/+-][0-9A-Za-z\u00c0-\u024f]+)*")
"""Pieces that are read from left to right inside such a row."""
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_TATWEEL_LIKE = ("\u0640",)
"""Letters that join on both sides and have one form only."""


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, Mapping[str, str]]:
    """Return letter (or lam with alef) → position in the word → character to draw, from Unicode's table."""
    found: dict[str, dict[str, str]] = {}
    for code in (code for block in _BLOCKS for code in block):
        place, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        base = "".join(chr(int(letter, 16)) for letter in letters)
        if place in ("<isolated>", "<initial>", "<medial>", "<final>") and (len(base) == 1 or _is_lam_alef(base)):
            found.setdefault(base, {})[place[1:-1]] = chr(code)
    return found


def _is_lam_alef(letters: str) -> bool:
    return len(letters) == 2 and letters[0] == "\u0644" and letters[1] in "\u0622\u0623\u0625\u0627"


def is_right_to_left(text: str) -> bool:
    """Return True if the first letter that has a direction is written from right to left."""
    if text.isascii():  # nearly every piece of a page
        return False
    directions = (unicodedata.bidirectional(sign) for sign in text)
    return next((way in ("R", "AL") for way in directions if way in ("L", "R", "AL")), False)


def as_drawn(row: str) -> str:
    """Return `row` reordered for drawing from left to right; any other row stays unchanged."""
    if not is_right_to_left(row):
        return row
    signs = _joined(_clusters(row))
    turned = "".join(reversed(signs)).translate(_MIRRORED)
    return _OTHER_WAY.sub(lambda found: found[0][::-1], turned)


def _clusters(row: str) -> list[str]:
    """Return the letters of `row`, each with its marks; lam and alef are one."""
    found: list[str] = []
    for sign in unicodedata.normalize("NFC", row):
        if found and (unicodedata.combining(sign) or _is_lam_alef(found[-1] + sign)):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _joined(clusters: list[str]) -> list[str]:
    """Return each cluster with its letter in the form for its neighbours."""
    bases = [each if _is_lam_alef(each[:2]) and len(each) == 2 else each[0] for each in clusters]
    drawn = []
    for at, (cluster, base) in enumerate(zip(clusters, bases, strict=True)):
        forms = _forms().get(base, {})
        before = at > 0 and _joins_next(bases[at - 1]) and "final" in forms
        after = at + 1 < len(bases) and "initial" in forms and _joins_previous(bases[at + 1])
        place = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get(
            (before, after), "isolated"
        )
        drawn.append(forms.get(place, base) + cluster[len(base) :])
    return drawn


def _joins_next(base: str) -> bool:
    return base in _TATWEEL_LIKE or "initial" in _forms().get(base, {})


def _joins_previous(base: str) -> bool:
    return base in _TATWEEL_LIKE or "final" in _forms().get(base, {})
