"""Spanish in the alphabet of the model Kokoro, by way of eSpeak NG's phonemes.

The alphabet is that of misaki 0.9.4, with which the model was trained: https://github.com/hexgrad/misaki (`espeak.py`).
"""

from __future__ import annotations

import re

from kiosk.speech.drivers.espeak_library import TIE, espeak_library
from kiosk.speech.engines import ENGINES, FALLBACK

_PAUSE = re.compile(r"(\s*[;:,.!?—…\"“”()¡¿«»]+\s*)")
"""Marks that the model hears; eSpeak leaves them out."""
_ONE_SIGN = {
    "a^ɪ": "I", "a^ʊ": "W", "d^z": "ʣ", "d^ʒ": "ʤ", "e^ɪ": "A", "o^ʊ": "O", "ə^ʊ": "Q", "s^s": "S", "t^s": "ʦ",
    "t^ʃ": "ʧ", "ɔ^ɪ": "Y",
}  # fmt: skip
"""Two letters of eSpeak that are one of the model's."""
IDS = {
    ";": 1, ":": 2, ",": 3, ".": 4, "!": 5, "?": 6, "—": 9, "…": 10, '"': 11, "(": 12, ")": 13, "“": 14, "”": 15,
    " ": 16, "ʣ": 18, "ʦ": 20, "A": 24, "I": 25, "O": 31, "Q": 33, "S": 35, "W": 39, "Y": 41, "a": 43, "b": 44,
    "d": 46, "e": 47, "f": 48, "h": 50, "i": 51, "j": 52, "k": 53, "l": 54, "m": 55, "n": 56, "o": 57, "p": 58,
    "r": 60, "s": 61, "t": 62, "u": 63, "v": 64, "w": 65, "x": 66, "y": 67, "z": 68, "ɑ": 69, "β": 75, "ɔ": 76,
    "ð": 81, "ʤ": 82, "ə": 83, "ɛ": 86, "ɟ": 90, "ɡ": 92, "ɪ": 102, "ʝ": 103, "ŋ": 112, "ɲ": 114, "θ": 119, "ɹ": 123,
    "ɾ": 125, "ʃ": 131, "ʧ": 133, "ʊ": 135, "ʌ": 138, "ɣ": 139, "ʎ": 143, "ʒ": 147, "ʔ": 148, "ˈ": 156, "ˌ": 157,
    "ː": 158,
}  # fmt: skip
"""Sign → its number in the model, for all signs that Spanish needs."""

LAST_LATIN = "ɏ"
"""The last Latin letter of Unicode's Latin blocks, up to Extended-B."""


class NotSpanishError(ValueError):
    """There is something in the text that cannot be said with the sounds of Spanish."""


def spanish_phonemes(text: str) -> str:
    """Return `text` in the signs of `IDS`, with its punctuation. Raises NotSpanishError."""
    if any(sign.isalpha() and sign > LAST_LATIN for sign in text):
        raise NotSpanishError("letters of another language")  # eSpeak would say “símbolo” for each
    parts = _PAUSE.split(text)
    parts[::2] = map(_words, parts[::2])
    return re.sub(r"\s+", " ", "".join(parts).replace("«", "“").replace("»", "”").translate(_OPENING)).strip()


_OPENING = {ord(sign): None for sign in "¡¿"}


def _words(text: str) -> str:
    """Return words without punctuation in the signs of `IDS`."""
    if not text.strip():
        return ""
    signs = espeak_library().phonemes(text, ENGINES[FALLBACK].voices["es"])
    for letters, sign in _ONE_SIGN.items():
        signs = signs.replace(letters, sign)
    signs = signs.replace(TIE, "").replace("-", "")
    if unknown := set(signs) - IDS.keys():
        raise NotSpanishError(f"no sound of Spanish: {' '.join(sorted(unknown))}")
    if "(" in signs:
        raise NotSpanishError("a word of another language")
    return signs
