"""How well drawn letters can be read: pages of the real content, drawn, turned into a picture, and read by OCR.

    python bench/drawn_letters_by_ocr.py [narrow|broad|tall] [pages]

Needs `tesseract`. OCR expects the smooth shapes of print, so the picture is softened as an eye at some distance would.
Tells the share of characters that were read wrongly (Levenshtein distance ÷ characters).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from kiosk.content.reader import read_content
from kiosk.terminal.drawn import IN_QUADRANTS, DrawnFont
from kiosk.terminal.drawn.blocks import QUADRANTS
from kiosk.visit.wrap import wrap

CELL = 8, 16
"""Pixels of the picture for one cell."""
EDGE = 24
"""Empty pixels round the text."""
SOFT = 3
"""How often the picture is softened by one pixel."""
ROWS_A_PAGE = 6


def texts(folder: Path) -> Iterator[str]:
    """The texts of the topics."""
    library = read_content(folder).library
    if library is None:
        raise SystemExit("the content has errors: kiosk check")
    for topic in library.topics["en"].values():
        for section in topic.sections:
            yield from (section.heading, *section.paragraphs, *section.points)
        for card in topic.cards:
            yield from (card.contact, card.how_soon, card.when, *card.points)


def picture(rows: list[str]) -> tuple[int, int, list[bytearray]]:
    """Width, height and rows of grey values, black on white."""
    wide, high = CELL
    width = max(map(len, rows)) * wide + 2 * EDGE
    lines = [bytearray(b"\xff") * width for _ in range(EDGE)]
    for row in rows:
        halves = [bytearray(b"\xff") * width, bytearray(b"\xff") * width]
        for x, sign in enumerate(row):
            bits = QUADRANTS.index(sign)
            for half in (0, 1):
                for side in (0, 1):
                    if bits >> (2 * half + side) & 1:
                        start = EDGE + x * wide + side * wide // 2
                        halves[half][start : start + wide // 2] = bytes(wide // 2)
        for half in halves:
            lines += [bytearray(half) for _ in range(high // 2)]
    lines += [bytearray(b"\xff") * width for _ in range(EDGE)]
    return width, len(lines), lines


def softened(lines: list[bytearray]) -> list[bytearray]:
    """Each pixel the mean of itself and its four neighbours."""
    width = len(lines[0])
    result = [bytearray(line) for line in lines]
    for y in range(1, len(lines) - 1):
        above, line, below, out = lines[y - 1], lines[y], lines[y + 1], result[y]
        for x in range(1, width - 1):
            out[x] = (line[x] * 2 + line[x - 1] + line[x + 1] + above[x] + below[x]) // 6
    return result


def read(rows: list[str]) -> str:
    """What OCR reads in drawn rows."""
    width, height, lines = picture(rows)
    for _ in range(SOFT):
        lines = softened(lines)
    with tempfile.NamedTemporaryFile(suffix=".pgm") as file:
        file.write(f"P5 {width} {height} 255\n".encode() + b"".join(lines))
        file.flush()
        done = subprocess.run(
            ["tesseract", file.name, "-", "--psm", "6", "-l", "eng"], capture_output=True, text=True, check=True
        )
    return " ".join(done.stdout.split())


def distance(a: str, b: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def pages(font: DrawnFont, columns: int) -> Iterator[list[str]]:
    """Real text in pages of `ROWS_A_PAGE` rows."""
    lines = (
        line.of(text)
        for text in texts(Path(__file__).parent.parent / "content")
        for line in wrap(text, columns // font.columns)
    )
    while page := list(islice(lines, ROWS_A_PAGE)):
        yield page


def main() -> None:
    """Reads pages and tells the error."""
    name = sys.argv[1] if len(sys.argv) > 1 else "broad"
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    font = next(each for each in IN_QUADRANTS if each.name == name)
    wrong = characters = 0
    for page in islice(pages(font, 80), wanted):
        shown = " ".join(page)
        seen = read([row for line in page for row in font.draw(line)])
        wrong += distance(shown, seen)
        characters += len(shown)
        if shown != seen:
            sys.stdout.write(f"  {shown}\n  {seen}\n")
    sys.stdout.write(f"{name}: {100 * wrong / characters:.1f} % of {characters} characters read wrongly\n")


if __name__ == "__main__":
    main()
