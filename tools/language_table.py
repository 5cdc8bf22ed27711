"""Writes the entries of all languages, from CLDR and from what eSpeak NG can speak: `python tools/language_table.py`.

A language is here if CLDR has its name in itself. Where people in clinics call it otherwise, or know another voice, it
says so below.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers
from babel.messages.plurals import get_plural

from kiosk.speech.drivers.espeak_library import EspeakError, espeak_library

FILE = Path(__file__).resolve().parent.parent / "kiosk" / "content" / "model" / "languages.tsv"
IN_CATALOGUES = (
    "ar", "de", "en", "es", "fa", "fr", "hi", "ht", "it", "ja", "ko", "nl", "pl", "pt", "ru", "so", "sw", "tl", "tr",
    "uk", "ur", "vi", "zh",
)  # fmt: skip
"""The languages whose English names the catalogues translate."""
WITH_TERRITORY = ("pt-BR", "pt-PT", "zh-Hans", "zh-Hant", "sr-Latn", "sr-Cyrl")
OF_THEIR_OWN = {
    "hmn": ("Hmong", "Hmoob", "Latn"),
    "ht": ("Haitian Creole", "Kreyòl ayisyen", "Latn"),
    "tl": ("Tagalog", "Tagalog", "Latn"),
    "zh-Hans": ("Chinese (Simplified)", "简体中文", "Hans"),
    "zh-Hant": ("Chinese (Traditional)", "繁體中文", "Hant"),
    "pt-BR": ("Portuguese (Brazil)", "Português (Brasil)", "Latn"),
}
"""Tag → name in English, in itself, and script."""
VOICES = {"en": "en-us", "es": "es-419", "zh": "cmn", "zh-Hans": "cmn", "zh-Hant": "cmn", "pt": "pt-br", "no": "nb"}
"""Where the voice has another name than the language."""
SILENT = ("fo", "kaa")
"""Voices that eSpeak NG names but has no dictionary for."""


def names_of(tag: str) -> tuple[str, str, str] | None:
    """Return a language's name in English, in itself, and its script; None if one of these is not known."""
    if tag in OF_THEIR_OWN:
        return OF_THEIR_OWN[tag]
    locale = Locale.parse(tag, sep="-")
    name, own = locale.english_name, locale.display_name
    script = get_global("likely_subtags").get(tag.replace("-", "_"), "").split("_")
    if locale.script:
        script = ["", locale.script]
    if not name or not own or len(script) < 2 or (own.isascii() and own.lower() == tag):
        return None
    return name, own[:1].upper() + own[1:], script[1]


def voice_of(tag: str) -> str:
    """Return what eSpeak NG calls its voice for a language; empty if it has none."""
    for name in (VOICES.get(tag), tag.lower(), tag.partition("-")[0]):
        if name and name not in SILENT:
            try:
                espeak_library().set_voice(name)
            except EspeakError:
                continue
            return name
    return ""


def table() -> str:
    """Return the entries, one a line."""
    tags = {tag for tag in locale_identifiers() if "_" not in tag and tag not in ("root", "en", "es")}
    rows = []
    for tag in sorted({*tags, *WITH_TERRITORY, *OF_THEIR_OWN, "en", "es"}):
        if names := names_of(tag):
            plural = get_plural("nb" if tag == "hmn" else tag.replace("-", "_"))
            rule = f"nplurals={plural.num_plurals}; plural={plural.plural_expr};"
            rows.append("\t".join((tag, *names, voice_of(tag), rule, "yes" if tag in IN_CATALOGUES else "")))
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    FILE.write_text(table(), "utf-8")
