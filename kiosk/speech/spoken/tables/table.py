"""The words and habits of a language, by which numbers, units and abbreviations are said in it.

The rules ask these fields and never which language it is. Written forms are keys, spoken words are values. An empty
field is a habit that the language does not have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


def words(listed: str) -> frozenset[str]:
    """Return the words of `listed`, which white space parts."""
    return frozenset(listed.split())


SMALL_NUMERALS = words("ii iia iib iic iii iiia iiib iiic iv iva ivb")
"""Roman numerals in small letters that are no word."""


class Unit(NamedTuple):
    """What is counted or measured."""

    one: str
    many: str
    kind: str = ""
    """Such as `length` or `money`."""
    gender: str = ""
    """`m` or `f` where the number takes it."""


class Money(NamedTuple):
    """A currency, with its coins."""

    one: str
    many: str
    coin: str
    coins: str
    gender: str = ""


class Ones(NamedTuple):
    """How a number is said before a noun, where its end takes the noun's gender: veintiún días, doscientas horas."""

    tens: tuple[str, ...]
    """With the space or the joint behind it, so that a one can follow."""
    hundreds: tuple[str, ...]
    """With `{s}` for the ending, as in `endings`."""
    one: Mapping[str, str]
    one_after_twenty: Mapping[str, str]
    endings: Mapping[str, str]
    nouns: Mapping[str, str]
    """Nouns, in the singular and in the plural, and their gender."""


class Ordinals(NamedTuple):
    """The ordinals of a language that writes them as 1.º or 1ra: stems without their last vowel."""

    units: tuple[str, ...]
    """The first to the nineteenth."""
    tens: tuple[str, ...]
    """The tenth, the twentieth and so on."""
    endings: Mapping[str, str]
    """What follows the digits, and the ending that it stands for."""
    short: frozenset[str]
    """Numbers whose empty ending is a form of its own; the others take the first of the endings."""


