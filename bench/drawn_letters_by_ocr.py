"""How well drawn letters can be read: every English page, drawn on 80×24 cells, as a picture, read by OCR.

    python -m bench.drawn_letters_by_ocr [narrow|broad|tall] [STEP] [--misread] [--keep]

Needs `tesseract`. Reads every STEP-th page (1: all) in each way of `WAYS` and tells the share of characters that were
read wrongly (Levenshtein distance ÷ characters), and how many pages have at most 3 in a hundred. With `--keep` all of
it becomes `evidence/ocr.json`.

The picture is the page's own rows, white on black, as a terminal shows them with nothing lit. Signs (▶ • ▲ ◆ ● ↓ ↑) are
no characters that OCR knows. It should take them for signs, not for letters: so of what it reads only letters, digits
and punctuation count, and the second figure tells what comes out when all that it reads beside them counts as wrong.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import report
from kiosk.content.reader import read_content
from kiosk.terminal.drawn import IN_QUADRANTS, DrawnFont
from kiosk.terminal.drawn.blocks import QUADRANTS
from kiosk.terminal.drawn.glyphs import glyph
from kiosk.terminal.lettering import Drawn
from kiosk.ui.large_rows import Piece, drawn_row, spans_of
from kiosk.visit.layout.page import Page
from kiosk.visit.layout.part_style import Look
from kiosk.visit.session.view import view_of
from kiosk.visit.terms.names import ALL_KEYS, EXPLORE, MENU
from kiosk.visit.terms.trail import Place

CONTENT = Path(__file__).parent.parent / "content"
TERMINAL = 80, 24
EDGE = 20
"""Empty pixels round the picture."""
SIGNS = "▶•▲▼◆●↓↑┃"
MOST_ERRORS = 0.03
COLUMNS = ("The picture", "Misread", "With symbols, all wrong", "Pages with at most 3 %", "Characters")
PUNCTUATION = ".,:;?!()-'’"
_INK = b"\x00", b"\xff"
Pixels = list[bytes]
"""Rows of grey, 0 black to 255 white."""


@dataclass(frozen=True)
class Way:
    """One way of looking at a page."""

    cell: tuple[int, int]
    """Pixels of the picture for one cell; both even."""
    shrunk: int
    """Pixels, each way, that become one: their mean, as a page is seen from some steps away."""
    psm: int
    """How tesseract is told to look for text: 3 by itself (as it does untold), 4 one column of lines, 6 one block."""

    def __str__(self) -> str:
        by = f", shrunk by {self.shrunk}" if self.shrunk > 1 else ""
        return f"cells of {self.cell[0]}×{self.cell[1]}{by}, --psm {self.psm}"


WAYS = tuple(
    Way(cell, shrunk, psm)
    for cell, shrunk in (((6, 12), 1), ((8, 16), 1), ((10, 20), 1), ((10, 20), 2), ((10, 20), 3))
    for psm in (6, 4, 3)
)


def pages(font: DrawnFont) -> Iterator[Page]:
    """Every English page in these letters, but for codes that cameras read and for scripts without drawn letters."""
    library = read_content(CONTENT).library
    if library is None:
        raise SystemExit("the content has errors: kiosk check")
    view = view_of(library, Drawn(font).grid(*TERMINAL))
    for name in (*library.topics["en"], MENU, *view.sheets.extras.places(), ALL_KEYS, EXPLORE):
        _, cuts = view.cut(name)
        for number, cut in enumerate(cuts):
            page = view.page(Place(name, number, cut.first_choice))
            segments = [segment for row in page.rows for segment in row]
            known = all(glyph(font.bitmaps, font.doubled, sign) for each in segments for sign in each.text)
            if known and not page.own_letters and Look.CODE not in {each.look for each in segments}:
                yield page


def text_of(page: Page) -> str:
    """What should be read."""
    text = " ".join("".join(segment.text for segment in row) for row in page.rows)
    return " ".join("".join(" " if sign in SIGNS else sign for sign in text).split())


def readable(text: str) -> str:
    """The letters, digits and punctuation of a text. An ellipsis is three stops, as OCR writes it."""
    text = text.replace("…", "...")
    return " ".join("".join(sign if sign.isalnum() or sign in PUNCTUATION else " " for sign in text).split())


def picture(page: Page, font: DrawnFont, cell: tuple[int, int]) -> Pixels:
    """The page as the terminal shows it, white on black."""
    rows: Pixels = []
    lettering = Drawn(font)
    for span in spans_of(page.rows, lettering, TERMINAL[1]):
        segments = [[Piece(segment.text, "")] for segment in page.rows[span.row]]
        for strip in drawn_row(segments, lettering, TERMINAL[0], span.bottom - span.top):
            rows += _cells("".join(run.text for run in strip), cell)
    blank = b"\x00" * (TERMINAL[0] * cell[0] + 2 * EDGE)
    side = blank[:EDGE]
    return [blank] * EDGE + [side + row + side for row in rows] + [blank] * EDGE


def _cells(strip: str, cell: tuple[int, int]) -> Pixels:
    """One row of the terminal."""
    half = cell[0] // 2
    rows: Pixels = []
    for lower in (0, 2):
        bits = [QUADRANTS.index(sign) >> lower for sign in strip]
        line = b"".join(_INK[bit & 1] * half + _INK[bit >> 1 & 1] * half for bit in bits)
        rows += [line] * (cell[1] // 2)
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
    load, rows = report.load(), []
    for way in WAYS:
        wrong = signs = characters = good = 0
        for page in chosen:
            shown, seen = text_of(page), read(shrunk(picture(page, font, way.cell), way.shrunk), way.psm)
            misses = distance(readable(shown), readable(seen))
            wrong, characters = wrong + misses, characters + len(readable(shown))
            signs += distance(shown, seen)
            good += misses <= MOST_ERRORS * len(readable(shown))
            if misses and "--misread" in sys.argv:
                sys.stdout.write(f"  {misses}: {shown}\n     {seen}\n")
        share = f"{100 * wrong / characters:.1f} % of {characters} characters wrong"
        beside = f"{100 * signs / characters:.1f} % with what signs were taken for"
        pages_told = f"{good} of {len(chosen)} pages at most 3 %"
        sys.stdout.write(f"{font.name}, {way}: {share}; {beside}; {pages_told}\n")
        sys.stdout.flush()
        shares = [f"{100 * count / characters:.1f} %" for count in (wrong, signs)]
        rows.append(
            [
                str(way).replace(f"--psm {way.psm}", f"`--psm {way.psm}`"),
                *shares,
                f"{good} of {len(chosen)}",
                f"{characters:,}",
            ]
        )
    if "--keep" in sys.argv:
        command = f".venv/bin/python -P -m bench.drawn_letters_by_ocr {' '.join(sys.argv[1:])}"
        about = {"command": command, "machine": report.machine(), "load": [load, report.load()]}
        report.write_table(CONTENT.parent / "evidence" / "ocr.json", about, COLUMNS, rows)


if __name__ == "__main__":
    main()
