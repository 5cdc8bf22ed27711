"""Draws a QR code for phones in terminal cells, which are twice as high as wide."""

from __future__ import annotations

from functools import lru_cache

QUIET = 4
"""Light modules around the pattern; without them a camera does not find it (ISO/IEC 18004)."""
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
"""Which of two modules, one above the other, are dark, and the character that draws them."""


def code_rows(text: str, columns: int, rows: int) -> tuple[str, ...]:
    """Return the code for `text` as rows of cells, as large as `columns` and `rows` allow.

    A module takes half a cell if there is little room, else a whole number of cells. Empty if the code does not fit or
    the text is too long for any code.
    """
    modules = _modules(text)
    side = len(modules)
    scale = min(columns // (2 * side), rows // side) if side else 0
    if scale:
        drawn = ("".join("█" * 2 * scale if dark else " " * 2 * scale for dark in row) for row in modules)
        return tuple(row for row in drawn for _ in range(scale))
    if not side or side > columns or (side + 1) // 2 > rows:
        return ()
    light = (False,) * side
    pairs = zip(modules[::2], (*modules[1::2], *([light] if side % 2 else [])), strict=True)
    return tuple("".join(_HALVES[pair] for pair in zip(above, below, strict=True)) for above, below in pairs)


@lru_cache(maxsize=32)
def _modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return rows of modules including the quiet zone, True for dark; empty if the text is too long."""
    from segno import DataOverflowError, make_qr  # not at the start: few visitors need it

    try:
        code = make_qr(text, error="l", encoding="utf-8")
    except DataOverflowError:
        return ()
    return tuple(tuple(bool(module) for module in row) for row in code.matrix_iter(border=QUIET))
