"""Puts letters of Vietnamese, Greek and Cyrillic together from a letter and its marks, above it and below.

Two marks need more than the eight rows of a letter; such a letter is as high as it must be, and so is its row of text.
"""

from __future__ import annotations

import unicodedata

VIETNAMESE = [0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0, *range(0x1EA0, 0x1EFA)]
GREEK = [*map(ord, "ΆΈΉΊΌΎΏΐΪΫάέήίΰϊϋόύώ")]
CYRILLIC = [*map(ord, "ЃЌЍЎѐѓќѝў")]
HORN, DOT_BELOW = "\u031b", "\u0323"
BOLD = {
    "\u0301": ("..##", "##.."),
    "\u0300": ("##..", "..##"),
    "\u0309": ("###.", "..##", ".##."),
    "\u0303": (".##..#", "#..##."),
    "\u0302": ("..##..", "##..##"),
    "\u0306": ("##..##", "..##.."),
    "\u0308": ("##.##",),
    DOT_BELOW: ("##",),
    HORN: ("##", "##", "#."),
}
"""Acute, grave, hook, tilde, circumflex, breve, two dots, dot below and horn for letters 8 pixels wide."""
THIN = {
    "\u0301": ("..#", ".#."),
    "\u0300": ("#..", ".#."),
    "\u0309": ("##.", "..#", ".#."),
    "\u0303": (".#.#", "#.#."),
    "\u0302": (".##.", "#..#"),
    "\u0306": ("#..#", ".##."),
    "\u0308": ("#.#",),
    DOT_BELOW: ("##",),
    HORN: (".#", ".#", "#."),
}
"""The same for 6."""

Rows = list[int]


def marked_letters(width: int, letters: dict[int, Rows]) -> dict[int, tuple[Rows, int]]:
    """Return code point → rows, and how many of them are above the usual eight, of what `letters` lacks."""
    found = {}
    for code in (*VIETNAMESE, *GREEK, *CYRILLIC):
        if code in letters:
            continue
        base, *marks = unicodedata.normalize("NFD", chr(code))
        rows, above = _put_together(width, letters, base, marks)
        found[code] = (rows, above)
    return found


def _put_together(width: int, letters: dict[int, Rows], base: str, marks: list[str]) -> tuple[Rows, int]:
    shapes = BOLD if width == 8 else THIN
    over = [mark for mark in marks if mark not in (HORN, DOT_BELOW)]
    sign = "ı" if base == "i" and over else base
    rows, above = list(letters[ord(sign)]), 0
    left, right = _ink(rows, width)
    if HORN in marks:
        top = next(at for at, row in enumerate(rows) if row)
        for at, bits in enumerate(_bits(shapes[HORN])):
            y = top - 1 + at
            if y < 0:
                continue
            rows[y] |= bits << max(0, width - 1 - right - 1)
    if DOT_BELOW in marks:
        last = max(at for at, row in enumerate(rows) if row)
        rows += [0] * (last + 3 - len(rows))
        rows[last + 2] |= _centred(shapes[DOT_BELOW], left, right, width)[0]
    for number, mark in enumerate(over):
        top = next(at for at, row in enumerate(rows) if row)
        gap = 0 if number == 0 and base.islower() else 1
        drawn = _centred(shapes[mark], left, right, width)
        start = top - gap - len(drawn)
        if start < 0:
            rows, above, start = [0] * -start + rows, above - start, 0
        for at, bits in enumerate(drawn):
            rows[start + at] |= bits
    return rows, above


def _ink(rows: Rows, width: int) -> tuple[int, int]:
    """First and last column of pixels that has ink."""
    ink = 0
    for row in rows:
        ink |= row
    columns = [x for x in range(width) if ink >> (width - 1 - x) & 1]
    return columns[0], columns[-1]


def _bits(shape: tuple[str, ...]) -> Rows:
    return [int(row.replace(".", "0").replace("#", "1"), 2) for row in shape]


def _centred(shape: tuple[str, ...], left: int, right: int, width: int) -> Rows:
    """The rows of a mark over the middle of the ink."""
    x = max(0, (left + right + 1 - len(shape[0])) // 2)
    return [bits << max(0, width - x - len(shape[0])) for bits in _bits(shape)]
