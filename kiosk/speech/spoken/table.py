"""The words and habits of a language, by which numbers, units and abbreviations are said in it.

The rules ask these fields and never which language it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)
class Table:
    """The words of one language. Written forms stand left, spoken words right."""

    digits: tuple[str, ...]
    """The names of 0 to 9, for numbers that are said digit by digit."""
    say: Mapping[str, str]
    """Words that the rules need, by a short English name such as `point` or `to`."""
    months: tuple[str, ...]
    short_months: Mapping[str, int]
    """Shortened names, in small letters and without the full stop, and the month's number."""
    weekdays: Mapping[str, str]
    """Names of the days, whole and shortened, in small letters and without the full stop, and how they are said."""
    day_first: bool
    """Whether the day comes first in a date: 1/2/2026 is in February."""
    dot_groups_thousands: bool
    """Whether 1.000 is one thousand."""
    units: Mapping[str, tuple[str, str]]
    """A unit as it is written after a number: said after one, said after more."""
    feminine: frozenset[str]
    """The units before which "1" takes the feminine form, by their spoken singular."""
    abbreviations: Mapping[str, str]
    """With their full stop, in small letters."""
    before_number: Mapping[str, str]
    """Abbreviations that hold only before a number, such as `no.` or `fig.`."""
    may_end_sentence: frozenset[str]
    """Those of the abbreviations whose full stop may also end a sentence."""
    slashed: Mapping[str, str]
    """Pairs with a slash that are said in a way of their own, such as `and/or`."""
    acronyms: Mapping[str, str]
    """Capitals that are said in a way of their own; other capitals are spelled or read as a word."""
    spelled: frozenset[str]
    """Capitals that are said letter by letter although they could be read as a word."""
    words_too: frozenset[str]
    """Those of the spelled that are common words when everything around is in capitals."""
    staged: str
    """The words, as alternatives of a pattern, after which IV is a number."""
    symbols: Mapping[str, str]
    """Single signs that are said as a word wherever they stand."""
    cents: Mapping[str, str]
    """The hundredths of what a sign of money stands for."""
    fractions: Mapping[str, tuple[str, str]]
    """Written with its sign: said alone, said after a whole number."""
    clock: Mapping[str, str]
    """Words for the time of the day."""
    gendered_numbers: bool
    """Whether 1, 21 and the hundreds take the gender of the noun that follows."""
    singular_after_hyphen: bool
    """Whether a unit is said in the singular after a hyphen: a 5-milligram tablet."""
    years_in_pairs: bool
    """Whether 1998 is said as 19 98."""
    folds: bool
    """Whether 2x is said as 2 times."""
    ordinals: tuple[str, ...]
    """The names of 1º to 10º without their last vowel, for a language that writes them so."""
    ordinal_suffixes: bool
    """Whether 1st and 22nd are written, which every engine can say."""
    dotted_clock: bool
    """Whether 2.15 is a time of the day, even without am or pm."""
    of_millions: str
    """The word, with a space before it, that stands between millions and what is counted."""
    half_feminine: tuple[str, str] | None
    """The word for a half that changes before a feminine noun, and its feminine form."""
    plural_acronyms: bool
    """Whether capitals take an s for more than one: MRIs."""
    st: tuple[str, str] | None
    """How `St.` is said before a name, and elsewhere."""
    title_d: str | None
    """How `D.` is said as a title."""
    per_words: frozenset[str]
    """Words besides those in s that something can be so many times of: once/day."""
    lone_units: frozenset[str] = frozenset(
        {"mg", "mcg", "µg", "kg", "cm", "mm", "km", "mL", "ml", "dL", "mmHg", "mmol", "kcal", "lbs"}
    )
    """Units that are said in full even where no number stands before them."""
    emergency: frozenset[str] = frozenset({"911", "112", "999", "988"})
    """Numbers that are said digit by digit where nothing is counted or measured with them."""
    triggers: frozenset[str] = field(init=False)
    """Words in small letters at which a rule must look; all others pass untouched."""

    def __post_init__(self) -> None:
        """Derive the triggers from the other fields."""
        firsts = {key.split(".")[0] for key in (*self.abbreviations, *self.before_number)}
        firsts |= {*self.short_months, *map(str.lower, self.months), *self.weekdays}
        firsts |= {unit.lower() for unit in self.lone_units}
        firsts |= {word.rstrip("s?") for word in self.staged.split("|")}
        firsts |= {word.replace("?", "") for word in self.staged.split("|")}
        object.__setattr__(self, "triggers", frozenset(firsts))

    def spell(self, letters: str) -> str:
        """Letters one by one. Joined by hyphens: an `A` that stands alone would be said as the article."""
        return "-".join(letters)

    def digit_by_digit(self, number: str) -> str:
        """Each digit as a word; anything else in `number` is left out."""
        return " ".join(self.digits[int(sign)] for sign in number if sign in "0123456789")
