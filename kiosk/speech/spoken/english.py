"""The words of spoken English."""

from kiosk.speech.spoken.table import Table

_UNITS = {
    "mg": "milligram", "mcg": "microgram", "µg": "microgram", "μg": "microgram", "ug": "microgram",
    "ng": "nanogram", "kg": "kilogram", "g": "gram", "mL": "milliliter", "ml": "milliliter", "cc": "c-c",
    "dL": "deciliter", "dl": "deciliter", "L": "liter", "l": "liter", "km": "kilometer", "cm": "centimeter",
    "mm": "millimeter", "m": "meter", "ft": "foot", "in.": "inch", "lb": "pound", "lbs": "pound",
    "oz": "ounce", "h": "hour", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute",
    "sec": "second", "wk": "week", "wks": "week", "yr": "year", "yrs": "year", "mo": "month", "mos": "month",
    "IU": "international unit", "mmol": "millimole", "mEq": "milliequivalent", "Gy": "gray", "cGy": "centigray",
    "kcal": "kilocalorie", "cal": "calorie", "mmHg": "millimeter of mercury", "mm Hg": "millimeter of mercury",
    "bpm": "beat per minute", "m²": "square meter", "m2": "square meter", "cm²": "square centimeter",
    "cm³": "cubic centimeter", "d": "day", "tsp": "teaspoon", "tbsp": "tablespoon", "mph": "mile per hour",
    "day": "day", "week": "week", "hour": "hour", "dose": "dose", "month": "month", "year": "year",
    "minute": "minute", "visit": "visit", "person": "person",
}  # fmt: skip

_IRREGULAR = {
    "foot": "feet", "inch": "inches", "millimeter of mercury": "millimeters of mercury", "gray": "gray",
    "beat per minute": "beats per minute", "mile per hour": "miles per hour", "person": "people",
    "c-c": "c-c",
}  # fmt: skip

