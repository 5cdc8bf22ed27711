"""Warnings about the telephone numbers in `clinic.yaml`: they are shown and dialled exactly as they are typed."""

import re

from kiosk.content.model.excerpt import shortened
from kiosk.content.model.samples import is_sample_phone
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Text

NUMBERS = ("phone", "night-phone", "emergency-number", "crisis-line")
AT_A_DESK = ("phone", "night-phone")
"""Numbers that have an area code where there are any."""
_LOCAL = 7
"""Digits of a number in North America without its area code."""
_LEAD = re.compile(r"^(?:(?:t[eé]l[^\W\d_]*|tfno|phone|call)\b\.?\s*:?|[a-z]+:)(?://)?\s*", re.IGNORECASE)
_QUOTES = re.compile(r"[\"“”„‟«»‘’‚']")
_REMARK = re.compile(r"\s*[(\[][^)\]]*[^\W\d_]{2}[^)\]]*[)\]]")
_WORDS = re.compile(
    r"(?<![\w-])(?!(?:ext|extn|extension|extensión|anexo|interno|int|x|or|o|u|and|y|e)\b)[^\W\d_]*[^\W\d_A-Z][^\W\d_]*(?![\w-])\.?"
)
"""Words with small letters that are no part of a number: an extension, letters to be dialled, or a second number."""


def check_numbers(entries: Entries, diagnostics: Diagnostics) -> None:
    """Warn about what is in a number and cannot be dialled, and about an area code that is missing."""
    emergency = entries.get("emergency-number")
    in_north_america = isinstance(emergency, Text) and _digits(emergency.clean) == "911"
    for name in NUMBERS:
        value = entries.get(name)
        if not isinstance(value, Text):
            continue
        number = only_number(value.clean)
        if number != value.clean and _digits(number):
            diagnostics.warn(
                "not-dialled",
                f"“{shortened(value.clean)}” has more in it than a number, and patients see and hear all of it.",
                f"Type “{name}: {number}”.",
                line=value.line,
                column=value.column,
            )
        elif name in AT_A_DESK and in_north_america and len(_digits(number)) == _LOCAL and not is_sample_phone(number):
            diagnostics.warn(
                "area-code",
                f"“{shortened(number)}” has no area code, and many phones cannot call it.",
                f"Type the area code before it, such as “{name}: 212-{number}”.",
                line=value.line,
                column=value.column,
            )


def only_number(text: str) -> str:
    """Return what can be dialled of `text`, with its extension, as it is written."""
    bare = _WORDS.sub("", _REMARK.sub("", _LEAD.sub("", _QUOTES.sub("", text).strip())))
    return " ".join(bare.split()).strip(" ,;:-–—")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
