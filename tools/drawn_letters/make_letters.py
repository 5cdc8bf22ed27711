"""Makes `kiosk/terminal/drawn/data/*.hex`, the bitmaps of the drawn letters, from free fonts.

    python tools/drawn_letters/make_letters.py UNSCII_FOLDER [X11_MISC_FOLDER] [UNIFONT_HEX]

UNSCII_FOLDER: `pip download --no-deps --no-binary :all: unscii==0.1.1`, unpacked. It holds Unscii 8 by Viznut
    (http://viznut.fi/unscii/, public domain), the 8x8 letters.
X11_MISC_FOLDER: from Debian's package `xfonts-base`, whose misc-fixed 5x8 is in the public domain; made one pixel
    bolder and wider it is the 6x8 letters. By default /usr/share/fonts/X11/misc.
UNIFONT_HEX: `unifont_jp.hex` of Debian's package `unifont` (GNU Unifont, here under the SIL Open Font License 1.1), for
    the 16x16 signs of Chinese, Japanese and Korean. By default /usr/share/unifont/unifont_jp.hex. Taken are those in
    `content/languages.yaml` and in the shipped Chinese, kana, full-width marks, and the 3,755 most frequent signs of
    Simplified Chinese (the first level of GB 2312). To add the signs of other texts, name their files after it.

Letters that a font lacks are put together in `marked_letters.py`. `retouched-8x8.txt` and `retouched-6x8.txt` hold
letters drawn anew, with the reason.
"""

from __future__ import annotations

import ast
import sys
import unicodedata
from pathlib import Path

from marked_letters import marked_letters
from pcf import read_pcf

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "kiosk" / "terminal" / "drawn" / "data"
SIGNS = "‐‑‒–—―‘’‚‛“”„†‡•…‰′″‹›⁄€™←↑→↓↔−√∞≈≠≤≥─━│┃┌┐└┘├┤┬┴┼█▀▄▌▐░▒▓■□▪▫▲△▶►▼▽◀◄◆◇○●◦★☆☎☐☑☒♥♦✓✔✗✘Ș ș Ț ț".replace(
    " ", ""
)
GREEK = [*range(0x386, 0x38B), 0x38C, *range(0x38E, 0x3A2), *range(0x3A3, 0x3CF)]
CYRILLIC = [*range(0x401, 0x460), 0x490, 0x491]
WANTED = [*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, SIGNS), *GREEK, *CYRILLIC]
KANA = range(0x3041, 0x3100)
FULL_WIDTH = [sign for sign in range(0xFF01, 0xFF5F) if not chr(sign).isalnum()]
CONTENT = HERE.parent.parent / "content"
LANGUAGES = CONTENT / "languages.yaml"
CHINESE = CONTENT / "zh-Hans"
NOT_THICKENED = 'mw¨¯´`"@#%&®©æÆœŒŵŴ‰¾¼½™☑☒▒░▓☆♦♥'
"""In these, thickening would fill the holes."""
ACUTE, GRAVE = "\u0301", "\u0300"
ABOVE = 230
"""Unicode's class of accents that stand above a letter."""
LOW_CAPITALS = {
    "E": [0b01111110, 0b01100000, 0b01111100, 0b01100000, 0b01111110],
    "Z": [0b11111110, 0b00001100, 0b00011000, 0b00110000, 0b11111110],
}
"""Capitals that leave room for an accent, where Unscii has one that is another letter's (É is Á, Ž is ž)."""

Letters = dict[int, list[int]]


def unscii(folder: Path) -> Letters:
    """Unscii 8, with accents that slant: two rows instead of one, which looked like a macron."""
    source = (folder / "unscii" / "raw_unscii" / "unscii_8.py").read_text(encoding="utf-8")
    table = ast.literal_eval(source[source.index("{") :])
    letters = {code: list(rows) for code, rows in table.items() if code in WANTED and len(rows) == 8}
    for code, rows in letters.items():
        accents = unicodedata.normalize("NFD", chr(code))[1:]
        if accents in (ACUTE, GRAVE) and not rows[1]:
            rows[0], rows[1] = (0b00000110, 0b00011000) if accents == ACUTE else (0b01100000, 0b00011000)
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base in LOW_CAPITALS and accents and unicodedata.combining(accents[0]) == ABOVE:
            low = LOW_CAPITALS[base]
            rows[2:7] = [0, *low[:2], *low[3:]] if rows[1] and accents not in (ACUTE, GRAVE) else low
    return letters


def fixed(folder: Path) -> Letters:
    """misc-fixed 5x8, one pixel bolder; but for accents, of which two dots would become one bar."""
    letters: Letters = {}
    for code, rows in read_pcf(folder / "5x8.pcf.gz").items():
        if code not in WANTED:
            continue
        bold = [row | row << 1 for row in rows]
        thin = [row << 1 for row in rows]
        marks = unicodedata.normalize("NFKD", chr(code))[1:]
        if chr(code) in NOT_THICKENED:
            letters[code] = thin
        elif marks and unicodedata.combining(marks[0]) == ABOVE:
            letters[code] = thin[:2] + bold[2:]
        else:
            letters[code] = bold
    return letters


