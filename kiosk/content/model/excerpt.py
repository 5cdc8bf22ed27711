"""Make text from a file safe to print in a terminal.

A file can contain anything, including escape sequences that would control the terminal.
"""

import unicodedata

LONGEST = 120
"""Characters of a line in a diagnostic."""


def printable(text: str) -> str:
    """Return `text` with invisible characters written out, such as `<U+001B>`."""
    return "".join(_visible(character) for character in text)


def excerpt(line: str) -> str:
    """Return the line for a diagnostic: at most `LONGEST` characters, with the spaces at its start."""
    shown = printable(line[: 4 * LONGEST].rstrip(" ").replace("\t", "→"))
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def shortened(text: str, longest: int = 50) -> str:
    """Return the start of `text`, printable and on one line, to quote in a message."""
    shown = printable(" ".join(text[: 4 * longest].split()))
    return shown if len(shown) <= longest else shown[: longest - 1].rstrip() + "…"


def _visible(character: str) -> str:
    """Return the character, or its code point if invisible: controls, surrogates, odd spaces, fillers."""
    if character == " " or character == "\u200d":
        return character  # U+200D joins emoji; it is harmless
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"}:
        return f"<U+{ord(character):04X}>"
    return character
