"""How well drawn letters can be read: every English page, drawn on 80×24 cells, as a picture, read by OCR.

    python -m bench.drawn_letters_by_ocr [narrow|broad|tall] [STEP] [--misread]

Needs `tesseract`. Reads every STEP-th page (1: all) in each way of `WAYS` and tells the share of characters that were
read wrongly (Levenshtein distance ÷ characters) and how many pages have at most 3 in a hundred.

The picture is the page's own rows in cells of 10×20 pixels, black on white, the focus underlined, as an xterm of
800×480 pixels shows it. Signs (▶ • ▲ ◆ ● ↓) are no characters that should be read; with them on the picture OCR takes
them for letters, so each way is told with and without.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.reader import read_content
from kiosk.terminal.drawn import IN_QUADRANTS, DrawnFont
from kiosk.terminal.drawn.bitmaps import is_known
from kiosk.terminal.drawn.blocks import QUADRANTS
from kiosk.visit.grid import Grid
from kiosk.visit.names import ALL_KEYS, EXPLORE, MENU
from kiosk.visit.page import Look, Page
from kiosk.visit.trail import Place
from kiosk.visit.view import View

CONTENT = Path(__file__).parent.parent / "content"
TERMINAL = 80, 24
CELL = 10, 20
"""Pixels of the picture for one cell; both even."""
EDGE = 20
"""Empty pixels round the picture."""
SIGNS = "▶•▲◆●↓↑┃"
MOST_ERRORS = 0.03
_INK = b"\xff", b"\x00"
Pixels = list[bytes]
"""Rows of grey, 0 black to 255 white."""


@dataclass(frozen=True)
class Way:
    """One way of looking at a page."""

    name: str
    shrunk: int
    """Pixels, each way, that become one: their mean, as a page is seen from some steps away."""
    psm: int
    """How tesseract is told to look for text: 6 one block, 4 one column of lines, 11 text anywhere."""


WAYS = (
    Way("as it is", 1, 6),
    Way("as it is", 1, 4),
    Way("as it is", 1, 11),
    Way("shrunk by 2", 2, 6),
    Way("shrunk by 3", 3, 6),
    Way("shrunk by 3", 3, 4),
    Way("shrunk by 4", 4, 6),
)


def pages(font: DrawnFont) -> Iterator[Page]:
    """Every English page in these letters, but for codes that cameras read and for scripts without drawn letters."""
    library = read_content(CONTENT).library
    if library is None:
        raise SystemExit("the content has errors: kiosk check")
    wide, high = font.columns, font.rows
    view = View(library, Grid(TERMINAL[0] // wide, TERMINAL[1] // high, wide, high), "en", {})
    for name in (*library.topics["en"], MENU, *view.sheets.beside.places(), ALL_KEYS, EXPLORE):
        _, cuts = view.cut(name)
        for number, cut in enumerate(cuts):
            page = view.page(Place(name, number, cut.first_choice))
            segments = [segment for row in page.rows for segment in row]
            known = all(is_known(font.bitmaps, sign) for each in segments for sign in each.text if not sign.isspace())
            if known and not page.own_letters and Look.CODE not in {each.look for each in segments}:
                yield page


def text_of(page: Page) -> str:
    """What should be read."""
    text = " ".join("".join(segment.text for segment in row) for row in page.rows)
    return " ".join("".join(" " if sign in SIGNS else sign for sign in text).split())


def picture(page: Page, font: DrawnFont, signs: bool) -> Pixels:
    """The page as the terminal shows it, black on white, with or without its signs."""
    rows: Pixels = []
    for row in page.rows:
        strips = [""] * font.rows
        underlined = ""
        for segment in row:
            text = segment.text if signs else "".join(" " if sign in SIGNS else sign for sign in segment.text)
            strips = [strip + drawn for strip, drawn in zip(strips, font.draw(text), strict=True)]
            underlined += ("_" if segment.look is Look.FOCUS else " ") * (len(segment.text) * font.columns)
        for at, strip in enumerate(strips):
            rows += _cells(strip.ljust(TERMINAL[0]), underlined.ljust(TERMINAL[0]) if at == font.rows - 1 else "")
    blank = b"\xff" * (TERMINAL[0] * CELL[0] + 2 * EDGE)
    side = blank[:EDGE]
    return [blank] * EDGE + [side + row + side for row in rows] + [blank] * EDGE


def _cells(strip: str, underlined: str) -> Pixels:
    """One row of the terminal."""
    half = CELL[0] // 2
    rows: Pixels = []
    for lower in (0, 2):
        bits = [QUADRANTS.index(sign) >> lower for sign in strip]
        line = b"".join(_INK[bit & 1] * half + _INK[bit >> 1 & 1] * half for bit in bits)
        rows += [line] * (CELL[1] // 2)
    if underlined:
        under = b"".join((b"\x00" if sign == "_" else b"\xff") * CELL[0] for sign in underlined)
        rows[-2] = bytes(map(min, rows[-2], under))
    return rows


def shrunk(rows: Pixels, by: int) -> Pixels:
    """Each pixel the mean of `by` × `by`."""
    if by == 1:
        return rows
    wide = len(rows[0]) // by * by
    result = []
    for top in range(0, len(rows) - by + 1, by):
        columns = [sum(column) for column in zip(*(row[:wide] for row in rows[top : top + by]), strict=True)]
        result.append(bytes(sum(columns[at : at + by]) // by**2 for at in range(0, wide, by)))
    return result


def read(rows: Pixels, psm: int) -> str:
    """What OCR reads."""
    grey = f"P5 {len(rows[0])} {len(rows)} 255\n".encode() + b"".join(rows)
    command = ["tesseract", "-", "-", "--psm", str(psm), "-l", "eng"]
    one_core = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(command, input=grey, capture_output=True, check=True, env=one_core)
    return " ".join(done.stdout.decode().split())


def distance(a: str, b: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def main() -> None:
    """Reads pages and tells the errors."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    font = next(each for each in IN_QUADRANTS if each.name == (words[0] if words else "broad"))
    chosen = list(pages(font))[:: int(words[1]) if len(words) > 1 else 1]
    for way in WAYS:
        for signs in (True, False):
            wrong = characters = good = 0
            for page in chosen:
                shown, seen = text_of(page), read(shrunk(picture(page, font, signs), way.shrunk), way.psm)
                misses = distance(shown, seen)
                wrong, characters = wrong + misses, characters + len(shown)
                good += misses <= MOST_ERRORS * len(shown)
                if misses and "--misread" in sys.argv:
                    sys.stdout.write(f"  {misses}: {shown}\n     {seen}\n")
            told = f"{way.name}, --psm {way.psm}, {'with' if signs else 'without'} signs"
            share = f"{100 * wrong / characters:.1f} % of {characters} characters wrong"
            sys.stdout.write(f"{font.name}, {told}: {share}; {good} of {len(chosen)} pages at most 3 %\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
