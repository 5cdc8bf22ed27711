"""Remove from a text what a reader does not see and a speech engine might obey.

Control characters, lone surrogates, invisible and direction marks, private-use characters. The rest is composed
(e + ´ → é), and look-alikes become the plain character, so that the rules need one spelling.
"""

from __future__ import annotations

import re
import unicodedata

_PLAIN = re.compile(r"[\t\n -~¡-¬®-ÿĀ-žΑ-ω–—“”•…≤≥→™]*\Z")
"""Nearly every text has only these characters, and needs no check of each one."""

_LIKE = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "＇": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "﹣": "-", "－": "-",
        "\u00a0": " ", "\t": " ", "⁄": "/", "∕": "/", "／": "/", "。": ".", "،": ",", "؛": ";", "؟": "?",
        "।": ".", "、": ",", "⩽": "≤", "⩾": "≥", "≦": "≤", "≧": "≥",
        "μ": "µ", "∶": ":", "＜": "<", "＞": ">", "［": "[", "］": "]", "＼": "\\", "＆": "&", "＠": "@",
    }
)  # fmt: skip

_INVISIBLE = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})
_KEPT_CONTROLS = "\n"
_BREAKS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def clean(text: str) -> tuple[str, list[int] | None]:
    """Return the cleaned text, and for each of its characters the index in `text`.

    The indices are None if nothing moved. There is one index more than characters, for the end.
    """
    if _PLAIN.match(text):
        return text if text.isascii() else text.translate(_LIKE), None
    kept: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and end - at < 8 and unicodedata.combining(text[end]):
            end += 1
        for sign in _visible(text[at:end]):
            kept.append(sign)
            places.append(at)
        at = end
    places.append(len(text))
    return "".join(kept).translate(_LIKE), places


def _visible(cluster: str) -> str:
    """Return one character with its accents, as plain as possible without changing how it is said."""
    if cluster in _BREAKS:
        return "\n"
    if cluster == "\u037e":  # Greek asks with it; composed, it would be a semicolon
        return "?"
    composed = unicodedata.normalize("NFC", cluster)
    shown = "".join(sign for sign in composed if sign in _KEPT_CONTROLS or unicodedata.category(sign) not in _INVISIBLE)
    if len(shown) == 1 and unicodedata.category(shown) == "Zs":
        return " "
    if (len(shown) == 1 and "\uff01" <= shown <= "\uff5e") or shown in "ﬀﬁﬂﬃﬄ₀₁₂₃₄₅₆₇₈₉":
        return unicodedata.normalize("NFKC", shown)
    if shown.isdecimal():  # the rules count in ASCII, and so can every voice
        return str(unicodedata.decimal(shown))
    return shown
