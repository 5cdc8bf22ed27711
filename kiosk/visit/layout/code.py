"""Draws a QR code for phones in terminal cells, which are twice as high as wide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

QUIET_ZONES = (4, 2)
"""Light modules around the pattern: as ISO/IEC 18004 asks for, and what cameras still find where there is less room."""
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
"""Which of two modules, one above the other, are dark, and the character that draws them."""
_ADDRESS = re.compile(r"(https?://[a-z0-9.-]+/)(\S+)")
"""A web address: the part in which case does not matter (RFC 3986), and the rest."""
Modules = tuple[tuple[bool, ...], ...]
"""Rows of modules with the quiet zone, True for dark."""


def codes(text: str) -> Iterator[Modules]:
    """Yield codes for `text`, the best for cameras first, the smallest last; none if it is too long for any."""
    for compact in (False, True) if _ADDRESS.fullmatch(text) else (False,):
        for quiet in QUIET_ZONES:
            if modules := _modules(text, quiet, compact):
                yield modules


def drawn_code(modules: Modules, columns: int, rows: int) -> tuple[str, ...]:
    """Return the code as rows of cells, as large as `columns` and `rows` allow; empty if it does not fit.

    A module takes half a cell if there is little room, else a whole number of cells.
    """
    side = len(modules)
    scale = min(columns // (2 * side), rows // side)
    if scale:
        drawn = ("".join("█" * 2 * scale if dark else " " * 2 * scale for dark in row) for row in modules)
        return tuple(row for row in drawn for _ in range(scale))
    if side > columns or (side + 1) // 2 > rows:
        return ()
    light = (False,) * side
    pairs = zip(modules[::2], (*modules[1::2], *([light] if side % 2 else [])), strict=True)
    return tuple("".join(_HALVES[pair] for pair in zip(above, below, strict=True)) for above, below in pairs)


@lru_cache(maxsize=64)
def _modules(text: str, quiet: int, compact: bool) -> Modules:
    """Return the code for `text`; empty if the text is too long.

    `compact`: with scheme and host of an address in capitals, which a code holds in fewer modules.
    """
    from segno import DataOverflowError, consts, make_qr  # not at the start: few visitors need it

    found = _ADDRESS.fullmatch(text) if compact else None
    content = [(found[1].upper(), consts.MODE_ALPHANUMERIC), (found[2], consts.MODE_BYTE)] if found else text
    try:
        # Without a word on its encoding, some readers take accents for letters of another script.
        code = make_qr(content, error="l", encoding="utf-8", eci=not text.isascii())  # type: ignore[arg-type]
    except DataOverflowError:
        return ()
    return tuple(tuple(bool(module) for module in row) for row in code.matrix_iter(border=quiet))