def lines_and_blocks(width: int) -> Letters:
    """Lines that meet their neighbours, whatever the font had."""
    full = (1 << width) - 1
    upright = 0b11 << (width // 2 - 1)
    left = full >> width // 2 << width // 2
    return {
        ord("━"): [0, 0, 0, full, full, 0, 0, 0],
        ord("─"): [0, 0, 0, full, 0, 0, 0, 0],
        ord("┃"): [upright] * 8,
        ord("│"): [upright & upright >> 1] * 8,
        ord("█"): [full] * 8,
        ord("▀"): [full] * 4 + [0] * 4,
        ord("▄"): [0] * 4 + [full] * 4,
        ord("▌"): [left] * 8,
        ord("▐"): [full ^ left] * 8,
    }


def retouched(name: str) -> Letters:
    """The letters of a text of drawings: the letter, its rows, an empty line."""
    letters: Letters = {}
    for block in (HERE / f"retouched-{name}.txt").read_text(encoding="utf-8").split("\n\n")[1:]:
        sign, *rows = block.split()
        if len(rows) != 8:
            raise ValueError(f"{name}: {sign} has {len(rows)} rows")
        letters[ord(sign)] = [int(row.replace(".", "0").replace("#", "1"), 2) for row in rows]
    return letters


def frequent_chinese() -> str:
    """The first level of GB 2312: its rows 16 to 55, of 94 places each; the last five are empty."""
    places = (bytes((0xA0 + row, 0xA0 + place)) for row in range(16, 56) for place in range(1, 95))
    return b"".join(places).decode("gb2312", errors="ignore")


def wide_signs(unifont: Path, texts: list[Path]) -> Letters:
    """The 16x16 signs of Unifont that `texts` have, the frequent ones of Chinese, and kana."""
    found = "".join(text.read_text(encoding="utf-8") for text in texts)
    needed = {*map(ord, found.replace("\n", "")), *map(ord, frequent_chinese()), *KANA, *FULL_WIDTH}
    letters: Letters = {}
    for line in unifont.read_text(encoding="ascii").splitlines():
        code, _, rows = line.partition(":")
        wide = unicodedata.east_asian_width(chr(int(code, 16))) in "WF"  # others would have to be joined
        if wide and len(rows) == 64 and int(code, 16) in needed:
            letters[int(code, 16)] = [int(rows[at : at + 4], 16) for at in range(0, 64, 4)]
    return letters


def write(name: str, width: int, origin: str, letters: Letters, above: dict[int, int]) -> None:
    """One line a letter: its code point, a colon, two hexadecimal digits a row for each 8 pixels.

    A letter that reaches above or below the usual 8 rows has another colon and the number of rows above.
    """
    digits = 4 if width > 8 else 2
    lines = [f"# Letters {name.replace('x', ' by ')} pixels. {origin} See NOTICE.", "# Made by tools/drawn_letters."]
    for code in sorted(letters):
        if code in (0x20, 0xA0) or any(letters[code]):
            rows = "".join(f"{row << (4 * digits - width):0{digits}X}" for row in letters[code])
            lines.append(f"{code:04X}:{rows}" + (f":{above[code]}" if code in above else ""))
    (DATA / f"{name}.hex").write_text("\n".join(lines) + "\n", encoding="ascii")
    sys.stdout.write(f"{name}: {len(letters)} letters\n")


def with_marks(width: int, letters: Letters) -> tuple[Letters, dict[int, int]]:
    """`letters`, their spaces and those with marks that the font lacks; and the rows above the usual ones."""
    letters[0xA0] = letters[0x20]
    letters[0xAD] = letters[ord("-")]
    for code, mirrored in ((0x404, 0x42D), (0x454, 0x44D)):  # Є, є
        letters.setdefault(code, [int(f"{row:0{width}b}"[::-1], 2) for row in letters[mirrored]])
    marked = marked_letters(width, letters)
    letters |= {code: rows for code, (rows, _) in marked.items()}
    sys.stdout.write(f"not there: {''.join(chr(code) for code in WANTED if code not in letters)}\n")
    return letters, {code: above for code, (rows, above) in marked.items() if len(rows) != 8}


def main() -> None:
    """Writes all files."""
    x11 = Path(sys.argv[2] if len(sys.argv) > 2 else "/usr/share/fonts/X11/misc")
    unifont = Path(sys.argv[3] if len(sys.argv) > 3 else "/usr/share/unifont/unifont_jp.hex")
    large = unscii(Path(sys.argv[1])) | lines_and_blocks(8) | retouched("8x8")
    write("8x8", 8, "Public domain: Unscii 8 by Viznut, retouched.", *with_marks(8, large))
    small = fixed(x11) | lines_and_blocks(6) | retouched("6x8")
    write("6x8", 6, "Public domain: misc-fixed 5x8 of X11, made bolder.", *with_marks(6, small))
    signs = wide_signs(unifont, [LANGUAGES, *CHINESE.iterdir(), *map(Path, sys.argv[4:])])
    write("16x16", 16, "GNU Unifont, SIL Open Font License 1.1.", signs, {})


if __name__ == "__main__":
    main()
