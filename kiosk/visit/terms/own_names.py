"""Names of languages in themselves."""

from __future__ import annotations

OWN_NAMES = {
    "ar": "العربية", "de": "Deutsch", "en": "English", "es": "Español", "fa": "فارسی", "fr": "Français",
    "hi": "हिन्दी", "hmn": "Hmoob", "ht": "Kreyòl ayisyen", "it": "Italiano", "ja": "日本語", "ko": "한국어",
    "nl": "Nederlands", "pl": "Polski", "pt": "Português", "ru": "Русский", "so": "Soomaali", "sw": "Kiswahili",
    "tl": "Tagalog", "tr": "Türkçe", "uk": "Українська", "ur": "اردو", "vi": "Tiếng Việt", "zh": "中文",
}  # fmt: skip
"""Code → name of the language in itself (Unicode CLDR)."""


def own_name(language: str) -> str:
    """Return the name of a language in itself, or its code if the name is not known."""
    return OWN_NAMES.get(language, language)
