"""The English names of languages, for messages to staff; on patients' pages the catalogues translate them."""

from __future__ import annotations

LANGUAGE_NAMES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "hi": "Hindi",
    "ht": "Haitian Creole", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "so": "Somali", "sw": "Swahili", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""Code → name (Unicode CLDR)."""


def language_name(language: str) -> str:
    """Return the English name of a language, or its code in quotes if the name is not known."""
    return LANGUAGE_NAMES.get(language, f"“{language}”")
