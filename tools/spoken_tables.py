"""Writes the words of calendar, units and money that CLDR has, for each language with a table of its own.

python tools/spoken_tables.py
"""

from __future__ import annotations

import textwrap
from pathlib import Path

from babel import Locale
from babel.numbers import get_currency_name
from babel.units import format_unit

OUT = Path(__file__).resolve().parent.parent / "kiosk/speech/spoken/tables/cldr.py"
LANGUAGES = {"en": -1, "es": 0}
"""Languages with a table, and which word of the name of a currency is said for its sign: British *pounds*."""
UNITS = {
    "mass": {"mg": "milligram", "mcg": "microgram", "µg": "microgram", "g": "gram", "kg": "kilogram", "lb": "pound",
             "lbs": "pound", "oz": "ounce"},
    "volume": {"mL": "milliliter", "ml": "milliliter", "dL": "deciliter", "dl": "deciliter", "cL": "centiliter",
               "cl": "centiliter", "L": "liter", "l": "liter", "tsp": "teaspoon", "tbsp": "tablespoon",
               "gal": "gallon"},
    "length": {"km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "µm": "micrometer",
               "nm": "nanometer", "ft": "foot", "in": "inch", "yd": "yard"},
    "duration": {"h": "hour", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute", "d": "day",
                 "ms": "millisecond"},
    "energy": {"kcal": "kilocalorie", "kJ": "kilojoule", "cal": "calorie"},
    "pressure": {"mmHg": "millimeter-ofhg"},
    "speed": {"mph": "mile-per-hour"},
    "concentr": {"mol": "mole"},
}  # fmt: skip
"""By kind: written forms that hold in every language, and what CLDR calls the unit."""
CURRENCIES = """
    USD EUR GBP MXN CAD AUD NZD CHF JPY CNY INR KRW BRL ARS CLP COP PEN BOB UYU PYG CRC GTQ HNL NIO DOP CUP VES PHP
    VND THB ILS TRY RUB UAH PLN CZK SEK NOK DKK ZAR NGN KES SGD HKD
"""
HEAD = '''\
"""Words of calendar, units and money in each language, from CLDR. Made by tools/spoken_tables.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Names(NamedTuple):
    """The words of one language."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """Monday first."""
    short_weekdays: tuple[str, ...]
    units: Mapping[str, tuple[str, str, str]]
    """A unit as it is written: said after one, said after more, and its kind."""
    currencies: Mapping[str, tuple[str, str, str, str]]
    """A code of ISO 4217: said after one, after more; and the same for its sign alone."""


CLDR: Mapping[str, Names] = {
'''


def module() -> str:
    """Return the text of the module."""
    parts = [HEAD]
    for language, noun in LANGUAGES.items():
        names = Locale(language)
        months, days = names.months["format"], names.days["format"]
        parts.append(f'    "{language}": Names(\n')
        for words in (
            tuple(months["wide"][n] for n in range(1, 13)),
            tuple(months["abbreviated"][n] for n in range(1, 13)),
            tuple(days["wide"][n] for n in range(7)),
            tuple(days["abbreviated"][n] for n in range(7)),
        ):
            parts.append(_lines("(", [_quoted(word) for word in words], ")"))
        parts.append(_lines("{", _units(names), "}"))
        parts.append(_lines("{", _currencies(names, noun), "}"))
        parts.append("    ),\n")
    return "".join(parts) + "}  # fmt: skip\n"


def _units(names: Locale) -> list[str]:
    found = []
    for kind, written in UNITS.items():
        for symbol, name in written.items():
            one, many = (format_unit(n, f"{kind}-{name}", "long", locale=names).lstrip("0123456789 ") for n in (1, 2))
            found.append(f'"{symbol}": ("{one}", "{many}", "{kind}")')
    return found


def _currencies(names: Locale, noun: int) -> list[str]:
    found = []
    for code in CURRENCIES.split():
        one, many = (get_currency_name(code, count, locale=names) for count in (1, 2))
        parts = (one, many, one.split()[noun], many.split()[noun])
        found.append(f'"{code}": ({", ".join(map(_quoted, parts))})')
    return found


def _quoted(word: str) -> str:
    return f'"{word}"'


def _lines(opens: str, entries: list[str], closes: str) -> str:
    kept = [entry.replace(" ", "\0") for entry in entries]  # no line ends within an entry
    body = textwrap.fill(", ".join(kept), 100, break_long_words=False, break_on_hyphens=False).replace("\0", " ")
    return textwrap.indent(f"{opens}\n{textwrap.indent(body, '    ')},\n{closes},\n", " " * 8)


if __name__ == "__main__":
    OUT.write_text(module(), encoding="utf-8")