_WEEKDAYS = {
    "monday": "Monday", "tuesday": "Tuesday", "wednesday": "Wednesday", "thursday": "Thursday", "friday": "Friday",
    "saturday": "Saturday", "sunday": "Sunday", "mon": "Monday", "tue": "Tuesday", "tues": "Tuesday",
    "wed": "Wednesday", "thu": "Thursday", "thur": "Thursday", "thurs": "Thursday", "fri": "Friday",
    "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
_ALSO_A_WORD = {"sat", "sun"}

ENGLISH = Table(
    digits=("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    say={
        "point": "point", "minus": "minus", "plus": "plus", "to": "to", "over": "over", "per": "per",
        "and": "and", "or": "or", "out of": "out of", "by": "by", "times": "times", "number": "number",
        "percent": "percent", "degrees": "degrees", "degree": "degree", "F": "Fahrenheit", "C": "Celsius",
        "at least": "at least", "at most": "at most", "less than": "less than", "more than": "more than",
        "about": "about", "dot": "dot", "at": "at", "slash": "slash", "dash": "dash", "hashtag": "hashtag",
        "underscore": "underscore", "positive": "positive", "negative": "negative", "extension": "extension",
        "equals": "equals", "hundred": "hundred", "oh": "oh", "24/7": "24 hours a day, 7 days a week",
        "or more": "or more", "one": "1", "one feminine": "1", "date": "{month} {day}, {year}",
        "www": "w-w-w", "day one": "1",
        "star key": "star", "hash key": "pound",
    },
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ),
    short_months={
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
        "nov": 11, "dec": 12,
    },
    weekdays=_WEEKDAYS,
    day_first=False,
    dot_groups_thousands=False,
    units={key: (one, _IRREGULAR.get(one, one + "s")) for key, one in _UNITS.items()},
    feminine=frozenset(),
    abbreviations={
        **{f"{short}.": day for short, day in _WEEKDAYS.items() if len(short) < 6 and short not in _ALSO_A_WORD},
        "e.g.": "for example", "i.e.": "that is", "etc.": "and so on", "vs.": "versus", "dr.": "Doctor",
        "mr.": "Mister", "mrs.": "Missus", "ms.": "Miz", "approx.": "approximately", "appt.": "appointment",
        "dept.": "department", "prof.": "Professor", "tel.": "telephone", "ext.": "extension",
        "a.m.": "A-M", "p.m.": "P-M", "max.": "maximum", "ave.": "Avenue",
        "blvd.": "Boulevard", "rd.": "Road", "temp.": "temperature", "incl.": "including",
        "ph.d.": "P-H-D", "c.f.": "compare", "resp.": "respectively", "n.b.": "note",
    },
    before_number={"no.": "number", "nos.": "numbers", "fig.": "figure", "p.": "page", "pp.": "pages",
                   "ca.": "about", "ch.": "chapter", "rm.": "room", "vol.": "volume", "min.": "at least",
                   "sat.": "Saturday", "sun.": "Sunday"},
    may_end_sentence=frozenset({"etc.", "a.m.", "p.m.", "ph.d.", "ave.", "blvd.", "rd.", "dept.", "max."}),
    slashed={"and/or": "and or", "w/o": "without", "w/": "with", "n/a": "not available", "c/o": "care of"},
    acronyms={
        "BP": "blood pressure", "HER2": "her 2", "HER": "her", "PET": "pet", "BRCA": "bracka", "NASA": "nasa",
        "OK": "okay", "CEO": "C-E-O", "AIDS": "aids", "TV": "T-V", "PIN": "pin", "FAQ": "F-A-Q",
    },
    spelled=frozenset({
        "ABC", "ACS", "AD", "ADC", "ADCS", "ADL", "AIS", "ALT", "AM", "AST", "CA", "CBC", "CDC", "CDK", "CO",
        "CEA", "CT", "DCIS", "DNA", "DO", "ECG", "ED", "EKG", "ER", "ESR", "EU", "FDA", "FU", "GP", "HR", "ICU",
        "ID", "IDC", "IHC", "ILC", "IM", "IMRT", "IT", "IUD", "IV", "LA", "MBC", "MD", "MRI", "NCI", "NHS", "OR",
        "OT", "PA", "PIK", "PM", "PR", "PT", "RBC", "RN", "RNA", "TNBC", "UK", "UN", "US", "USA", "USB",
        "UTI", "VA", "WBC", "WHO",
    }),
    words_too=frozenset({"US", "IT", "OR", "DO", "AM", "ID", "PA", "AD", "ED", "LA", "ABC", "WHO"}),
    staged=r"stages?|phases?|types?|grades?|parts?|levels?|classe?s?|chapters?|volume",
    symbols={
        "&": "and", "%": "percent", "=": "equals", "≠": "is not equal to", "≈": "about", "~": "about",
        "±": "plus or minus", "÷": "divided by", "°": "degrees", "§": "section", "µ": "micro", "$": "dollars",
        "€": "euros", "£": "pounds", "№": "number", "∞": "infinity", "²": "squared", "³": "cubed",
        "≥": "at least", "≤": "at most", "℃": "degrees Celsius", "℉": "degrees Fahrenheit", "@": "at",
        "+": "plus", "×": "times", "¢": "cents", "♀": "female", "♂": "male", "✓": "yes", "✔": "yes",
        "✗": "no", "✘": "no", "‰": "per thousand", "α": "alpha", "β": "beta", "γ": "gamma", "¶": "paragraph",
    },
    cents={"$": "cents", "€": "cents", "£": "pence"},
    fractions={
        "½": ("one half", "and a half"), "1/2": ("one half", "and a half"), "⅓": ("one third", "and a third"),
        "1/3": ("one third", "and a third"), "⅔": ("two thirds", "and two thirds"),
        "2/3": ("two thirds", "and two thirds"), "¼": ("one quarter", "and a quarter"),
        "1/4": ("one quarter", "and a quarter"), "¾": ("three quarters", "and three quarters"),
        "3/4": ("three quarters", "and three quarters"), "⅛": ("one eighth", "and an eighth"),
    },
    clock={"am": "A-M", "pm": "P-M", "full hour": "o'clock", "low minutes": "oh {minutes}"},
    gendered_numbers=False,
    singular_after_hyphen=True,
    years_in_pairs=True,
    folds=True,
    ordinals=(),
    ordinal_suffixes=True,
    dotted_clock=False,
    of_millions="",
    half_feminine=None,
    plural_acronyms=True,
    st=("Saint", "Street"),
    title_d=None,
    per_words=frozenset({"once", "twice", "thrice", "time", "dose"}),
)  # fmt: skip
