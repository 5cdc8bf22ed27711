"""From bytes to text: read UTF-8; recognise and explain everything else.

Staff save files with whatever program opens them. Where the letters can be guessed they are, so that the other errors
of the file are found at the same time.
"""

import codecs
import re

from kiosk.content.parsing.diagnostics import Diagnostics

_OTHER_PROGRAMS = (
    (b"PK\x03\x04", "a Word, Excel or LibreOffice document"),
    (b"PK\x05\x06", "a compressed folder"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel document"),
    (b"{\\rtf", "a document with formatting (RTF)"),
    (b"%PDF", "a PDF document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_WEB_PAGE = re.compile(rb"\s*(<!doctype\s+html|<html|<\?xml|<head|<body)", re.IGNORECASE)
_WIDE = (  # UTF-32 first: its mark begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAVE_AS = "Save the file again with “Save as” and choose the encoding “UTF-8”."


def decode(raw: bytes, diagnostics: Diagnostics) -> str | None:
    """Return the text of the file with its line ends, or None if it is not text.

    Records an error if it is not UTF-8. A byte order mark is accepted and dropped.
    """
    if not raw.removeprefix(codecs.BOM_UTF8).strip(b"\0 \t\r\n"):  # a power loss leaves zeros
        diagnostics.add("empty-file", "The file is empty.", "Restore this file from an older copy.", line=1)
        return None
    program = _program(raw)
    if program:
        diagnostics.add(
            "other-program",
            f"This is {program}, not a plain text file; renaming it does not change that.",
            "Copy the text into a new file in a plain text editor, and save it with the encoding “UTF-8”.",
            line=1,
        )
        return None
    wide = _wide_encoding(raw)
    if wide:
        diagnostics.add(
            "not-utf-8",
            f"The file was saved as {wide.upper()[:6]}, which the kiosk cannot read.",
            _SAVE_AS,
            line=1,
        )
        return raw.decode(wide, errors="replace").removeprefix("\ufeff")
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return _guess(raw.removeprefix(codecs.BOM_UTF8), error, diagnostics)


def _program(raw: bytes) -> str:
    """Return what kind of file it really is, or an empty text."""
    start = raw[:64].removeprefix(codecs.BOM_UTF8)
    if _WEB_PAGE.match(start):
        return "a web page"
    return next((name for magic, name in _OTHER_PROGRAMS if start.startswith(magic)), "")


def _wide_encoding(raw: bytes) -> str:
    """Return the name of an encoding with two or four bytes a letter, or an empty text."""
    for mark, name in _WIDE:
        if raw.startswith(mark):
            return name
    start = raw[:400]
    zeros_even, zeros_odd = start[0::2].count(0), start[1::2].count(0)
    if max(zeros_even, zeros_odd) * 5 < len(start):  # in such a file at least four in ten bytes are zero
        return ""
    quarters = [start[place::4].count(0) * 4 > len(start) * 0.8 for place in range(4)]
    if sum(quarters) >= 3:
        return "utf-32-be" if quarters[0] else "utf-32-le"
    return "utf-16-be" if zeros_even > zeros_odd else "utf-16-le"


def _guess(raw: bytes, error: UnicodeDecodeError, diagnostics: Diagnostics) -> str:
    """Return the text read as an old Windows program writes it (cp1252)."""
    before = raw[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", errors="replace")) + 1
    if error.reason == "unexpected end of data":
        diagnostics.add(
            "cut-off",
            "The file ends in the middle of a letter, so its end is missing.",
            "Copy the whole file again.",
            line=line,
            column=column,
        )
        return raw[: error.start].decode("utf-8")
    letter = bytes([raw[error.start]]).decode("cp1252", errors="replace")
    seen = f"“{letter}” on this line" if letter.isprintable() and letter != "\ufffd" else "a letter on this line"
    diagnostics.add(
        "not-utf-8",
        f"The file was saved in an old Windows encoding, so {seen} would be shown wrongly.",
        _SAVE_AS,
        line=line,
        column=column,
    )
    return raw.decode("cp1252", errors="replace")