@dataclass(frozen=True, eq=False)
class Table:
    """The words of one language."""

    digits: tuple[str, ...]
    """The names of 0 to 9, for numbers that are said digit by digit."""
    say: Mapping[str, str] = field(default_factory=dict)
    """Words that the rules need, by a short English name such as `point` or `to`; a language without any is spoken as
    it is written, except for telephone numbers."""
    months: tuple[str, ...] = ()
    short_months: Mapping[str, int] = field(default_factory=dict)
    """Shortened names, in small letters and without the full stop, and the month's number."""
    weekdays: Mapping[str, str] = field(default_factory=dict)
    """Names of the days, whole and shortened, in small letters and without the full stop, and how they are said."""
    capital_days: frozenset[str] = frozenset()
    """Shortened names that are no other word where they have a capital."""
    day_first: bool = False
    """Whether the day comes first in a date: 1/2/2026 is in February."""
    month_needs: str = ""
    """A word that may stand between the day and the month."""
    dot_groups_thousands: bool = False
    """Whether 1.000 is one thousand."""
    space_groups_thousands: bool = False
    """Whether 12 500 is one number."""
    units: Mapping[str, Unit] = field(default_factory=dict)
    """As written after a number."""
    raised: tuple[str, str] = ("", "")
    """A square and a cubic unit, with `{}` for the unit."""
    money: Mapping[str, Money] = field(default_factory=dict)
    """Signs and codes of currencies."""
    scales: Mapping[str, str] = field(default_factory=dict)
    """Words between a number and its currency, and how they are said: million, M."""
    ones: Ones | None = None
    ordinals: Ordinals | None = None
    ordinal_suffixes: frozenset[str] = frozenset()
    """Those that every engine can say, as in 1st and 22nd."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """In small letters, with their full stops, without spaces."""
    before_number: Mapping[str, str] = field(default_factory=dict)
    """Abbreviations that hold only before a number, such as `no.` or `fig.`."""
    before_name: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Abbreviations that hold only before a name, with what they are elsewhere; empty if that is as written."""
    streets: Mapping[str, str] = field(default_factory=dict)
    """Kinds of streets, in small letters and without the full stop, behind a number and a name."""
    compass: Mapping[str, str] = field(default_factory=dict)
    """Letters for the sides of a town, between a house number and a street."""
    regions: Mapping[str, str] = field(default_factory=dict)
    """States and provinces by their letters, before a postcode."""
    word_endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Endings in brackets behind a word, and what they take the place of: médico(a)."""
    title_after: frozenset[str] = frozenset()
    """Words after which a single capital with its full stop, as of `before_name`, may be a title."""
    titles: frozenset[str] = frozenset()
    """Abbreviations that may lack their full stop before a name."""
    may_end_sentence: frozenset[str] = frozenset()
    """Those of the abbreviations whose full stop may also end a sentence."""
    doses: Mapping[str, str] = field(default_factory=dict)
    """How medicines are taken, as written behind a dose: BID."""
    every: frozenset[str] = frozenset()
    """What stands before a time for how often: the q of q8h."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Capitals, and names of capitals and digits, that are said in a way of their own."""
    spelled: frozenset[str] = frozenset()
    """Capitals that are said letter by letter."""
    read: frozenset[str] = frozenset()
    """Capitals that are read as a word: names, and words that staff write in capitals to stress them."""
    words_too: frozenset[str] = frozenset()
    """Those of the spelled that are common words when everything around is in capitals."""
    tested: frozenset[str] = frozenset()
    """What a + or - behind is the result of."""
    hyphened: frozenset[str] = frozenset()
    """Names whose numbers are no span: CA 27-29."""
    staged: frozenset[str] = frozenset()
    """The words after which IV is a number."""
    pointing: frozenset[str] = frozenset()
    """Words before those of `staged` that make an `I` behind them a word: at this stage I feel well."""
    paged: frozenset[str] = frozenset()
    """The words after which 1/2 is one of two."""
    rooms: frozenset[str] = frozenset()
    """The words after which 4-210 is one name and no span."""
    shares: frozenset[str] = frozenset()
    """The words before or behind a ratio: a 1:10 dilution."""
    before_date: frozenset[str] = frozenset()
    """Words after which a shortened month may end a sentence, and 12/1 is a date: in Jan., until 12/1."""
    scored: frozenset[str] = frozenset()
    """The words after which 3+ is a result."""
    symbols: Mapping[str, str] = field(default_factory=dict)
    """Single signs that are said as a word wherever they stand."""
    fractions: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Written with its sign: said alone, said after a whole number."""
    clock: Mapping[str, str] = field(default_factory=dict)
    """Words for the time of the day."""
    noon: frozenset[str] = frozenset()
    """Words that are a time of the day."""
    until: frozenset[str] = frozenset()
    """Words between two times."""
    hours: frozenset[str] = frozenset()
    """What may stand behind a time and says no more than it does."""
    singular_after_hyphen: bool = False
    """Whether a unit is said in the singular after a hyphen: a 5-milligram tablet."""
    years_in_pairs: bool = False
    """Whether 1998 is said as 19 98."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Marks behind a number, and the unit that they stand for."""
    fold: tuple[str, str] = ("", "")
    """What 1x and 2x are: time, times."""
    dotted_clock: bool = False
    """Whether 2.15 h is a time of the day."""
    half_feminine: tuple[str, str] | None = None
    """The word for a half that changes before a feminine noun, and its feminine form."""
    plural_acronyms: bool = False
    """Whether capitals take an s for more than one: MRIs."""
    per_words: frozenset[str] = frozenset()
    """Words besides those in s that something can be so many times of: once/day."""
    dialled: frozenset[str] = frozenset()
    """Words behind which a number is a telephone number."""
    pressed: frozenset[str] = frozenset()
    """Words behind which * and # are keys of a telephone."""
    between: frozenset[str] = frozenset()
    """Words that may stand between those and the number."""
    coded: frozenset[str] = frozenset()
    """Words behind which a number is said digit by digit, such as ZIP."""
    lone_units: frozenset[str] = frozenset(
        {"mg", "mcg", "µg", "kg", "cm", "mm", "km", "ft", "mL", "ml", "dL", "mmHg", "mmol", "kcal", "lbs"}
    )
    """Units that are said in full even where no number stands before them."""
    emergency: frozenset[str] = frozenset({"911", "112", "999", "988"})
    """Numbers that are said digit by digit where nothing is counted or measured with them."""
    lasting: frozenset[str] = field(init=False)
    """Spoken names of the units of time."""
    dosed: frozenset[str] = field(init=False)
    """Spoken names of what a dose is given in, or of how long it is given."""
    triggers: frozenset[str] = field(init=False)
    """Words in small letters at which a rule must look; all others pass untouched."""

    def __post_init__(self) -> None:
        """Derive the last fields from the others."""
        object.__setattr__(self, "lasting", self._names_of("duration"))
        object.__setattr__(self, "dosed", self._names_of("mass", "volume", "dose", "duration"))
        written = (*self.abbreviations, *self.before_number, *self.before_name, *self.doses, *self.every, *self.streets)
        firsts = {key.split(".")[0].split("/")[0] for key in written}
        firsts |= {*self.short_months, *map(str.lower, self.months), *self.weekdays, *self.noon}
        firsts |= {unit.lower() for unit in self.lone_units} | {key.lower() for key in self.names if key.istitle()}
        object.__setattr__(self, "triggers", frozenset(firsts | SMALL_NUMERALS | {"x"} - {""}))

    def _names_of(self, *kinds: str) -> frozenset[str]:
        return frozenset(name for unit in self.units.values() if unit.kind in kinds for name in unit[:2])

    def spell(self, letters: str) -> str:
        """Letters one by one. Joined by hyphens: an `A` that stands alone would be said as the article."""
        return "-".join(letters)

    def digit_by_digit(self, number: str) -> str:
        """Each digit as a word; anything else in `number` is left out."""
        return " ".join(self.digits[int(sign)] for sign in number if sign in "0123456789")
