"""From text to lines: find invisible and unintended characters before anything else is checked.

Each odd space is replaced by one ordinary space, so that columns stay right and the rest of the file can be read.
"""

import re
import unicodedata

from kiosk.content.model.excerpt import shortened
from kiosk.content.parsing.diagnostics import Diagnostics

# Escape sequences could control the terminal; direction marks hide what is really written.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]"
)
# Some scripts and emoji need U+200C and U+200D; after an ordinary letter they are stray.
UNSEEN = re.compile("[\u00ad\u034f\u180e\u200b\u2060-\u2064\ufeff]|(?<=[\x00-\x7f])[\u200c\u200d]")
ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_START = re.compile("[\\s\u200b\u2060\ufeff]*")
# UTF-8 that was once read as an old Windows encoding: each run starts with one of these.
_GARBLED = re.compile("[ÃÂâðÅÄ][^\x00-\x7f]{1,3}")


def split_lines(text: str) -> list[str]:
    """Return the lines, with Windows, old Macintosh or Unix line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def check_characters(diagnostics: Diagnostics) -> list[str] | None:
    """Return the cleaned lines of `diagnostics`, or None if tabs make the structure unreadable."""
    clean: list[str] = []
    tabs = False
    for number, line in enumerate(diagnostics.lines, start=1):
        start = _START.match(line)
        margin = start.group() if start and start.end() < len(line) else ""
        if "\t" in margin:
            tabs = True
            diagnostics.add(
                "tab",
                "This line starts with a tab.",
                "Delete the tab and type spaces, as many as the line above it has.",
                line=number,
                column=margin.index("\t") + 1,
            )
        clean.append(_check_line(line, margin, number, diagnostics))
    return None if tabs else clean


def _check_line(line: str, margin: str, number: int, diagnostics: Diagnostics) -> str:
    """Return one line with unreadable characters replaced."""
    if line.isascii() and line.isprintable():
        return line
    odd = ODD_SPACE.search(margin)
    if odd:
        diagnostics.add(
            "odd-space",
            "This line starts with a special kind of space, as web pages and Word use them.",
            "Delete the space before the first word and type it again.",
            line=number,
            column=odd.start() + 1,
        )
    control = CONTROL.search(line)
    if control:
        diagnostics.add(
            "control-character",
            f"There is an invisible character on this line ({_name(control.group())}).",
            "Delete this line and type it again.",
            line=number,
            column=control.start() + 1,
        )
    _check_garbled(line, number, diagnostics)
    unseen = UNSEEN.search(line)
    if unseen:
        diagnostics.warn(
            "unseen-character",
            f"There is an invisible character on this line ({_name(unseen.group())}); it was left out.",
            "Delete this line and type it again.",
            line=number,
            column=unseen.start() + 1,
        )
    line = CONTROL.sub(" ", UNSEEN.sub("", line))
    return ODD_SPACE.sub(" ", line).replace("\t", " ")


def _check_garbled(line: str, number: int, diagnostics: Diagnostics) -> None:
    """Record letters that another program has garbled, such as `â€™` for `’`."""
    lost = line.find("\ufffd")
    if lost >= 0 and not diagnostics.has("not-utf-8"):  # the encoding is reported already
        diagnostics.add(
            "lost-letter",
            "A letter on this line was lost when the file was saved by another program (“�”).",
            "Type the word with that character again.",
            line=number,
            column=lost + 1,
        )
    for found in _GARBLED.finditer(line):
        meant, length = _mended(found.group())
        ends_a_quotation = found.group()[1] in "»”’" and line[: found.start()][-1:].isupper()
        if meant and not ends_a_quotation:
            diagnostics.add(
                "garbled-letter",
                f"“{shortened(found.group()[:length])}” is a letter that another program has damaged.",
                f"Type “{shortened(meant)}” in its place.",
                line=number,
                column=found.start() + 1,
            )
            return


def garbled_mended(line: str) -> str:
    """Return `line` with every garbled letter as it was meant; empty if none is garbled."""

    def meant(found: re.Match[str]) -> str:
        letter, length = _mended(found.group())
        return letter + found.group()[length:] if letter else found.group()

    mended = _GARBLED.sub(meant, line)
    return "" if mended == line else mended


def _mended(run: str) -> tuple[str, int]:
    """Return the letter that the start of `run` was, and how many letters it became; empty and 0 if not garbled."""
    for length in range(len(run), 1, -1):
        try:
            letter = b"".join(_old_byte(character) for character in run[:length]).decode("utf-8")
        except UnicodeError:
            continue
        if len(letter) == 1:
            return letter, length
    return "", 0


def _old_byte(character: str) -> bytes:
    """Return the byte that an old Windows program shows as `character`."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")  # five bytes have no letter in the Windows table


def _name(character: str) -> str:
    """Return a name that staff can pass on, such as `U+200B zero width space`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '').lower()}".strip()
