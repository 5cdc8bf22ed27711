"""Text from a file made safe to print on a staff member's terminal.

A file may hold anything, escape sequences for the terminal included; what is shown of it never does.
"""

import unicodedata

LONGEST = 120
"""Characters of a line that a problem shows."""


def printable(text: str) -> str:
    """`text` with every character that acts instead of being seen written out, such as `<U+001B>`."""
    return "".join(_visible(character) for character in text)


def excerpt(line: str) -> str:
    """The line as a problem shows it: at most `LONGEST` characters, the spaces at its start included."""
    shown = printable(line[: 4 * LONGEST].rstrip(" ").replace("\t", "→"))
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def shortened(text: str, longest: int = 50) -> str:
    """The start of `text`, printable and on one line, to be quoted inside a message."""
    shown = printable(" ".join(text[: 4 * longest].split()))
    return shown if len(shown) <= longest else shown[: longest - 1].rstrip() + "…"


def _visible(character: str) -> str:
    """One character, or its number where it would not be seen: controls, surrogates, odd spaces, fillers."""
    if character == " " or character == "\u200d":
        return character  # U+200D joins emoji; it is harmless
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"}:
        return f"<U+{ord(character):04X}>"
    return character
